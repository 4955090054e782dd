/* What is selected, beside the figure: headline, date and how it is known, who, where, status; then every source with its
   sentence marked, every other event of the text a link. With nothing selected, what happened first of all. */

const panel = byId("panel-body");

function showPanel(event) {
  const root = document.documentElement;
  byId("close").hidden = !event;
  root.toggleAttribute("data-selected", !!event);
  byId("panel-title").textContent = S.label[view.story ? "story" : event ? "panel" : "digest"];
  tellPlace();
  if (!event) {
    panel.replaceChildren(...digest());
    return;
  }
  const about = element("div", {}, own(event.headline || event.kind, "h3"), factList(event));
  const tellers = documentsOf(event);
  const told = element("div", { class: "tellers" }, ...tellers.map((number) => {
    const record = D.documents[number];
    return element("section", {}, documentHead(record), record.pieces ? documentText(record, event) : null);
  }));
  panel.replaceChildren(about, told);
  panel.scrollTop = 0;
  for (const text of panel.querySelectorAll(".source-text")) {
    const mark = text.querySelector("mark");
    if (mark) text.scrollTop = mark.offsetTop - text.offsetTop - 40;
  }
}

function factList(event) {
  const facts = element("dl");
  for (const [label, value] of factsOf(event)) {
    const shown = own(value, "dd");
    if (label === S.label.when && event.spans.length && !event.printed) shown.append(element("span", { class: "known" }, S.known[event.known]));
    facts.append(element("div", {}, element("dt", {}, label), shown));
  }
  return facts;
}

/* The events of the period by rank, as a short chronology; all of a small timeline. */
const DIGEST = 9;
function digest() {
  const here = EVENTS.filter((event) => passes(event) && (!event.spans.length || inWindow(event, view.start, view.end)));
  const first = principalOf(here, DIGEST);
  if (!first.length) return [element("p", { class: "hint" }, S.label.panel_empty)];
  const start = storyEvents().length > 2 ? element("button", { type: "button", id: "start-story", onclick: () => tellStory(1) }, S.label.start_story) : null;
  return [start, element("ol", { class: "digest" }, ...first.map((event) => {
    const link = element("a", { href: anchorOf(event), "data-number": event.number }, symbol(event.type, event.modality), own(event.headline || event.kind, "span", { class: "card-title" }),
      element("time", {}, event.spans.length ? event.when : S.when.none));
    link.addEventListener("click", (click) => {
      click.preventDefault();
      select(event, { from: "panel" });
    });
    return element("li", {}, link);
  }))].filter(Boolean);
}

/* «3 من 24»: where the selected event stands among those that can be stepped through. */
function tellPlace() {
  const order = page.selected ? steps() : [], at = order.indexOf(page.selected);
  byId("place").textContent = at < 0 ? "" : say.label("count", { shown: say.number(at + 1), all: say.number(order.length) });
}

function documentsOf(event) {
  const found = D.tellers.get(event.number) || [];
  return event.document < 0 ? found : [event.document, ...found.filter((number) => number !== event.document)];
}

/* Which documents tell which event, gathered once. */
function gatherTellers() {
  D.tellers = new Map();
  D.documents.forEach((record, number) => {
    const told = new Set();
    for (const piece of record.pieces || []) if (typeof piece !== "string") for (const n of piece[1] || []) told.add(n);
    for (const n of told) D.tellers.set(n, [...(D.tellers.get(n) || []), number]);
  });
}

function documentHead(record) {
  const head = element("p", { class: "source-head" });
  if (record.title) head.append(own(record.title, "cite"), " ");
  const rest = [record.source && own(record.source), record.published && own(say.label("published", { when: record.published }))];
  if (record.url) rest.push(element("a", { href: record.url, rel: "noopener noreferrer", target: "_blank" }, S.label.open_source));
  rest.filter(Boolean).forEach((node, index) => head.append(index ? " · " : "", node));
  return head;
}

function documentText(record, event) {
  const box = element("div", { class: "source-text", lang: "ar", dir: directionOf(record.pieces.map((piece) => (typeof piece === "string" ? piece : piece[0])).join(" ").slice(0, 400)), tabindex: "0", role: "group", "aria-label": record.title || S.label.panel });
  const linked = new Set();
  for (const piece of record.pieces) {
    if (typeof piece === "string") {
      box.append(kept(piece));
      continue;
    }
    const [text, inSentence = [], triggers = [], times = []] = piece;
    let node = document.createTextNode(kept(text));
    const wrapIn = (name, attributes) => {
      const outer = element(name, attributes);
      outer.append(node);
      node = outer;
    };
    const of = triggers.includes(event.number) ? event : EVENTS[triggers[0]];
    if (times.length) wrapIn("span", { class: times.includes(event.number) ? "time mine" : "time" });
    if (of) {
      const title = of === event ? null : of.headline;
      wrapIn("a", { class: `trigger type-${of.type}${of === event ? " mine" : ""}`, href: anchorOf(of), "data-number": of.number, title });
      node.addEventListener("click", (click) => {
        click.preventDefault();
        select(of, { from: "panel" });
      });
      linked.add(of.number);
      // a word that triggers several events: the others follow as small signs
      for (const number of triggers) {
        if (number === of.number || linked.has(number)) continue;
        linked.add(number);
        const other = EVENTS[number];
        const sign = element("a", { class: "also", href: anchorOf(other), title: other.headline, "aria-label": other.headline }, symbol(other.type, other.modality));
        sign.addEventListener("click", (click) => {
          click.preventDefault();
          select(other, { from: "panel" });
        });
        const pair = document.createDocumentFragment();
        pair.append(node, sign);
        node = element("span", {}, pair);
      }
    }
    if (inSentence.includes(event.number)) wrapIn("mark", {});
    box.append(node);
  }
  if (record.cut) box.append(element("p", { class: "hint" }, S.label.context_cut));
  return box;
}
