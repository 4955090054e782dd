/* What the reader sees, in the address: the event or the step of the story, filters, lanes, window. A copied address is a view. */

const NAMED = { actor: () => D.actors, place: () => D.places, source: () => D.sources };
const momentText = (ms) => utc(Math.round(ms / 60e3) * 60e3).toISOString().slice(0, 16).replace("T00:00", "");

function addressOf() {
  const parts = [];
  if (view.story) parts.push(`story=${view.story}`);
  else if (page.selected) parts.push(anchorOf(page.selected).slice(1));
  const add = (key, value) => value && parts.push(`${key}=${encodeURIComponent(value).replace(/%3A/g, ":")}`);
  add("q", form.elements.search.value.trim());
  const boxes = [...form.querySelectorAll("input[name=type]")];
  if (boxes.some((box) => !box.checked)) add("types", boxes.filter((box) => box.checked).map((box) => box.value).join(".") || "none");
  for (const [key, names] of Object.entries(NAMED)) if (form.elements[key].value) add(key, names()[form.elements[key].value]);
  for (const key of ["modality", "from", "to"]) add(key, form.elements[key].value);
  if (view.lanes !== S.view.lanes) add("lanes", view.lanes);
  if (!!view.principal !== view.firstPrincipal) add("show", view.principal ? "principal" : "all");
  if (!view.story && !standsIn(view.first)) add("view", `${momentText(view.start)}..${momentText(view.end)}`);
  return parts.length ? `#${parts.join("&")}` : "";
}

/* The address follows what is done, some time after the last of a burst; ``push`` makes a step to go back to. */
function tellAddress({ push = false } = {}) {
  clearTimeout(tellAddress.timer);
  if (!view.addressed) return;
  const tell = () => {
    const address = addressOf();
    if (address === location.hash) return;
    history[push ? "pushState" : "replaceState"](null, "", address || location.pathname + location.search);
  };
  if (push) tell();
  else tellAddress.timer = setTimeout(tell, 250);
}

/* An address in parts; what no page would write is passed over. */
function readAddress() {
  const said = {};
  for (const part of location.hash.slice(1).split("&")) {
    const event = /^event-(.+)$/.exec(part), at = part.indexOf("=");
    try {
      if (event) said.event = decodeURIComponent(event[1]);
      else if (at > 0) said[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1));
    } catch { /* a broken escape names nothing */ }
  }
  return said;
}

/* The form as an address has it. */
function fillFromAddress(said) {
  form.elements.search.value = said.q || "";
  const types = said.types === undefined ? null : said.types.split(".");
  for (const box of form.querySelectorAll("input[name=type]")) box.checked = !types || types.includes(box.value);
  for (const [key, names] of Object.entries(NAMED)) {
    const number = said[key] === undefined ? -1 : names().indexOf(said[key]);
    form.elements[key].value = number < 0 ? "" : String(number);
    if (form.elements[key].selectedIndex < 0) form.elements[key].value = "";
  }
  for (const key of ["modality", "from", "to"]) form.elements[key].value = said[key] || "";
  if (said.lanes && [...form.elements.lanes.options].some((option) => option.value === said.lanes)) view.lanes = form.elements.lanes.value = said.lanes;
  if (said.show) view.principal = said.show === "principal";
}

function windowOf({ view: said }) {
  const [start, end] = (said || "").split("..").map((text) => Date.parse(text.includes("T") ? `${text}Z` : `${text}T00:00Z`));
  return start < end ? [start, end] : null;
}

/* Goes where the address leads; what is there already stays. */
function fromHash() {
  const said = readAddress();
  if (location.hash && location.hash === addressOf()) return;
  if (said.story) return tellStory(Number(said.story), { replace: true });
  const event = said.event === undefined ? null : BY_ID.get(said.event);
  const filters = Object.keys(said).some((key) => key !== "event");
  if (filters || !event) {
    if (filters || addressOf() !== location.hash) {
      fillFromAddress(said);
      view.story = 0;
      if (!event) page.selected = null;
      const window = windowOf(said);
      if (window) [view.start, view.end] = window;
      refresh();
    }
  }
  if (event && event !== page.selected) {
    if (!passes(event)) form.reset(), refresh({ filtered: true });
    select(event, { from: "link", replace: true });
  }
}
