/* Plotly traces for a layout: the same marks as timeline/render/marks.py. */

const BAR_WIDTH = 0.52, WINDOW = 0.24, SLICES = 15;
const HOVER = "%{customdata[0]}<extra></extra>";
const DIM = 0.13;

const pointSize = (layout) => (layout.labelled ? 12 : 10); // without labels the rows stand closer
const faded = (color, opacity) =>
  `rgba(${[1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16)).join(",")},${+opacity.toFixed(3)})`;

/* A day or less is a point; where days are as wide as headlines, a day is drawn as the day that it is. */
const WIDE_DAY = 250, WIDE_PART = 60;
function isDot(span, pixel) {
  if (span.openStart || span.openEnd) return false;
  const length = (span.end - span.start) / pixel;
  return length < (span.shape !== "point" ? 2 * MARK : span.end - span.start === DAY ? WIDE_DAY : WIDE_PART);
}

function slicesOf(profile) {
  if (profile === "even") {
    const edges = [0, 1, 2, 3].map((i) => [i * 0.03, (i + 1) * 0.03, 0.07 + 0.07 * i]);
    return [...edges, [0.12, 0.88, 0.34], ...edges.map(([low, high, tone]) => [1 - high, 1 - low, tone]).reverse()];
  }
  return Array.from({ length: SLICES }, (_, i) => {
    const at = i / (SLICES - 1);
    const share = profile === "MID" ? 1 - Math.abs(2 * at - 1) : profile === "START" ? 1 - at : at;
    return [i / SLICES, (i + 1) / SLICES, 0.1 + 0.7 * share];
  });
}

/* Headline, date, kind and place, and what makes it less than sure; all else stands in the panel. */
function hoverHtml(event) {
  const bold = paragraph(event.headline || S.types[event.type], 44, 3).split("<br>").map((part) => `<b>${part}</b>`);
  const where = [event.kind, placesOf(event)].filter(Boolean).join(" · ");
  const less = [event.modality ? S.modalities[event.modality] : "", event.corroborated > 1 ? say.count("sources", event.corroborated) : "",
    event.given.length ? S.label.key_given : ""].filter(Boolean).join(" · ");
  return [bold.join("<br>"), paragraph(event.when, 50, 2), paragraph(where, 50, 2), ...(less ? [paragraph(less, 50, 1)] : [])].join("<br>");
}

function barTrace(parts, marker, dim) {
  return {
    type: "bar", orientation: "h", width: BAR_WIDTH,
    base: parts.map((part) => part.start), x: parts.map((part) => part.end - part.start), y: parts.map((part) => part.item.row),
    marker, customdata: parts.map((part) => [part.item.hover, part.item.event.number]),
    hovertemplate: HOVER, name: "", opacity: dim ? DIM : 1, showlegend: false,
  };
}

const scatterTrace = (members, marker, dim, pixel, more = {}) => ({
  type: "scatter", mode: "markers", x: members.map(({ item, span }) => (span.start + span.end) / 2 + item.box.shift * pixel), y: members.map(({ item }) => item.row),
  marker, opacity: dim ? DIM : 1, showlegend: false, hoverinfo: "skip", ...more,
});

/* The traces of one layout; events that the filters leave out are dimmed, not gone. */
function marksOf(layout, colors, rtl, passes) {
  const groups = new Map();
  for (const item of layout.items) {
    item.dim = !passes(item.event);
    item.hover = hoverHtml(item.event);
    for (const span of item.event.spans) {
      const kind = isDot(span, layout.pixel) ? "point" : span.shape === "point" ? "bar" : span.shape;
      const key = [kind, item.event.type, item.event.modality, +item.dim].join();
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push({ item, span });
    }
  }
  const traces = [...linksOf(layout, colors), ...givenTraces(layout, colors)];
  const drawers = [["vague", vagueTraces], ["bar", barTraces], ["bar", tailTraces], ["point", pointTraces]];
  for (const [kind, draw] of drawers)
    for (let type = 0; type < S.types.length; type++)
      for (let modality = 0; modality < S.modalities.length; modality++)
        for (const dim of [1, 0]) {
          const members = groups.get([kind, type, modality, dim].join());
          if (members) traces.push(...draw({ members, type, modality, dim, color: colors.types[type], layout, rtl }));
        }
  return [...traces, ...haloTraces(groups, colors, layout), ...labelTraces(layout, colors, rtl)];
}

function linksOf(layout, colors) {
  const x = [], y = [];
  for (const item of layout.items)
    item.event.spans.slice(1).forEach((span, i) => {
      x.push(item.event.spans[i].end, span.start, null);
      y.push(item.row, item.row, null);
    });
  return x.length ? [{ type: "scatter", mode: "lines", x, y, line: { color: colors.line, width: 1.5 }, hoverinfo: "skip", showlegend: false }] : [];
}

function barTraces({ members, modality, dim, color }) {
  const shape = S.fills[modality][1];
  const marker = {
    color: shape ? faded(color, 0.12) : color,
    line: { color, width: members.map(({ item }) => (item.event.corroborated > 1 ? 2.5 : 1)) },
  };
  if (shape) marker.pattern = { shape, fgcolor: color, bgcolor: faded(color, 0.1), size: 7, solidity: 0.35 };
  return [barTrace(members.map(({ item, span }) => ({ item, start: span.start, end: span.end })), marker, dim)];
}

function vagueTraces({ members, modality, dim, color }) {
  const parts = [], tones = [];
  for (const { item, span } of members) {
    const length = span.end - span.start;
    for (const [low, high, tone] of slicesOf(span.profile)) {
      parts.push({ item, start: span.start + low * length, end: span.start + high * length });
      tones.push(faded(color, tone));
    }
  }
  const stretch = { ...barTrace(parts, { color: tones, line: { width: 0 } }, dim), width: WINDOW };
  const bracket = bracketTrace(members, color, dim);
  const shape = S.fills[modality][1];
  if (!shape) return [stretch, bracket];
  const pattern = { shape, fgcolor: faded(color, 0.5), bgcolor: "rgba(0,0,0,0)", size: 7, solidity: 0.18 };
  const marker = { color: "rgba(0,0,0,0)", line: { color: faded(color, 0.6), width: 0.8 }, pattern };
  return [stretch, { ...barTrace(members.map(({ item, span }) => ({ item, start: span.start, end: span.end })), marker, dim), width: WINDOW }, bracket];
}

/* The ends of a window in which something happened: nobody takes it for something that lasted. */
function bracketTrace(members, color, dim) {
  const x = [], y = [];
  for (const { item, span } of members)
    for (const at of [span.start, span.end]) {
      x.push(at, at, null);
      y.push(item.row - BAR_WIDTH / 2, item.row + BAR_WIDTH / 2, null);
    }
  return { type: "scatter", mode: "lines", x, y, line: { color, width: 1.6 }, opacity: dim ? DIM : 1, hoverinfo: "skip", showlegend: false };
}

/* Other days that some reports give: hollow marks, tied to the one that most give. */
function givenTraces(layout, colors) {
  const items = layout.items.filter((item) => item.event.given.length);
  if (!items.length) return [];
  const x = [], y = [];
  for (const item of items)
    for (const at of item.event.given) {
      const { start, end } = item.event.spans[0];
      x.push((start + end) / 2 + item.box.shift * layout.pixel, at, null);
      y.push(item.row, item.row, null);
    }
  const ends = x.map((at, i) => [at, y[i]]).filter((_, i) => i % 3 === 1);
  return [
    { type: "scatter", mode: "lines", x, y, line: { color: colors.muted, width: 1.2, dash: "dot" }, hoverinfo: "skip", showlegend: false },
    { type: "scatter", mode: "markers", x: ends.map(([at]) => at), y: ends.map(([, row]) => row), hoverinfo: "skip", showlegend: false,
      marker: { symbol: "circle-open", size: 7, color: colors.muted, line: { color: colors.muted, width: 1.4 } } },
  ];
}

function tailTraces({ members, modality, dim, color, layout, rtl }) {
  const parts = [], tones = [], tips = [];
  const length = layout.fade / 6;
  const strongest = modality === 0 ? 0.7 : 0.35;
  for (const { item, span } of members)
    for (const [sign, open, edge] of [[1, span.openEnd, span.end], [-1, span.openStart, span.start]]) {
      if (!open) continue;
      for (let i = 0; i < 6; i++) {
        const near = edge + sign * i * length, far = edge + sign * (i + 1) * length;
        parts.push({ item, start: Math.min(near, far), end: Math.max(near, far) });
        tones.push(faded(color, strongest * (1 - i / 6)));
      }
      tips.push([edge + sign * layout.fade, item.row, (sign === 1) === rtl ? "triangle-left" : "triangle-right"]);
    }
  if (!parts.length) return [];
  const triangles = {
    type: "scatter", mode: "markers", x: tips.map((tip) => tip[0]), y: tips.map((tip) => tip[1]), opacity: dim ? DIM : 1,
    marker: { symbol: tips.map((tip) => tip[2]), size: 9, color }, hoverinfo: "skip", showlegend: false,
  };
  return [barTrace(parts, { color: tones, line: { width: 0 } }, dim), triangles];
}

function pointTraces({ members, type, modality, dim, color, layout }) {
  const light = ({ item }) => S.modalities.length && (modality === 3 || (item.event.printed && modality === 0));
  const marker = {
    symbol: S.symbols[type] + S.fills[modality][0],
    size: members.map(({ item }) => ((item.dot ? 9 : pointSize(layout)) - (item.event.printed ? 2 : 0))),
    color: members.map((member) => (light(member) ? faded(color, 0.28) : color)),
    line: { color, width: 1.6 },
    opacity: 1,
  };
  const customdata = members.map(({ item }) => [item.hover, item.event.number]);
  return [scatterTrace(members, marker, dim, layout.pixel, { customdata, hovertemplate: HOVER, hoverinfo: "all", name: "" })];
}

function haloTraces(groups, colors, layout) {
  const traces = [];
  for (let type = 0; type < S.types.length; type++) {
    const members = [...groups].filter(([key]) => key.startsWith(`point,${type},`)).flatMap(([, group]) => group)
      .filter(({ item }) => item.event.corroborated > 1 && !item.dim);
    const marker = { symbol: `${S.symbols[type]}-open`, size: members.map(({ item }) => (item.dot ? 13 : pointSize(layout) + (layout.labelled ? 7 : 5))), color: colors.types[type], line: { width: 1.2 } };
    if (members.length) traces.push(scatterTrace(members, marker, false, layout.pixel));
  }
  return traces;
}

/* Labels keep to the window: a bar that runs out of it has its label at the edge that can be seen. */
function labelTraces(layout, colors, rtl) {
  const x = [], y = [], text = [], textposition = [], color = [];
  for (const item of layout.items) {
    const { label, side } = item.box;
    if (!label) continue;
    const spans = item.event.spans, first = spans[0], last = spans.at(-1);
    const point = isDot(side === "before" || side === "below" ? first : last, layout.pixel);
    let low = isDot(first, layout.pixel) ? (first.start + first.end) / 2 : first.start;
    let high = isDot(last, layout.pixel) ? (last.start + last.end) / 2 : last.end;
    [low, high] = [low + item.box.shift * layout.pixel, high + item.box.shift * layout.pixel];
    low -= first.openStart ? layout.fade : 0;
    high += last.openEnd ? layout.fade : 0;
    [low, high] = [Math.min(low, ...item.event.given), Math.max(high, ...item.event.given)];
    const gap = NBSP.repeat((point || last.openEnd ? 4 : 2) + (point && item.event.corroborated > 1 ? 1 : 0));
    const below = side === "below" || side === "under";
    const after = side === "after" || side === "below";
    if (below) {
      const edge = MARK * layout.pixel;
      x.push(after ? Math.max(low - (point ? edge : 0), layout.start) : Math.min(high + (point ? edge : 0), layout.end));
      text.push(isolate(escapeText(label)));
    } else {
      x.push(after ? high : low);
      const leads = after === ((rtl ? "rtl" : "ltr") === directionOf(label));
      text.push(isolate(leads ? gap + escapeText(label) : escapeText(label) + gap, directionOf(label)));
    }
    y.push(item.row + (below ? 0.75 : 0));
    textposition.push(after === rtl ? "middle left" : "middle right");
    color.push(item.dim ? faded(colors.muted, 0.35) : colors.text);
  }
  return x.length ? [{ type: "scatter", mode: "text", x, y, text, textposition, textfont: { size: 12, color }, hoverinfo: "skip", showlegend: false }] : [];
}
