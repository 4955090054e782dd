/* The phone's timeline: cards from the first day to the last, one below the other, with the marks of the figure. */

const CARDS = 60;
let cardLimit = CARDS;

const single = (event) => event.spans.length === 1 && event.spans[0].end - event.spans[0].start <= DAY;

/* Where an event stands among the days: its first day, or nowhere. */
function dayOf(event) {
  return event.spans.length ? Math.floor(event.spans[0].start / DAY) * DAY : null;
}

function cardsShown() {
  const inside = EVENTS.filter((event) => passes(event) && (!event.spans.length || inWindow(event, view.start, view.end)));
  const dated = inside.filter((event) => event.spans.length);
  view.seen = dated.length;
  const few = view.principal ? principalOf(dated, CARDS) : dated;
  return [...few].sort((a, b) => a.spans[0].start - b.spans[0].start || a.number - b.number)
    .concat(view.principal ? [] : inside.filter((event) => !event.spans.length));
}

function cardOf(event) {
  const link = element("a", { class: "card", href: anchorOf(event), "data-number": event.number, "aria-current": event === page.selected ? "true" : null },
    symbol(event.type, event.printed && event.modality === 0 ? 3 : event.modality), own(event.headline || event.kind, "span", { class: "card-title" }));
  if (event.spans.length && !single(event)) link.append(element("time", {}, event.when));
  const rest = [placesOf(event), event.modality ? S.modalities[event.modality] : "", event.corroborated > 1 ? say.count("sources", event.corroborated) : "",
    event.printed ? S.label.key_document : ""].filter(Boolean);
  if (rest.length) link.append(own(rest.join(" · "), "small"));
  link.addEventListener("click", (click) => {
    click.preventDefault();
    select(event, { from: "cards" });
  });
  return element("li", {}, link);
}

function fillCards() {
  const place = byId("cards"), shown = cardsShown();
  const at = shown.indexOf(page.selected);
  if (at >= cardLimit) cardLimit = at + 10;
  const parts = [];
  let day, list, year = null;
  for (const event of shown.slice(0, cardLimit)) {
    if (!parts.length || dayOf(event) !== day) {
      day = dayOf(event);
      list = element("ol", { class: "day-cards" });
      const date = day === null ? null : utc(day);
      const title = date === null ? element("h3", {}, S.when.none)
        : element("h3", {}, S.weekdays[weekdayOf(date)], element("b", {}, say.number(date.getUTCDate())), S.short[date.getUTCMonth()],
          date.getUTCFullYear() === year ? null : ` ${say.number(date.getUTCFullYear())}`);
      year = date && date.getUTCFullYear();
      parts.push(element("section", {}, title, list));
    }
    list.append(cardOf(event));
  }
  const left = shown.length - cardLimit;
  if (left > 0) {
    const more = element("button", { type: "button", id: "more-cards" }, `${S.label.show_more} (${say.number(left)})`);
    more.addEventListener("click", () => { cardLimit += 2 * CARDS; fillCards(); });
    parts.push(more);
  }
  if (!shown.length) parts.push(element("p", { class: "notice" }, emptyNote()));
  place.replaceChildren(...parts);
  tellView(shown.filter((event) => event.spans.length).length);
  tellAddress();
}

/* Cards or figure: cards on a narrow screen, until the reader wants the figure. */
function setCards(cards) {
  view.cards = cards;
  const button = byId("as-cards");
  button.hidden = innerWidth >= 640;
  button.textContent = S.label[cards ? "as_figure" : "as_cards"];
  document.documentElement.dataset.view = cards ? "cards" : "figure";
  byId("cards").hidden = !cards;
}

function watchCards() {
  byId("as-cards").addEventListener("click", () => {
    view.chosenView = view.cards ? "figure" : "cards";
    setCards(!view.cards);
    draw();
  });
}
