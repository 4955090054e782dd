/* The table: sorted by its headings, walked with the arrow keys, filled as far as it is read. */

const CHUNK = 100;
const table = { order: "when", descending: false, limit: CHUNK, rows: [] };
const tbody = byId("rows");

const sortKeys = {
  when: (event) => (event.spans.length ? event.spans[0].start : Infinity),
  type: (event) => event.type,
  event: (event) => event.headline,
  actors: (event) => actorsOf(event) || "\uffff",
  places: (event) => placesOf(event) || "\uffff",
  status: (event) => event.modality,
};
const collator = new Intl.Collator(document.documentElement.lang);

/* All events in the order that is asked for; sorted again only when another one is. */
function sorted() {
  const asked = `${table.order} ${table.descending}`;
  if (table.sortedBy === asked) return table.sorted;
  const key = sortKeys[table.order];
  const compare = (a, b) => {
    const [left, right] = [key(a), key(b)];
    const order = typeof left === "string" ? collator.compare(left, right) : left - right || 0;
    return (Number.isNaN(order) ? 0 : order) * (table.descending ? -1 : 1) || a.number - b.number;
  };
  [table.sortedBy, table.sorted] = [asked, [...EVENTS].sort(compare)];
  return table.sorted;
}

const anchorOf = (event) => `#event-${encodeURIComponent(event.id)}`;

function rowOf(event) {
  const link = own(event.headline || event.kind, "a", { href: anchorOf(event), class: "event-link", tabindex: "-1", "data-number": event.number });
  link.addEventListener("click", (click) => {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    select(event, { from: "table" });
  });
  const type = element("td", { class: "kind" }, symbol(event.type, event.printed && event.modality === 0 ? 3 : event.modality), own(event.kind));
  const status = element("td", {}, S.modalities[event.modality]);
  if (event.corroborated > 1) status.append(element("span", { class: "badge" }, say.count("sources", event.corroborated)));
  if (event.conflicts.length) status.append(element("span", { class: "badge warn" }, S.label.conflicts));
  if (event.status) status.append(element("span", { class: "badge" }, S.label[event.status]));
  return element("tr", { "data-number": event.number, "aria-current": event === page.selected ? "true" : null },
    element("td", { class: "when" }, own(event.when)), type, element("th", { scope: "row" }, link),
    element("td", {}, own(actorsOf(event))), element("td", {}, own(placesOf(event))), status);
}

function fillTable() {
  table.rows = sorted().filter(passes);
  if (view.print) table.rows = printed(table.rows);
  if (page.selected && table.rows.indexOf(page.selected) >= table.limit) table.limit = table.rows.indexOf(page.selected) + 20;
  const shown = table.rows.slice(0, table.limit);
  tbody.replaceChildren(...shown.map(rowOf));
  const focus = tbody.querySelector("tr[aria-current] .event-link") || tbody.querySelector(".event-link");
  if (focus) focus.tabIndex = 0;
  const left = table.rows.length - shown.length;
  byId("more-rows").hidden = left <= 0;
  byId("more-rows").textContent = `${S.label.show_more} (${say.number(left)})`;
  for (const heading of document.querySelectorAll("th[data-sort]"))
    heading.setAttribute("aria-sort", heading.dataset.sort !== table.order ? "none" : table.descending ? "descending" : "ascending");
}

function markRow(event, { scroll, focus }) {
  for (const row of tbody.querySelectorAll("[aria-current]")) row.removeAttribute("aria-current");
  if (!event) return;
  let row = tbody.querySelector(`tr[data-number="${event.number}"]`);
  if (!row && table.rows.includes(event)) {
    fillTable();
    row = tbody.querySelector(`tr[data-number="${event.number}"]`);
  }
  if (!row) return;
  row.setAttribute("aria-current", "true");
  for (const link of tbody.querySelectorAll('.event-link[tabindex="0"]')) link.tabIndex = -1;
  const link = row.querySelector(".event-link");
  link.tabIndex = 0;
  const frame = byId("table-frame");
  if (scroll) frame.scrollTop = row.offsetTop - frame.clientHeight / 3;
  if (focus) link.focus({ preventScroll: true });
}

function watchTable() {
  for (const heading of document.querySelectorAll("th[data-sort]"))
    heading.querySelector("button").addEventListener("click", () => {
      table.descending = table.order === heading.dataset.sort && !table.descending;
      table.order = heading.dataset.sort;
      fillTable();
    });
  byId("more-rows").addEventListener("click", () => {
    const at = table.limit;
    table.limit += 3 * CHUNK;
    fillTable();
    const next = tbody.children[at];
    if (next) next.querySelector(".event-link").focus();
  });
  tbody.addEventListener("keydown", (event) => {
    const links = [...tbody.querySelectorAll(".event-link")];
    const at = links.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1, PageDown: at + 10, PageUp: at - 10 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const link = links[Math.min(Math.max(to, 0), links.length - 1)];
    links[at].tabIndex = -1;
    link.tabIndex = 0;
    link.focus();
  });
}
