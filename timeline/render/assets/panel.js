/* The source text of the selected event: its sentence marked, every other event of the text a link. */

const panel = byId("panel-body");

function showPanel(event) {
  if (!event) {
    panel.replaceChildren(element("p", { class: "hint" }, S.label.panel_empty));
    return;
  }
  const parts = [own(event.headline || event.kind, "h3")];
  const facts = element("dl");
  for (const [label, value] of factsOf(event)) facts.append(element("div", {}, element("dt", {}, label), own(value, "dd")));
  parts.push(facts);
  const tellers = documentsOf(event);
  tellers.forEach((number, index) => {
    const record = D.documents[number];
    if (index) parts.push(element("h4", {}, S.label.also));
    parts.push(documentHead(record));
    if (record.pieces) parts.push(documentText(record, event));
  });
  panel.replaceChildren(...parts);
  for (const text of panel.querySelectorAll(".source-text")) {
    const mark = text.querySelector("mark");
    if (mark) text.scrollTop = mark.offsetTop - text.offsetTop - 48;
  }
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
  const box = element("div", { class: "source-text", dir: "auto", tabindex: "0", role: "group", "aria-label": record.title || S.label.panel });
  const linked = new Set();
  for (const piece of record.pieces) {
    if (typeof piece === "string") {
      box.append(piece);
      continue;
    }
    const [text, inSentence = [], triggers = [], times = []] = piece;
    let node = document.createTextNode(text);
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
