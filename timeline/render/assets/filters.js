/* The form: what can be chosen, and how many events each choice would leave. */

const GROUPS = ["others", "states", "groups", "persons", "places_group"];

/* Names in groups: states first, then groups and bodies, then persons; common nouns are nobody's name. */
function nameOptions(select, names, { kind }, numbersOf) {
  const counts = tally(names.length, numbersOf);
  const compare = (a, b) => counts[b] - counts[a] || collator.compare(names[a], names[b]);
  for (const group of [1, 2, 3, 4]) {
    const members = names.map((_, n) => n).filter((n) => kind[n] === group && counts[n]).sort(compare).slice(0, 150);
    if (members.length) select.append(element("optgroup", { label: S.label[GROUPS[group]] }, ...members.map((n) => option(n, names[n], counts[n]))));
  }
}

const option = (value, name, count) => element("option", { value, dir: "auto", "data-name": name }, `${name} (${say.number(count)})`);

function options(select, names, counts) {
  const compare = (a, b) => counts[b] - counts[a] || collator.compare(names[a], names[b]);
  for (const number of names.map((_, i) => i).sort(compare)) if (counts[number]) select.append(option(number, names[number], counts[number]));
}

function tally(size, numbersOf, test = () => true) {
  const counts = new Array(size).fill(0);
  for (const event of EVENTS) if (test(event)) for (const number of numbersOf(event)) counts[number]++;
  return counts;
}

const withStates = (facts, key) => (event) => new Set(event[key].flatMap((n) => [n, facts.state[n]]).filter((n) => n >= 0));
const NUMBERS = {
  actor: (event) => withStates(D.who, "actors")(event), place: (event) => withStates(D.where, "places")(event),
  source: (event) => event.sources, modality: (event) => [event.modality],
};

function fillForm() {
  nameOptions(form.elements.actor, D.actors, D.who, NUMBERS.actor);
  nameOptions(form.elements.place, D.places, D.where, NUMBERS.place);
  options(form.elements.source, D.sources, tally(D.sources.length, NUMBERS.source));
  options(form.elements.modality, S.modalities, tally(S.modalities.length, NUMBERS.modality));
  for (const key of ["actor", "place", "source"]) if (form.elements[key].length < 2) form.elements[key].closest("label").hidden = true;
  const counts = tally(S.types.length, (event) => [event.type]);
  const chips = byId("types");
  S.types.forEach((name, type) => {
    const box = element("input", { type: "checkbox", name: "type", value: type, checked: true });
    if (counts[type]) chips.append(element("label", { class: "chip" }, box, symbol(type, 0), element("span", { "data-type": type }, name)));
  });
  if (D.status) form.elements.lanes.prepend(element("option", { value: "status" }, S.label.comparison));
  form.elements.lanes.value = view.lanes;
}

/* Every count follows the filters: of a type under all others, of all else under all of them. */
function tellCounts() {
  const shown = table.rows.length;
  byId("count").textContent = shown === EVENTS.length ? say.count("events", shown) : say.label("count", { shown: say.number(shown), all: say.count("events", EVENTS.length) });
  const types = tally(S.types.length, (event) => [event.type], passesAllBut);
  for (const name of byId("types").querySelectorAll("[data-type]")) name.textContent = `${S.types[name.dataset.type]} (${say.number(types[name.dataset.type])})`;
  if (!byId("open-filters").open) return;
  for (const [key, numbersOf] of Object.entries(NUMBERS)) {
    const select = form.elements[key];
    const counts = tally(Math.max(D.actors.length, D.places.length, D.sources.length, S.modalities.length), numbersOf, passes);
    for (const one of select.querySelectorAll("option[data-name]")) one.textContent = `${one.dataset.name} (${say.number(counts[one.value])})`;
  }
}
