/* Thousands of events: how many there are in each day, week, month or year, lane by lane. */

const MOST_BINS = 240, LANE_HEIGHT = 3.2;
const MONDAY = 4 * DAY;

const binSize = (start, end) => {
  const days = (end - start) / DAY;
  const found = [["day", 1], ["week", 7], ["month", 30.44]].find(([, length]) => days / length <= MOST_BINS);
  return found ? found[0] : "year";
};

function binStart(ms, size) {
  if (size === "day") return Math.floor(ms / DAY) * DAY;
  if (size === "week") return Math.floor((ms - MONDAY) / (7 * DAY)) * 7 * DAY + MONDAY;
  const date = utc(ms);
  return monthStart(date.getUTCFullYear(), size === "month" ? date.getUTCMonth() : 0);
}

function binEnd(start, size) {
  if (size === "day" || size === "week") return start + DAY * (size === "day" ? 1 : 7);
  const date = utc(start);
  return size === "month" ? monthStart(date.getUTCFullYear(), date.getUTCMonth() + 1) : monthStart(date.getUTCFullYear() + 1, 0);
}

function binText(start, size) {
  const date = utc(start);
  const year = say.number(date.getUTCFullYear());
  if (size === "year") return say.fill(S.when.year, { year });
  if (size === "month") return `${S.months[date.getUTCMonth()]} ${year}`;
  if (size === "day") return `${S.shortdays[weekdayOf(date)]} ${dayText(start)}`;
  return say.fill(S.when.week, { start: dayText(start), end: dayText(start + 6 * DAY) });
}

/* Counted once for a window and its surroundings: while panning and zooming within them plotly gets the same
   arrays again, and has only its axis to redraw. */
const counted = { key: "", from: 0, to: 0, density: null };
function densityAround(events, { by, start, end, colors, state }) {
  const size = binSize(start, end), length = end - start;
  const key = [size, by, ...colors.types, colors.text, state].join();
  if (counted.key !== key || start < counted.from || end > counted.to) {
    const [from, to] = [start - length, end + length];
    const near = events.filter((event) => event.spans[0].start < to && event.spans[0].end > from);
    Object.assign(counted, { key, from, to, density: densityOf(near, { by, size, colors }) });
  }
  return counted.density;
}

function densityOf(events, { by, size, colors }) {
  const lanes = lanesOf(events, by);
  const counts = lanes.map((lane) => {
    const bins = new Map();
    for (const event of lane.members) {
      const at = binStart(event.spans[0].start, size);
      if (!bins.has(at)) bins.set(at, new Array(S.types.length).fill(0));
      bins.get(at)[event.type]++;
    }
    return bins;
  });
  const total = (bin) => bin.reduce((sum, count) => sum + count, 0);
  const peaks = counts.map((bins) => Math.max(0, ...[...bins.values()].map(total)));
  // what has no day of its own is many times the rest, and stands on a scale of its own
  const common = Math.max(...peaks.filter((_, index) => lanes[index].key !== REPORTED), 0);
  const units = lanes.map((lane, index) => (LANE_HEIGHT - 1.15) / ((lane.key === REPORTED ? peaks[index] : common) || 1));
  // the bars of a type are one outline, not hundreds of them, and what is pointed at stands in a trace without marks:
  // plotly draws that in a third of the time
  const traces = S.types.flatMap((name, type) => {
    const outline = { x: [], y: [] }, hover = { x: [], y: [], customdata: [] };
    counts.forEach((bins, index) => {
      const unit = units[index], floor = (index + 1) * LANE_HEIGHT - 0.35;
      for (const [at, bin] of bins) {
        if (!bin[type]) continue;
        const stop = binEnd(at, size), gap = (stop - at) * 0.07;
        const low = floor - total(bin.slice(0, type)) * unit, high = low - bin[type] * unit;
        outline.x.push(at + gap, at + gap, stop - gap, stop - gap, at + gap, null);
        outline.y.push(low, high, high, low, low, null);
        hover.x.push((at + stop) / 2);
        hover.y.push((low + high) / 2);
        hover.customdata.push([isolate(escapeText(`${binText(at, size)}: ${say.count("events", bin[type])} (${name})`)), null, at, stop]);
      }
    });
    const common = { type: "scatter", name: "", showlegend: false };
    if (!hover.x.length) return [];
    return [
      { ...common, ...outline, mode: "lines", fill: "toself", fillcolor: colors.types[type], line: { width: 0 }, hoverinfo: "skip" },
      { ...common, ...hover, mode: "none", hovertemplate: HOVER, hoverlabel: { bgcolor: colors.hover, bordercolor: colors.line, font: { color: colors.text } } },
    ];
  });
  const bands = lanes.map((lane, index) => ({
    key: lane.key, title: lane.title, count: lane.members.length, peak: peaks[index], top: index * LANE_HEIGHT, bottom: (index + 1) * LANE_HEIGHT,
  }));
  return { traces, bands, size, height: lanes.length * LANE_HEIGHT };
}
