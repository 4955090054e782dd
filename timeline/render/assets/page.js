/* The page: filters, search, deep links, theme, print; everything meets in `select` and `refresh`. */

const page = { selected: null, words: [], filters: null };
const form = byId("filters");

function readFilters() {
  const data = new FormData(form);
  const day = (name, extra) => (data.get(name) ? Date.parse(`${data.get(name)}T00:00:00Z`) + extra : null);
  const number = (name) => (data.get(name) === "" || data.get(name) === null ? null : Number(data.get(name)));
  page.state = [...data].join(";"); // what has been counted under other filters does not hold
  page.words = fold(data.get("search") || "").split(" ").filter(Boolean);
  page.filters = {
    types: new Set(data.getAll("type").map(Number)), modality: number("modality"), actor: number("actor"),
    place: number("place"), source: number("source"), from: day("from", 0), to: day("to", DAY),
  };
}

function passes(event) {
  const { types, modality, actor, place, source, from, to } = page.filters;
  if (!types.has(event.type)) return false;
  if (modality !== null && event.modality !== modality) return false;
  if (actor !== null && !event.actors.includes(actor)) return false;
  if (place !== null && !event.places.includes(place)) return false;
  if (source !== null && !event.sources.includes(source)) return false;
  if (from !== null || to !== null) {
    const inside = (span) => (from === null || span.openEnd || span.end > from) && (to === null || span.openStart || span.start < to);
    if (!event.spans.some(inside)) return false;
  }
  return page.words.every((word) => searchText(event).includes(word));
}

function refresh({ filtered = false } = {}) {
  readFilters();
  if (filtered) table.limit = CHUNK;
  fillTable();
  const shown = table.rows.length;
  byId("count").textContent = say.label("count", { shown: say.number(shown), all: say.count("events", EVENTS.length) });
  if (!filtered || !followFilters()) draw();
}

/* One event chosen: the figure frames it, the table marks it, the panel shows its sentence, the address names it. */
function select(event, { from = "link", replace = false } = {}) {
  page.selected = event;
  if (event && location.hash !== anchorOf(event)) history[replace ? "replaceState" : "pushState"](null, "", anchorOf(event));
  if (!event && location.hash) history.replaceState(null, "", location.pathname + location.search);
  showPanel(event);
  markRow(event, { scroll: from !== "table", focus: false });
  if (event) reveal(event);
  else draw();
  if (event && from !== "table") {
    const top = byId("panel").getBoundingClientRect().top;
    if (from === "link" || from === "panel" || top > innerHeight - 120)
      byId("panel").scrollIntoView({ block: from === "figure" ? "end" : "nearest", behavior: calm.matches ? "auto" : "smooth" });
  }
}

function step(by) {
  const order = EVENTS.filter((event) => event.spans.length && passes(event));
  if (!order.length) return;
  const at = page.selected ? order.indexOf(page.selected) : by > 0 ? -1 : order.length;
  select(order[Math.min(Math.max(at + by, 0), order.length - 1)], { from: "step", replace: true });
}

function fromHash() {
  const match = /^#event-(.+)$/.exec(location.hash);
  let id = null;
  try {
    id = match && decodeURIComponent(match[1]);
  } catch {
    id = null; // a broken escape names no event
  }
  const event = id === null ? null : BY_ID.get(id);
  if (event && event !== page.selected) {
    if (!passes(event)) form.reset(), refresh({ filtered: true });
    select(event, { from: "link", replace: true });
  }
}

function options(select, names, counts) {
  const compare = (a, b) => counts[b] - counts[a] || collator.compare(names[a], names[b]);
  for (const number of names.map((_, i) => i).sort(compare)) {
    if (counts[number]) select.append(element("option", { value: number, dir: "auto" }, `${names[number]} (${say.number(counts[number])})`));
  }
}

function tally(size, numbersOf) {
  const counts = new Array(size).fill(0);
  for (const event of EVENTS) for (const number of numbersOf(event)) counts[number]++;
  return counts;
}

function fillForm() {
  options(form.elements.actor, D.actors, tally(D.actors.length, (event) => event.actors));
  options(form.elements.place, D.places, tally(D.places.length, (event) => event.places));
  options(form.elements.source, D.sources, tally(D.sources.length, (event) => event.sources));
  options(form.elements.modality, S.modalities, tally(S.modalities.length, (event) => [event.modality]));
  for (const key of ["actor", "place", "source"]) if (form.elements[key].length < 2) form.elements[key].closest("label").hidden = true;
  const counts = tally(S.types.length, (event) => [event.type]);
  const chips = byId("types");
  S.types.forEach((name, type) => {
    const box = element("input", { type: "checkbox", name: "type", value: type, checked: true });
    if (counts[type]) chips.append(element("label", { class: "chip" }, box, symbol(type, 0), `${name} (${say.number(counts[type])})`));
    else box.hidden = true;
  });
  if (D.status) form.elements.lanes.prepend(element("option", { value: "status" }, S.label.comparison));
  form.elements.lanes.value = view.lanes;
}

/* The key explains only what occurs. */
function fillKey() {
  const key = byId("key");
  const add = (picture, text) => key.append(element("li", {}, picture, text));
  const dated = EVENTS.filter((event) => event.spans.length);
  S.modalities.forEach((name, modality) => dated.some((event) => event.modality === modality) && add(symbol(null, modality), name));
  const some = (test) => dated.some((event) => event.spans.some(test));
  if (some((span) => span.shape === "vague")) add(symbol(null, 0, "vague"), S.label.key_vague);
  if (some((span) => span.openStart || span.openEnd)) add(symbol(null, 0, "open"), S.label.key_open);
  if (dated.some((event) => event.printed)) add(symbol(null, 0, "printed"), S.label.key_document);
  if (dated.some((event) => event.corroborated > 1)) add(symbol(null, 0, "many"), S.label.key_many);
}

async function savePicture() {
  const { data } = view.drawn, layout = pictured(view.drawn);
  const colors = inks();
  const figure = { data, layout: { ...layout, paper_bgcolor: colors.ground, plot_bgcolor: colors.ground }, config: CONFIG };
  const address = await Plotly.toImage(figure, { format: "png", scale: 2, width: layout.width, height: layout.height });
  element("a", { href: address, download: "timeline.png" }).click();
}

function watchPage() {
  let timer = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (event.target.name === "lanes") view.lanes = form.elements.lanes.value;
      refresh({ filtered: true });
    }, event.target.name === "search" ? 120 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { form.elements.lanes.value = view.lanes; refresh({ filtered: true }); }));
  byId("theme").addEventListener("click", () => { setTheme(view.theme === "dark" ? "light" : "dark", { keep: true }); draw(); });
  for (const scheme of [darkScheme, forcedColors]) scheme.addEventListener("change", () => { setTheme(firstTheme()); draw(); });
  byId("print").addEventListener("click", () => window.print());
  const acts = { "zoom-in": () => zoom(0.6), "zoom-out": () => zoom(1.6), whole: showAll, earlier: () => pan(-0.3), later: () => pan(0.3),
    previous: () => step(-1), next: () => step(1), save: savePicture };
  for (const [id, act] of Object.entries(acts)) byId(id).addEventListener("click", act);
  addEventListener("hashchange", fromHash);
  addEventListener("popstate", fromHash);
  addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, select, textarea");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      form.elements.search.focus();
    } else if (event.key === "Escape" && typing && form.elements.search.value) {
      form.elements.search.value = "";
      refresh({ filtered: true });
    } else if (event.key === "Escape" && !typing && page.selected) select(null);
  });
  let width = chart.clientWidth;
  new ResizeObserver(() => {
    if (chart.clientWidth === width || view.print) return;
    width = chart.clientWidth;
    draw();
  }).observe(chart);
  let before = null;
  addEventListener("beforeprint", () => {
    before = [view.theme, table.limit];
    setTheme("light");
    [view.print, table.limit] = [980, Infinity];
    fillTable();
    draw();
  });
  addEventListener("afterprint", () => {
    if (!before) return;
    setTheme(before[0]);
    [view.print, table.limit, before] = [false, before[1], null];
    fillTable();
    draw();
  });
}

async function start() {
  const { handed, ran: fetched } = fetchPlotly();
  const [texts, data] = await Promise.all([unpack(byId("settings")), unpack(byId("data"))]);
  S = JSON.parse(texts);
  adopt(JSON.parse(data));
  gatherTellers();
  Object.assign(view, S.view);
  setTheme(firstTheme());
  await handed; // the browser reads the bundle while we draw the first picture
  fillForm();
  fillKey();
  byId("open-filters").open = innerWidth >= 700;
  const dated = EVENTS.filter((event) => event.spans.length);
  view.whole = wholeWindow(dated, chart.clientWidth, view.labels === "all" || (view.labels === "auto" && dated.length <= LABELLED));
  fillPeriods();
  [view.start, view.end] = firstWindow();
  readFilters();
  showPanel(null);
  refresh();
  watchPage();
  watchTable();
  document.documentElement.dataset.ready = "drawn";
  performance.mark("sketched");
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); // let it be painted first
  try {
    await loadPlotly(fetched);
    performance.mark("draw");
    view.live = true;
    chart.replaceChildren();
    draw();
    performance.mark("drawn");
    watchFigure();
    document.documentElement.dataset.ready = "figure";
  } catch (error) {
    view.live = false;
    draw();
    byId("note").textContent = say.label("failed");
    document.documentElement.dataset.ready = "failed";
    console.error(error);
  }
  fromHash();
}

/* The bundle stands in the page, packed; the policy allows exactly this text to run. Chromium takes it as a file of its
   own, named by its hash, and reads it beside our own work from when it is `handed` over; other browsers take it as a
   script in the page. A bundle beside the page is loaded already. */
function fetchPlotly() {
  const packed = byId("plotly-source");
  if (!packed) return {};
  performance.mark("unpack");
  if (!("userAgentData" in navigator)) return { ran: unpack(packed).then((text) => () => document.head.append(element("script", {}, text))) };
  const handed = inflate(packed).blob().then((blob) => {
    const address = URL.createObjectURL(blob.slice(0, blob.size, "text/javascript"));
    const script = element("script", { src: address, integrity: packed.dataset.hash });
    const inPage = async () => document.head.append(element("script", {}, await blob.text()));
    const ran = new Promise((done) => {
      script.addEventListener("load", () => { URL.revokeObjectURL(address); done(null); });
      script.addEventListener("error", () => done(inPage));
    });
    document.head.append(script);
    return { ran };
  });
  return { handed: handed.catch(() => null), ran: handed.then(({ ran }) => ran) };
}

async function loadPlotly(fetched) {
  const run = await fetched;
  performance.mark("run");
  if (run) await run();
  if (typeof window.Plotly === "function") window.Plotly = window.Plotly(); // timeline/render/bundle.py says why
  if (!window.Plotly) throw new Error("plotly.js did not load");
}

window.timelinePage = Object.freeze({ view, page, draw, select, arrange, axisOf, setWindow, hijriAxis, marksOf, fold, events: () => EVENTS, settings: () => S });
start();
