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

/* The name that is written most like what was asked for, by the pairs of letters that both have. */
function nearestName(asked) {
  const pairsOf = (text) => new Set([...text].slice(1).map((letter, i) => text[i] + letter));
  const wanted = pairsOf(asked);
  let best = null, most = 0.35;
  const look = (shown, text) => {
    const own = pairsOf(text), both = [...wanted].filter((pair) => own.has(pair)).length;
    const share = (2 * both) / (wanted.size + own.size);
    if (share > most) [best, most] = [shown, share];
  };
  for (const [names, { kind, also }] of [[D.actors, D.who], [D.places, D.where]])
    names.forEach((name, n) => { if (kind[n]) for (const text of [name, ...name.split(" "), ...also[n].split(" ")]) look(name, fold(text)); });
  return best;
}

/* What is found nowhere says so, and offers the nearest name there is. */
function tellNearest() {
  const place = byId("nearest"), asked = form.elements.search.value.trim();
  place.hidden = !asked || EVENTS.some((event) => fitsWords(event));
  if (place.hidden) return;
  const name = nearestName(fold(asked));
  const offer = name && element("button", { type: "button", onclick: () => { form.elements.search.value = name; refresh({ filtered: true }); } }, own(name));
  place.replaceChildren(own(say.label("found_nowhere", { asked })), ...(offer ? [" ", S.label.nearest, " ", offer] : []));
}

/* Every count follows the filters: of a type under all others, of all else under all of them. */
function tellCounts() {
  const shown = table.rows.length;
  byId("count").textContent = shown === EVENTS.length ? say.count("events", shown) : say.label("count", { shown: say.number(shown), all: say.count("events", EVENTS.length) });
  const types = tally(S.types.length, (event) => [event.type], (event) => event.meets);
  for (const name of byId("types").querySelectorAll("[data-type]")) name.textContent = `${S.types[name.dataset.type]} (${say.number(types[name.dataset.type])})`;
  if (!byId("open-filters").open) return;
  for (const [key, numbersOf] of Object.entries(NUMBERS)) {
    const select = form.elements[key];
    const counts = tally(Math.max(D.actors.length, D.places.length, D.sources.length, S.modalities.length), numbersOf, passes);
    for (const one of select.querySelectorAll("option[data-name]")) one.textContent = `${one.dataset.name} (${say.number(counts[one.value])})`;
  }
}
