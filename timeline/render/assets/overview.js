/* The whole in a strip below the figure: how many events there are when, and the window, to be drawn along or made longer. */

const STRIP_HEIGHT = 34, STRIP_BINS = 140;
const strip = { range: null, key: "", frame: null };

function stripRange() {
  const first = periods[0], last = periods.at(-2), around = 2 * (view.first[1] - view.first[0]);
  const starts = EVENTS.filter((event) => event.spans.length).map((event) => event.spans[0].start).sort((a, b) => a - b);
  const fringe = Math.floor(starts.length / 50); // a single date of the year 1000 does not make all others a line
  let low = Math.min(starts[fringe], view.first[0]), high = Math.max(starts.at(-1 - fringe), view.first[1]);
  if (last) [low, high] = [Math.max(low, first.window[0] - around), Math.min(high, last.window[1] + around)];
  const room = (high - low) * 0.02;
  return [low - room, high + room];
}

function drawStrip() {
  const place = byId("overview");
  if (place.hidden || view.cards) return;
  strip.range ||= stripRange();
  const width = view.width, [low, high] = strip.range;
  const X = (ms) => { const share = (ms - low) / (high - low); return (rtl() ? 1 - share : share) * width; };
  const key = [page.state, width].join("\n");
  if (strip.key !== key) {
    strip.key = key;
    const counts = new Array(STRIP_BINS).fill(0);
    for (const event of EVENTS) {
      if (!event.spans.length || !passes(event)) continue;
      const bin = Math.floor(((event.spans[0].start - low) / (high - low)) * STRIP_BINS);
      if (bin >= 0 && bin < STRIP_BINS) counts[bin]++;
    }
    const most = Math.max(...counts, 1), each = width / STRIP_BINS;
    const path = counts.map((count, bin) => {
      const height = Math.sqrt(count / most) * (STRIP_HEIGHT - 6), left = (rtl() ? STRIP_BINS - 1 - bin : bin) * each;
      return count ? `M${left.toFixed(1)} ${STRIP_HEIGHT}v${-height.toFixed(1)}h${Math.max(each - 1, 1).toFixed(1)}v${height.toFixed(1)}z` : "";
    }).join("");
    strip.frame = svgOf("rect", { class: "frame", y: 1, height: STRIP_HEIGHT - 2, rx: 4 });
    const ends = [low, high].map((ms) => (high - low > 700 * DAY ? say.number(utc(ms).getUTCFullYear()) : dayText(ms, S.short)));
    const label = (text, right) => svgOf("text", { x: right ? width - 4 : 4, y: 12, "text-anchor": right ? "end" : "start" }, isolate(text));
    place.replaceChildren(svgOf("svg", { width, height: STRIP_HEIGHT, "aria-hidden": "true" }, svgOf("path", { d: path }), strip.frame,
      label(ends[0], rtl()), label(ends[1], !rtl())));
  }
  const [a, b] = [X(view.start), X(view.end)].sort((one, other) => one - other);
  const [left, right] = [Math.min(Math.max(a, 1), width - 9), Math.min(Math.max(b, 9), width - 1)];
  strip.frame.setAttribute("x", left);
  strip.frame.setAttribute("width", Math.max(right - left, 8));
}

/* One drawing for a burst of moves. */
let waiting = null;
function moveTo(start, end) {
  if (!waiting) requestAnimationFrame(() => { setWindow(...waiting); waiting = null; });
  waiting = [start, end];
}

function watchStrip() {
  const place = byId("overview");
  let held = null;
  const at = (event) => {
    const box = place.getBoundingClientRect(), share = (event.clientX - box.left) / box.width;
    return strip.range[0] + (rtl() ? 1 - share : share) * (strip.range[1] - strip.range[0]);
  };
  place.addEventListener("pointerdown", (event) => {
    const moment = at(event), edge = ((strip.range[1] - strip.range[0]) / place.clientWidth) * 7;
    const side = Math.abs(moment - view.start) < edge ? "start" : Math.abs(moment - view.end) < edge ? "end" : "both";
    if (side === "both" && (moment < view.start || moment > view.end)) moveTo(moment - (view.end - view.start) / 2, moment + (view.end - view.start) / 2);
    held = { side, moment, start: view.start, end: view.end };
    if (side === "both" && (moment < view.start || moment > view.end)) [held.start, held.end] = [moment - (view.end - view.start) / 2, moment + (view.end - view.start) / 2];
    place.setPointerCapture(event.pointerId);
  });
  place.addEventListener("pointermove", (event) => {
    if (!held) return;
    const by = at(event) - held.moment;
    const start = held.start + (held.side === "end" ? 0 : by), end = held.end + (held.side === "start" ? 0 : by);
    if (end - start > 2 * HOUR) moveTo(start, end);
  });
  for (const name of ["pointerup", "pointercancel"]) place.addEventListener(name, () => { held = null; });
}

/* On a touch screen: one finger draws the figure along, two make it wider or narrower. */
function watchTouch() {
  const place = byId("plot"), fingers = new Map();
  let from = null;
  const grip = () => {
    const box = place.getBoundingClientRect(), xs = [...fingers.values()].map((x) => (rtl() ? box.right - x : x - box.left) / box.width);
    return xs.length > 1 ? [Math.min(...xs), Math.max(...xs)] : [xs[0], xs[0]];
  };
  const begin = () => { from = fingers.size ? { grip: grip(), start: view.start, end: view.end } : null; };
  place.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch") return;
    fingers.set(event.pointerId, event.clientX);
    begin();
  });
  addEventListener("pointermove", (event) => {
    if (!from || !fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, event.clientX);
    const [a, b] = from.grip, [c, d] = grip(), length = from.end - from.start;
    const scale = b - a > 0.05 && d - c > 0.05 ? (b - a) / (d - c) : 1;
    if (scale === 1 && Math.abs(c - a) < 0.015) return;
    const start = from.start + length * (a - c * scale);
    moveTo(start, start + length * scale);
  });
  for (const name of ["pointerup", "pointercancel"]) addEventListener(name, (event) => {
    if (fingers.delete(event.pointerId)) begin();
  });
}
