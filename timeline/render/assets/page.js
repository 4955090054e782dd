/* The page: filters, search, deep links, theme, print; everything meets in `select` and `refresh`. */

const page = { selected: null, words: [], filters: null };
const form = byId("filters");

function readFilters() {
  const data = new FormData(form);
  const [from, to] = [dayIn(form.elements.from), dayIn(form.elements.to)];
  const number = (name) => (data.get(name) === "" || data.get(name) === null ? null : Number(data.get(name)));
  page.state = [...data].join(";"); // what has been counted under other filters does not hold
  page.words = fold(data.get("search") || "").split(" ").filter(Boolean);
  page.filters = {
    types: new Set(data.getAll("type").map(Number)), modality: number("modality"), actor: number("actor"),
    place: number("place"), source: number("source"), from: from && from[0], to: to && to[1],
  };
  tellDates();
  for (const event of EVENTS) {
    event.meets = meets(event);
    event.passes = event.meets && page.filters.types.has(event.type);
  }
}

/* Asked thousands of times for each change, and answered once. */
const passes = (event) => event.passes;

/* Whether an event meets every filter, that of its type aside. */
function meets(event) {
  const { modality, actor, place, source, from, to } = page.filters;
  if (modality !== null && event.modality !== modality) return false;
  if (actor !== null && !event.actors.some((n) => n === actor || D.who.state[n] === actor)) return false;
  if (place !== null && !event.places.some((n) => n === place || D.where.state[n] === place)) return false;
  if (source !== null && !event.sources.includes(source)) return false;
  if (from !== null || to !== null) {
    const inside = (span) => (from === null || span.openEnd || span.end > from) && (to === null || span.openStart || span.start < to);
    if (!event.spans.some(inside)) return false;
  }
  return fitsWords(event);
}

const fitsWords = (event) => page.words.every((word) => searchText(event).includes(word));

function refresh({ filtered = false } = {}) {
  readFilters();
  if (filtered) table.limit = CHUNK;
  table.rows = sorted().filter(passes);
  tellCounts();
  tellNearest();
  if (!filtered || !followFilters()) draw();
  fillTable(); // last: what is drawn need not wait until its rows are laid out
  if (!page.selected) showPanel(null);
}

/* One event chosen: the figure frames it, the table marks it, the panel shows its sentence, the address names it. */
function select(event, { from = "link", replace = false } = {}) {
  page.selected = event;
  if (from !== "story") endStory();
  tellAddress({ push: !!event && !replace });
  showPanel(event);
  markRow(event, { scroll: from !== "table", focus: false });
  if (event && from !== "story") reveal(event);
  else draw();
  if (event && from !== "table") keepInView(event);
}

/* The mark of the selected event stays where it can be seen: below the axis, above the sheet. */
function keepInView(event) {
  const behavior = calm.matches ? "auto" : "smooth";
  if (view.cards) {
    const card = byId("cards").querySelector(`[data-number="${event.number}"]`);
    if (card) card.scrollIntoView({ block: "start", behavior });
    return;
  }
  const item = view.layout && view.layout.items.find((one) => one.event === event);
  const box = chart.getBoundingClientRect(), { layout } = view.drawn;
  const y = box.top + (item ? geometryOf(layout).Y(item.row) : 0);
  const low = byId("axis").offsetHeight + 24;
  const sheet = byId("panel");
  const high = innerHeight - (getComputedStyle(sheet).position === "fixed" ? sheet.offsetHeight : 0) - 30;
  if (y < low) scrollBy({ top: y - low - 20, behavior });
  else if (y > high) scrollBy({ top: y - high + 20, behavior });
}

/* What previous and next go through, in the order of time. */
const steps = () => (view.story ? storyEvents() : EVENTS.filter((event) => event.spans.length && passes(event)));

function step(by) {
  if (view.story) return tellStory(view.story + by, { replace: true });
  const order = steps();
  if (!order.length) return;
  let at = order.indexOf(page.selected) + by;
  if (!page.selected) {
    // the first step goes to what is seen already
    const cards = view.cards && new Set(cardsShown());
    const seen = order.filter((event) => (cards ? cards.has(event) : view.layout ? view.layout.items.some((item) => item.event === event) : inWindow(event, view.start, view.end)));
    const best = by > 0 ? seen[0] : seen.at(-1);
    at = Number.isFinite(by) && best ? order.indexOf(best) : by > 0 ? order.length - 1 : 0;
  }
  select(order[Math.min(Math.max(at, 0), order.length - 1)], { from: "step", replace: true });
}

/* The key explains only what occurs. */
function fillKey() {
  const key = byId("key");
  const add = (picture, text) => key.append(element("li", {}, picture, text));
  const dated = EVENTS.filter((event) => event.spans.length);
  const several = dated.some((event) => event.modality); // where all happened there is nothing to tell apart
  S.modalities.forEach((name, modality) => several && dated.some((event) => event.modality === modality) && add(symbol(null, modality), name));
  const some = (test) => dated.some((event) => event.spans.some(test));
  if (some((span) => span.shape === "vague")) add(symbol(null, 0, "vague"), S.label.key_vague);
  if (some((span) => span.openStart || span.openEnd)) add(symbol(null, 0, "open"), S.label.key_open);
  if (dated.some((event) => event.printed)) add(symbol(null, 0, "printed"), S.label.key_document);
  if (dated.some((event) => event.given.length)) add(symbol(null, 1), S.label.key_given);
  if (dated.some((event) => event.corroborated > 1)) add(symbol(null, 0, "many"), S.label.key_many);
}

/* Into the clipboard; where that is not allowed, into a box to copy from. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    byId("shown").textContent = S.label.copied;
  } catch {
    window.prompt(S.label.copy, text);
  }
}

function copyLink() {
  tellAddress({ push: true });
  copy(location.href);
}

function watchPage() {
  let timer = 0;
  form.addEventListener("input", (event) => {
    if (!event.target.name) return; // what is to be printed is no filter
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
    previous: () => step(-1), next: () => step(1), close: () => select(null), save: () => savePicture("png"), "save-svg": () => savePicture("svg"), link: copyLink, snippet: () => copy(snippetOf()) };
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
    } else if (event.key === "Escape" && byId("open-filters").open) byId("open-filters").open = false;
    else if (event.key === "Escape" && !typing && page.selected) select(null);
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#filters")) byId("open-filters").open = false;
  });
  byId("open-filters").addEventListener("toggle", tellCounts);
  const stage = document.querySelector(".stage");
  let width = stage.clientWidth;
  new ResizeObserver(() => {
    if (stage.clientWidth === width || view.print) return;
    width = stage.clientWidth;
    if (!view.chosenView) setCards(innerWidth < 640);
    byId("as-cards").hidden = innerWidth >= 640;
    if (innerWidth >= 640) setCards(false);
    draw();
  }).observe(stage);
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
  if (/[?&]embed\b/.test(location.search)) document.documentElement.toggleAttribute("data-embed", true);
  setCards(innerWidth < 640);
  const dated = EVENTS.filter((event) => event.spans.length);
  view.whole = wholeWindow(dated, widthOf(), view.labels === "all" || (view.labels === "auto" && dated.length <= LABELLED));
  document.documentElement.toggleAttribute("data-empty", !dated.length);
  document.documentElement.toggleAttribute("data-nothing", !EVENTS.length);
  fillPeriods();
  view.first = firstWindow();
  view.firstPrincipal = !!view.principal;
  const said = readAddress();
  [view.start, view.end] = windowOf(said) || view.first;
  fillFromAddress(said);
  watchDates();
  readFilters();
  refresh();
  watchPage();
  watchCards();
  watchStory();
  watchStrip();
  watchTouch();
  watchPrint();
  watchEmbedding();
  watchTable();
  document.documentElement.dataset.ready = "drawn";
  performance.mark("sketched");
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); // let it be painted first
  try {
    await loadPlotly(fetched);
    performance.mark("draw");
    view.live = true;
    draw();
    performance.mark("drawn");
    foldAhead();
    document.documentElement.dataset.ready = "figure";
  } catch (error) {
    view.live = false;
    draw();
    byId("note").textContent = say.label("failed");
    document.documentElement.dataset.ready = "failed";
    console.error(error);
  }
  if (said.event || said.story) fromHash();
  view.addressed = true;
  tellAddress();
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

window.timelinePage = Object.freeze({ view, page, passes, draw, select, arrange, axisOf, setWindow, hijriAxis, marksOf, fold, events: () => EVENTS, settings: () => S });
start();
