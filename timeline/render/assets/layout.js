/* Lanes, rows and labels: the same rules as timeline/render/layout.py, for whatever window and width there is. */

const LABELLED = 60, DOTTED = 600, MOST_ROWS = 64, MARK = 7, LABEL_GAP = 9, FADE = 0.05, LANE_GAP = 0.7, EM = 12 * 0.46;
const LABEL_ROOM = 0.16, BRIEF = 31 * DAY, FEW = 3, REPORTED = -3, STRIP = 12;
const NARROW = 600, DOT = 5, DOT_ROW = 0.6, DOT_GAP = 2; // dots: the crowd below the labelled marks of a lane
const STATUSES = ["new", "moved", "changed", "dropped"];

const canvas = document.createElement("canvas").getContext("2d");
const measured = new Map();
const measure = (text) => {
  if (!measured.has(text)) {
    canvas.font = `12px ${S.fonts}`;
    measured.set(text, canvas.measureText(text).width + 3);
  }
  return measured.get(text);
};

/* The keys of the lanes that an event stands in, as numbers; -1 where nothing is given. */
function laneKeys(event, by) {
  const keys = by === "type" ? [event.type] : { actor: event.actors, place: event.places, source: event.sources, status: [STATUSES.indexOf(event.status)] }[by];
  return keys.length ? keys : [-1];
}

function lanesOf(events, by) {
  const members = new Map();
  for (const event of events)
    for (const key of laneKeys(event, by)) {
      if (!members.has(key)) members.set(key, []);
      members.get(key).push(event);
    }
  if (by === "type") {
    const lanes = S.types.map((title, key) => ({ key, title, members: (members.get(key) || []).filter((event) => !event.printed) })).filter((lane) => lane.members.length);
    if (!lanes.length) return S.types.map((title, key) => ({ key, title, members: members.get(key) || [] })).filter((lane) => lane.members.length);
    const reported = events.filter((event) => event.printed);
    return reported.length ? [...lanes, { key: REPORTED, title: S.label.reported, members: reported }] : lanes;
  }
  if (by === "status") {
    // what two timelines differ in, in this order; what both tell alike stands last
    return [...STATUSES.keys(), -1].filter((key) => members.has(key)).map((key) => ({ key, title: S.label[STATUSES[key] || "same"], members: members.get(key) }));
  }
  const names = { actor: D.actors, place: D.places, source: D.sources }[by];
  const compare = (a, b) => (names[a] < names[b] ? -1 : 1);
  const ranked = [...members.keys()].filter((key) => key >= 0).sort((a, b) => members.get(b).length - members.get(a).length || compare(a, b));
  const shown = ranked.length <= S.mostLanes ? ranked : ranked.slice(0, S.mostLanes - 1);
  const lanes = shown.map((key) => ({ key, title: names[key], members: members.get(key) }));
  if (shown.length < ranked.length) {
    const rest = new Set(ranked.slice(shown.length).flatMap((key) => members.get(key)));
    const own = [...rest].filter((event) => !laneKeys(event, by).some((key) => shown.includes(key)));
    const others = (own.length ? own : [...rest]).sort((a, b) => a.number - b.number);
    lanes.push({ key: -2, title: S.more, members: others });
  }
  if (members.has(-1)) lanes.push({ key: -1, title: S.unknown, members: members.get(-1) });
  return lanes;
}

function pack(boxes, gap = 6) {
  const taken = [];
  const rows = new Array(boxes.length).fill(0);
  const free = (row, low, high) => {
    const line = taken[row];
    if (line) for (let i = line.length - 1; i >= 0; i--) if (high + gap > line[i][0] && line[i][1] + gap > low) return false;
    return true;
  };
  // the crowd of one day spreads over the day's breadth before it piles up
  const shiftIn = (row, box) => {
    const step = box.end - box.start + gap;
    for (let n = 0; n < 1 + 2 * Math.floor(box.slack / step); n++) {
      const shift = Math.floor((n + 1) / 2) * step * (n % 2 ? 1 : -1);
      const [low, high] = [box.start + shift, box.end + shift];
      if (free(row, low, high) && (box.rows < 2 || free(row + 1, low, high))) return shift;
    }
    return null;
  };
  const order = boxes.map((_, i) => i).sort((a, b) => boxes[a].start - boxes[b].start || boxes[a].end - boxes[b].end);
  for (const number of order) {
    const box = boxes[number];
    let row = 0, shift;
    while ((shift = shiftIn(row, box)) === null) row++;
    box.shift = shift;
    for (let extra = 0; extra < box.rows; extra++) (taken[row + extra] ||= []).push([box.start + shift, box.end + shift]);
    rows[number] = row;
  }
  return { rows, height: taken.length };
}

function labelLimit(count, width) {
  const most = count <= 24 ? 76 : 46;
  return Math.max(Math.floor(Math.min(most, (width * (width < NARROW ? 0.95 : 0.42)) / EM)), 12);
}

function labelOf(event, limit) {
  const text = shorten(event.label, limit);
  return event.corroborated > 1 && text ? `${text} ×${event.corroborated}` : text;
}

/* As many characters as fit into so many pixels. */
function fitted(text, room, least, size) {
  const each = size(text) / text.length;
  return shorten(text, Math.max(Math.floor(room / each), least));
}

function place(spans, text, start, scale, width, size, mark = MARK, given = []) {
  const tail = width * FADE + 6;
  let low = Infinity, high = -Infinity;
  for (const span of spans) {
    low = Math.min(low, (span.start - start) * scale - (span.openStart ? tail : 0));
    high = Math.max(high, (span.end - start) * scale + (span.openEnd ? tail : 0));
  }
  const point = spans.length === 1 && spans[0].shape === "point" && isDot(spans[0], 1 / scale);
  if (point) {
    const middle = (low + high) / 2;
    [low, high] = [middle - mark, middle + mark];
  }
  [low, high] = [Math.min(low, high - 2 * mark), Math.max(high, low + 2 * mark)];
  for (const at of given) [low, high] = [Math.min(low, (at - start) * scale - mark), Math.max(high, (at - start) * scale + mark)];
  const box = (from, to, label, side, rows = 1, slack = 0) => ({ start: from, end: to, rows, label, side, slack, shift: 0 });
  const wholeDay = point && spans[0].end - spans[0].start === DAY;
  if (!text) return box(low, high, "", "none", 1, wholeDay ? Math.max((DAY * scale) / 2 - mark - 2, 0) : 0);
  let need = size(text) + LABEL_GAP;
  const after = width - high, before = low;
  if (need <= after) return box(low, high + need, text, "after");
  if (need <= before) return box(low - need, high, text, "before");
  if (high - low > Math.max(after, before)) {
    const room = Math.min(width, high) - Math.max(low, 0);
    return box(low, high, fitted(text, room, 12, size), "below", 2);
  }
  if (width < NARROW) {
    // too narrow for a label beside its mark: under it, running to the side that has more room
    const inside = [Math.max(low, 0), Math.min(high, width)];
    const runsOn = width - inside[0] >= inside[1];
    const label = fitted(text, runsOn ? width - inside[0] : inside[1], 12, size);
    need = size(label);
    return runsOn ? box(low, Math.max(high, inside[0] + need), label, "below", 2) : box(Math.min(low, inside[1] - need), high, label, "under", 2);
  }
  const side = after >= before ? "after" : "before";
  const label = fitted(text, Math.max(after, before) - LABEL_GAP, 6, size);
  need = size(label) + LABEL_GAP;
  return side === "after" ? box(low, high + need, label, side) : box(low - need, high, label, side);
}

function wholeWindow(events, width, labelled) {
  const every = events.flatMap((event) => event.spans);
  if (!every.length) return [0, DAY];
  const least = (list) => list.reduce((low, span) => Math.min(low, span.start), Infinity);
  const most = (list) => list.reduce((high, span) => Math.max(high, span.end), -Infinity);
  let start = least(every), end = most(every);
  const sure = every.filter((span) => span.shape !== "vague");
  if (sure.length) {
    let low = least(sure), high = most(sure);
    const brief = sure.filter((span) => span.end - span.start <= BRIEF && !span.openStart && !span.openEnd);
    if (brief.length >= FEW && high - low > 5 * Math.max(most(brief) - least(brief), 3 * DAY)) [low, high] = [least(brief), most(brief)]; // what has gone on for years may run out of it too
    const room = Math.trunc(Math.max(high - low, 3 * DAY) * 0.3);
    [start, end] = [Math.max(start, low - room), Math.min(end, high + room)];
  }
  if (end - start < 3 * DAY) [start, end] = [start - 2 * DAY, end + 2 * DAY]; // a single day stands among its neighbors
  const length = end - start;
  let before = 0.015 * length + DAY * 0.02, after = before;
  if (every.some((span) => span.openStart && span.start < start + FADE * length)) before += FADE * 1.3 * length;
  if (every.some((span) => span.openEnd && span.end > end - FADE * length)) after += FADE * 1.3 * length;
  if (labelled && width >= NARROW) after += LABEL_ROOM * length;
  return [start - before, end + after];
}

const inWindow = (event, start, end) => {
  const tail = (end - start) * FADE;
  return event.spans.some((span) => span.end + (span.openEnd ? tail : 0) > start && span.start - (span.openStart ? tail : 0) < end);
};

function arrange(events, { by, labels, start, end, width, headed = false, size = measure, chosen = null }) {
  const every = labels === "all" || (labels === "auto" && (chosen !== null || events.length <= LABELLED));
  const scale = width / (end - start);
  const limit = labelLimit(chosen ? chosen.size : events.length, width);
  const items = [], bands = [];
  let row = 0;
  lanesOf(events, by).forEach((lane, index) => {
    const thin = lane.key === REPORTED && lane.members.length > STRIP;
    const big = chosen ? lane.members.filter((event) => chosen.has(event)) : thin ? [] : lane.members;
    const boxes = big.map((event) => place(event.spans, every ? labelOf(event, limit) : "", start, scale, width, size, MARK, event.given));
    const { rows, height: above } = pack(boxes);
    const head = headed ? 0.5 : 0; // the lane's name stands over its marks
    boxes.forEach((box, i) => items.push({ event: big[i], lane: index, row: row + head + rows[i], box }));
    let height = above;
    if (big.length < lane.members.length) {
      const kept = new Set(big), small = lane.members.filter((event) => !kept.has(event));
      const dots = small.map((event) => place(event.spans, "", start, scale, width, size, DOT));
      const crowd = pack(dots, DOT_GAP);
      const top = row + head + height - (1 - DOT_ROW) / 2;
      dots.forEach((box, i) => items.push({ event: small[i], lane: index, row: top + crowd.rows[i] * DOT_ROW, box, dot: true }));
      height += crowd.height * DOT_ROW;
    }
    bands.push({ key: lane.key, title: lane.title, count: lane.members.length, top: row - 0.5 - LANE_GAP / 2, bottom: row + head + height - 0.5 + LANE_GAP / 2 });
    row += head + height + LANE_GAP;
  });
  return { items, bands, start, end, width, height: row, fade: (end - start) * FADE, pixel: (end - start) / width, labelled: every };
}
