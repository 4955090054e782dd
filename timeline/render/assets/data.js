/* The page's data: unpacked, and every event made an object once. */

const byId = (id) => document.getElementById(id);

function inflate(element) {
  const text = element.textContent;
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Response(bytes).body.pipeThrough(new DecompressionStream("gzip")));
}

const unpack = async (element) => (element.dataset.packed === undefined ? element.textContent : inflate(element).text());

let S, D, EVENTS, BY_ID;

function adopt(data) {
  D = data;
  const columns = data.events;
  const printed = new Set(data.printed);
  EVENTS = columns.id.map((id, number) => {
    const spans = [], coded = columns.s[number];
    for (let i = 0; i < coded.length; i += 3) {
      const code = coded[i + 2];
      spans.push({
        start: coded[i] * 60e3, end: (coded[i] + coded[i + 1]) * 60e3,
        shape: ["point", "bar", "vague"][code & 3], profile: ["even", "START", "MID", "END"][(code >> 2) & 3],
        openStart: !!(code & 16), openEnd: !!(code & 32),
      });
    }
    const [attribution, conflicts, given = []] = data.more[number] || [[], []];
    return {
      id, number, spans, attribution, conflicts, given: given.map((minute) => minute * 60e3),
      headline: columns.h[number], type: columns.t[number], modality: columns.m[number],
      when: data.whens[columns.w[number]], kind: data.kinds[columns.k[number]],
      actors: columns.a[number], places: columns.p[number], sources: columns.c[number],
      corroborated: Math.max(columns.c[number].length, 1), document: columns.d[number], printed: printed.has(number), known: +data.known[number],
      status: data.status ? data.status[number] : null, label: data.labels[number] ?? columns.h[number], rank: Infinity,
    };
  });
  data.principal.forEach((number, rank) => { EVENTS[number].rank = rank; });
  BY_ID = new Map(EVENTS.map((event) => [event.id, event]));
}

const listed = (names) => names.join(S.list);
const actorsOf = (event) => listed(event.actors.map((n) => D.actors[n]));
const placesOf = (event) => listed(event.places.map((n) => D.places[n]));
const sourcesOf = (event) => listed(event.sources.map((n) => D.sources[n]));

function factsOf(event) {
  const facts = [
    ["when", event.when], ["type", event.kind], ["actors", actorsOf(event)], ["places", placesOf(event)],
    ["status", S.modalities[event.modality]], ["attribution", listed(event.attribution)],
    ["sources", sourcesOf(event)], ["conflicts", listed(event.conflicts)],
  ];
  return facts.filter(([, value]) => value).map(([key, value]) => [say.label(key), value]);
}

/* The sentence that tells an event, put together from the pieces of its document. */
const sentences = new Map();
function sentenceOf(event) {
  if (event.document < 0) return "";
  if (!sentences.has(event.document)) {
    const found = new Map();
    for (const piece of D.documents[event.document].pieces || [])
      if (typeof piece !== "string") for (const n of piece[1] || []) found.set(n, (found.get(n) || "") + piece[0]);
    sentences.set(event.document, found);
  }
  return (sentences.get(event.document).get(event.number) || "").replace(/\s+/g, " ").trim();
}

/* What a search will ask for, made ready while nobody waits. */
function foldAhead(from = 0) {
  const later = window.requestIdleCallback || ((task) => setTimeout(task, 50));
  if (from < EVENTS.length) later(() => { EVENTS.slice(from, from + 100).forEach(searchText); foldAhead(from + 100); });
}

function searchText(event) {
  event.folded ??= fold([event.headline, event.when, event.kind, actorsOf(event), placesOf(event), sourcesOf(event), sentenceOf(event),
    ...event.actors.map((n) => D.who.also[n]), ...event.places.map((n) => D.where.also[n])].join(" \n "));
  return event.folded;
}
