/* Where the reader stands: one button for each period of the timeline, and whether the principal events are shown or all. */

const periods = [];

function fillPeriods() {
  const width = widthOf();
  const row = byId("periods");
  const dated = EVENTS.filter((event) => event.spans.length);
  for (const [title, numbers] of D.periods) {
    const members = numbers.map((number) => EVENTS[number]);
    periods.push({ title, members: new Set(members), window: wholeWindow(members, width, view.labels !== "none") });
  }
  row.hidden = !periods.length;
  if (periods.length) periods.push({ title: say.label("whole_period"), members: new Set(dated), window: view.whole });
  for (const period of periods) {
    period.button = element("button", { type: "button", class: "choice", "aria-pressed": "false" });
    period.button.addEventListener("click", () => setWindow(...period.window));
    row.append(period.button);
  }
  const many = dated.length > S.crowd;
  byId("overview").hidden = !periods.length && !many;
  byId("amount").hidden = !many;
  view.principal = many && (view.show === "principal" || (view.show === "auto" && view.labels === "auto" && view.density === "auto"));
  for (const [id, principal] of [["principal", true], ["every", false]])
    byId(id).addEventListener("click", () => { view.principal = principal; draw(); });
}

/* The window on which the page opens. */
function firstWindow() {
  if (Array.isArray(view.focus)) return view.focus;
  return view.focus === "auto" && D.busiest !== null ? periods[D.busiest].window : view.whole;
}

const standsIn = ([start, end]) => Math.abs(view.start - start) + Math.abs(view.end - end) < (end - start) / 100;

const passing = () => EVENTS.filter((event) => event.spans.length && passes(event));

/* Buttons and numbers follow what is drawn; ``drawn`` is 0 where events are counted, not drawn. */
function tellView(drawn) {
  for (const period of periods) {
    if (period.state !== page.state) {
      [period.state, period.count] = [page.state, passing().filter((event) => inWindow(event, ...period.window)).length];
      period.button.textContent = `${period.title} (${say.number(period.count)})`;
    }
    period.button.setAttribute("aria-pressed", String(standsIn(period.window)));
  }
  byId("principal").setAttribute("aria-pressed", String(!!view.principal));
  byId("every").setAttribute("aria-pressed", String(!view.principal));
  const tell = () => {
    const [shown, all] = [say.count("events", drawn || view.seen), say.number(view.seen)];
    if (byId("amount").hidden && drawn === view.seen) return byId("shown").replaceChildren();
    const text = view.seen ? say.label("drawn", { shown, all }) : say.label("nothing");
    if (byId("shown").textContent !== text) byId("shown").textContent = text;
  };
  clearTimeout(tellView.timer);
  if (drawn) tell();
  else tellView.timer = setTimeout(tell, 150); // counts of a burst of windows are told once, when it ends
}

/* Filters that leave nothing in the window lead to the period where most of it is. */
function followFilters() {
  const found = passing();
  if (!found.length || found.some((event) => inWindow(event, view.start, view.end))) return false;
  const many = ({ members }) => found.filter((event) => members.has(event)).length;
  const best = periods.slice(0, -1).reduce((one, other) => (one && many(one) > many(other) ? one : other), null);
  setWindow(...(best && many(best) ? best.window : view.whole));
  return true;
}
