/* The story: the principal events one after the other, the figure moving along. */

const STORY = 12;
let story = null;

/* The first by rank of where the page opens, in the order of time: the same for every reader of an address. */
function storyEvents() {
  if (story) return story;
  const members = Array.isArray(view.focus) || D.busiest === null ? EVENTS.filter((event) => event.spans.length && inWindow(event, ...view.first)) : [...periods[D.busiest].members];
  const ranked = members.filter((event) => event.rank < Infinity).sort((a, b) => a.rank - b.rank);
  story = (ranked.length ? ranked : members).slice(0, STORY).sort((a, b) => a.number - b.number);
  return story;
}

function tellStory(number, { replace = false } = {}) {
  const events = storyEvents();
  if (!events.length || !Number.isInteger(number)) return;
  if (!events.every(passes)) form.reset(), readFilters();
  view.story = Math.min(Math.max(number, 1), events.length);
  document.documentElement.dataset.story = view.story;
  const event = events[view.story - 1];
  const length = Math.min(view.first[1] - view.first[0], Math.max((view.first[1] - view.first[0]) * 0.6, 6 * DAY));
  const middle = (event.spans[0].start + Math.min(event.spans[0].end, event.spans[0].start + length)) / 2;
  [view.start, view.end] = [middle - length / 2, middle + length / 2];
  select(event, { from: "story", replace });
}

function endStory() {
  view.story = 0;
  delete document.documentElement.dataset.story;
}

function watchStory() {
  const place = byId("panel");
  let from = null;
  place.addEventListener("touchstart", ({ touches }) => { from = touches.length === 1 ? [touches[0].clientX, touches[0].clientY] : null; }, { passive: true });
  place.addEventListener("touchend", ({ changedTouches }) => {
    if (!from || !page.selected) return;
    const [across, down] = [changedTouches[0].clientX - from[0], changedTouches[0].clientY - from[1]];
    if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(down)) step((across > 0) === rtl() ? 1 : -1);
  }, { passive: true });
  addEventListener("keydown", (event) => {
    if (!view.story || event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, select, .source-text, #figure-keys")) return;
    const on = rtl() ? "ArrowLeft" : "ArrowRight", back = rtl() ? "ArrowRight" : "ArrowLeft";
    const by = { [on]: 1, [back]: -1, PageDown: 1, PageUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    step(by);
  });
}
