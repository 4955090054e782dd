/* The figure on the page: drawn for a window of time, again after every zoom, pan, filter or change of theme. */

const view = { start: 0, end: 1, lanes: "type", theme: "light", width: 0, drawn: null, drawing: false, print: false };
const chart = byId("chart");
const CONFIG = { displayModeBar: false, displaylogo: false, showSendToCloud: false, responsive: false, scrollZoom: false, typesetMath: false, doubleClick: false };

const rtl = () => view.direction === "rtl";
const coarse = matchMedia("(pointer: coarse)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/* Which events are drawn, and whether singly or as density. */
function chosen() {
  const dated = EVENTS.filter((event) => event.spans.length);
  const seen = dated.filter((event) => inWindow(event, view.start, view.end));
  const passing = seen.filter(passes);
  view.seen = passing.length;
  const dense = () => ({ dense: dated.filter(passes) });
  if (view.principal) {
    const single = principalOf(passing);
    return { single, labelled: new Set(single) };
  }
  if (view.density === "always") return dense();
  const single = view.density === "never" || seen.length <= DOTTED ? seen : passing;
  if (view.density !== "never" && single.length > DOTTED) return dense();
  return { single, labelled: view.labels === "auto" && single.length > LABELLED ? new Set(principalOf(passing)) : null };
}

/* The events of a view that get labels: the best by rank, and the one that the reader has selected. */
function principalOf(events, most = (view.width || widthOf()) < 640 ? S.principal / 2 : S.principal) {
  const here = periods.slice(0, -1).find(({ window: [start, end] }) => view.start >= start - (end - start) / 4 && view.end <= end + (end - start) / 4);
  const apart = (event) => (here && !here.members.has(event) ? 1 : 0); // what only reaches into the period stands behind
  // the few that have a rank are sorted; all others keep the order of the timeline
  const [first, rest] = [[[], []], [[], []]];
  for (const event of events) (event.rank < Infinity ? first : rest)[apart(event)].push(event);
  const order = [0, 1].flatMap((far) => [...first[far].sort((a, b) => a.rank - b.rank), ...rest[far]]);
  // no type that occurs is left out: the best of each come first
  const kept = new Set(S.types.flatMap((_, type) => order.filter((event) => event.type === type).slice(0, Math.floor(most / 8))));
  const best = [...kept, ...order.filter((event) => !kept.has(event)).slice(0, most - kept.size)];
  if (page.selected && events.includes(page.selected) && !best.includes(page.selected)) best.push(page.selected);
  return best.sort((a, b) => a.number - b.number);
}

/* How broad the figure is: that of its place, also while the cards stand there. */
const widthOf = () => view.print || chart.clientWidth || byId("cards").clientWidth || innerWidth - 24;

function draw() {
  if (view.cards && !view.print) return fillCards();
  const colors = inks();
  const width = (view.width = widthOf());
  const narrow = width < 640;
  const plot = Math.max(width - 2 * SIDE, 120);
  let { dense, single, labelled } = chosen();
  let bands, rows, data, rowHeight, placed, note = "";
  if (single) {
    placed = arrange(single, { by: view.lanes, labels: view.labels, start: view.start, end: view.end, width: plot, headed: true, chosen: labelled });
    const crowded = labelled ? single.length > labelled.size && placed.height > MOST_ROWS * 0.75 : !placed.labelled && placed.height > MOST_ROWS;
    if (view.density === "auto" && crowded) dense = single.filter(passes); // they would pile up
  }
  if (dense) {
    const found = densityAround(dense, { by: view.lanes, start: view.start, end: view.end, colors, state: page.state });
    ({ bands, traces: data, height: rows } = found);
    data = [...data];
    rowHeight = bands.length > 6 ? 26 : 40;
    note = say.label("density", { bin: say.label(`bin_${found.size}`) });
    view.layout = null;
  } else {
    data = marksOf(placed, colors, rtl(), passes);
    ({ bands, height: rows } = placed);
    rowHeight = placed.labelled ? (narrow ? 24 : rowRoom(rows)) : single.length > 250 ? 17 : 20;
    view.layout = placed;
  }
  const axis = axisOf(view.start, view.end, plot);
  const hijri = view.hijri ? hijriAxis(view.start, view.end, plot) : null;
  const layout = figureLayout({ bands, rows, rowHeight, colors, dense });
  const under = underFigure({ bands, axis, hijri, colors, plot });
  layout.width = width;
  chart.style.height = `${layout.height}px`;
  if (window.Plotly && view.live) {
    view.drawing = true;
    const same = dense && view.drawn.live && view.drawn.dense === counted.density && ["width", "height"].every((key) => view.drawn.layout[key] === layout[key]);
    if (!view.watched) chart.replaceChildren(); // the sketch has done its work
    if (!same || !moveAxis(layout)) Plotly.react(chart, data, layout, CONFIG);
    if (!view.watched) watchFigure();
    view.watched = true;
    view.drawing = false;
  } else chart.replaceChildren(sketch(data, layout));
  byId("axis").replaceChildren(axisStrip(layout, under));
  byId("ground").replaceChildren(ground(layout, under));
  drawStrip();
  tellAddress();
  view.drawn = { data, layout, under, dense: dense && counted.density, live: view.live };
  tellView(dense ? 0 : single.filter(passes).length);
  byId("note").textContent = bands.length ? note : emptyNote();
}

/* The height of a row: what the window has left, as long as labels can be read. */
function rowRoom(rows) {
  if (view.print) return sheetRow(rows);
  const top = byId("plot").getBoundingClientRect().top + scrollY;
  const below = byId("overview").hidden ? 14 : STRIP_HEIGHT + 20;
  return Math.min(Math.max((innerHeight - top - below) / Math.max(rows, 1), 20), 27);
}

/* Why nothing is drawn: there is nothing, nothing that has a date, or nothing that the filters let through. */
function emptyNote() {
  if (!EVENTS.length) return say.label("empty");
  return EVENTS.some((event) => event.spans.length) ? say.label("nothing") : say.label("no_dates");
}

const ours = []; // ranges that we have set ourselves and that plotly has not yet told us of
/* The same counts in another window: only the axis has moved, which takes plotly a third of the time of a new layout;
   false where it keeps its axis elsewhere. */
function moveAxis(layout) {
  if (!chart._fullLayout || !chart.layout.xaxis) return false;
  ours.push(String(layout.xaxis.range));
  Plotly.relayout(chart, { "xaxis.range": layout.xaxis.range });
  return true;
}

/* What is drawn around and under plotly's figure, by ourselves: stripes and names of lanes, grid, ticks, stretches of the
   level above with their names. It changes with every window, and plotly would lay out everything again for it. */
function underFigure({ bands, axis, hijri, colors, plot }) {
  const pixel = (view.end - view.start) / plot;
  const shapes = bands.filter((_, index) => index % 2 === 0).map((band) => ({
    type: "rect", xref: "paper", yref: "y", x0: 0, x1: 1, y0: band.top, y1: band.bottom, fillcolor: colors.band, line: { width: 0 }, layer: "below",
  }));
  for (const [start] of axis.bands)
    if (start > view.start) shapes.push({ type: "line", xref: "x", yref: "paper", x0: start, x1: start, y0: 0, y1: 1, line: { color: colors.line, width: 1 }, layer: "below" });
  const chosenShape = selectionShape(colors);
  if (chosenShape) shapes.push(chosenShape);
  const levels = [axis, hijri].filter(Boolean).map((one) => ({ ticks: fitting(one, plot), names: bandLabels(one.bands, pixel) }));
  return { shapes, levels, lanes: laneNames(bands, colors), grid: axis.grid, color: colors.grid, colors };
}

/* Ticks that would be cut at an edge are left out. */
function fitting({ positions, texts }, plot) {
  const pixel = (view.end - view.start) / plot;
  return positions.map((at, i) => [at, texts[i]]).filter(([at, text]) => {
    const place = (at - view.start) / pixel, half = measure(text) / 2;
    return place - half >= -SIDE && place + half <= plot + SIDE;
  });
}

/* The names of the lanes, each at the head of its lane, with its sign and in its color where lanes are types. */
function laneNames(bands, colors) {
  const far = rtl() ? "right" : "left", near = rtl() ? "left" : "right";
  return bands.flatMap((band) => {
    const typed = view.lanes === "type" && band.key >= 0;
    const title = isolate(escapeText(`${typed ? `${GLYPHS[band.key]} ` : ""}${shorten(band.title, 48)}`), S.language === "ar" ? "rtl" : undefined);
    const names = [{
      text: `<b>${title}</b>`, font: { size: 13, color: typed ? colors.types[band.key] : colors.text },
      x: rtl() ? 1 : 0, xref: "paper", xanchor: far, y: band.top + 0.1, yref: "y",
    }];
    if (band.peak !== undefined) names.push({
      text: isolate(escapeText(say.label("peak", { n: say.number(band.peak) }))), font: { size: 11, color: colors.muted },
      x: rtl() ? 0 : 1, xref: "paper", xanchor: near, y: band.top + 0.1, yref: "y",
    });
    return names;
  });
}

const SIDE = 8; // pixels at either end of the axis
function figureLayout({ bands, rows, rowHeight, colors, dense }) {
  const range = rtl() ? [view.end, view.start] : [view.start, view.end];
  const font = { family: S.fonts, size: 13, color: colors.text };
  return {
    height: Math.round(Math.max(rows, 3) * rowHeight + 8), autosize: false,
    margin: { t: 4, b: 4, l: SIDE, r: SIDE, pad: 0 },
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", font, barmode: "overlay", bargap: 0,
    hovermode: "closest", hoverdistance: dense ? 40 : 12, dragmode: coarse.matches ? false : "pan", showlegend: false,
    hoverlabel: { align: S.language === "ar" ? "right" : "left", bgcolor: colors.hover, bordercolor: colors.line, font },
    xaxis: { type: "date", range, tickmode: "array", tickvals: [], showticklabels: false, ticks: "", showgrid: false, zeroline: false, showline: false },
    yaxis: {
      range: bands.length ? [bands.at(-1).bottom + 0.05, bands[0].top - 0.05] : [3, 0], fixedrange: true, tickmode: "array", tickvals: [],
      showticklabels: false, ticks: "", showgrid: false, zeroline: false,
    },
  };
}

/* A frame around the mark of the selected event and its label. */
function selectionShape(colors) {
  const item = view.layout && view.layout.items.find((one) => one.event === page.selected);
  if (!item) return null;
  const pixel = view.layout.pixel, { start, end, rows } = item.box;
  const at = (px) => Math.min(Math.max(view.start + (px + item.box.shift) * pixel, view.start), view.end);
  return {
    type: "rect", xref: "x", yref: "y", x0: at(start - 5), x1: at(end + 3), y0: item.row - 0.47, y1: item.row + 0.47 + (rows - 1) * 0.7,
    line: { color: colors.text, width: 1.5 }, fillcolor: faded(colors.types[item.event.type], 0.12), layer: "below",
  };
}

function setWindow(start, end) {
  const length = Math.min(Math.max(end - start, 2 * HOUR), Math.max(view.whole[1] - view.whole[0], DAY) * 1.6);
  const middle = (start + end) / 2;
  [view.start, view.end] = [middle - length / 2, middle + length / 2];
  draw();
}

const zoom = (factor, share = 0.5) => {
  const length = view.end - view.start, at = view.start + share * length;
  setWindow(at - share * length * factor, at + (1 - share) * length * factor);
};
const pan = (share) => {
  const step = (view.end - view.start) * share;
  setWindow(view.start + step, view.end + step);
};
const showAll = () => setWindow(...view.whole);

/* Bring an event into the window: its period opens, or a density view around it. */
function reveal(event) {
  if (!event.spans.length) return draw();
  const { start, end } = event.spans[0];
  const inside = inWindow(event, view.start, view.end);
  if (inside && (view.layout || view.principal)) return draw();
  const period = periods.find(({ members }) => members.has(event));
  if (period && !inside && (view.principal || period.members.size <= DOTTED)) return setWindow(...period.window);
  const length = view.layout ? view.end - view.start : Math.max(20 * DAY, (end - start) * 3);
  setWindow((start + end) / 2 - length / 2, (start + end) / 2 + length / 2);
  if (view.layout) return;
  view.principal = true; // too many about it to be drawn singly
  draw();
}

/* A range as plotly gives it, in numbers or ISO dates: first and last moment. */
function rangeOf(change) {
  const range = (change["xaxis.range"] || [change["xaxis.range[0]"], change["xaxis.range[1]"]])
    .map((value) => (typeof value === "number" ? value : Date.parse(`${value.replace(" ", "T")}${value.length > 10 ? "Z" : ""}`)));
  return [Math.min(...range), Math.max(...range)];
}

function watchFigure() {
  chart.on("plotly_relayout", (change) => {
    if (!("xaxis.range[0]" in change || "xaxis.range" in change)) return;
    // plotly tells of our own changes too, and some time after
    const own = ours.indexOf(String(change["xaxis.range"]));
    if (own >= 0) ours.splice(own, 1);
    else if (!view.drawing) setWindow(...rangeOf(change));
  });
  chart.on("plotly_relayouting", (change) => {
    // under the reader's finger only what stands below the figure moves along; ticks and counts follow at the end
    if (!("xaxis.range[0]" in change || "xaxis.range" in change)) return;
    const { layout, under } = view.drawn, [start, end] = rangeOf(change);
    const range = rtl() ? [end, start] : [start, end];
    const moved = { ...layout, xaxis: { ...layout.xaxis, range } };
    byId("ground").replaceChildren(ground(moved, under));
    byId("axis").replaceChildren(axisStrip(moved, under));
  });
  chart.on("plotly_click", ({ points }) => {
    const data = points[0] && points[0].customdata;
    if (!data) return;
    if (data[1] === null) setWindow(data[2], data[3]);
    else select(EVENTS[data[1]], { from: "figure" });
  });
  chart.addEventListener("dblclick", showAll);
  chart.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const plot = chart.querySelector(".nsewdrag").getBoundingClientRect();
    const share = Math.min(Math.max((event.clientX - plot.left) / plot.width, 0), 1);
    zoom(event.deltaY > 0 ? 1.25 : 0.8, rtl() ? 1 - share : share);
  }, { passive: false });
  byId("figure-keys").addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const later = rtl() ? "ArrowLeft" : "ArrowRight", earlier = rtl() ? "ArrowRight" : "ArrowLeft";
    const acts = { [later]: () => pan(0.2), [earlier]: () => pan(-0.2), "+": () => zoom(0.6), "=": () => zoom(0.6), "-": () => zoom(1.6), 0: showAll,
      ArrowUp: () => step(-1), ArrowDown: () => step(1), Home: () => step(-Infinity), End: () => step(Infinity) };
    const act = acts[event.key];
    if (act && event.target === byId("figure-keys")) {
      event.preventDefault();
      act();
    }
  });
}
