/* The first picture, drawn by ourselves while the browser still reads plotly's bundle, which takes it a second or two:
   the same data and layout as plain SVG. Plotly replaces it; where plotly cannot start, it stays. */

const SHAPES = {
  circle: (r) => `M${r} 0A${r} ${r} 0 1 1 ${-r} 0A${r} ${r} 0 1 1 ${r} 0Z`,
  diamond: (r) => `M0 ${-1.3 * r}L${1.3 * r} 0L0 ${1.3 * r}L${-1.3 * r} 0Z`,
  square: (r) => `M${-r} ${-r}H${r}V${r}H${-r}Z`,
  "triangle-left": (r) => `M${-r} 0L${r / 2} ${-r}V${r}Z`,
  "triangle-right": (r) => `M${r} 0L${-r / 2} ${-r}V${r}Z`,
};
const INNER = { x: "M-3 -3L3 3M3 -3L-3 3", cross: "M0 -5V5M-5 0H5" };

const svgOf = (name, attributes, ...children) => {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(key, value);
  node.append(...children);
  return node;
};
const plainText = (text) => text.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|#34|#39|#36);/g, (_, code) => ({ amp: "&", lt: "<", gt: ">", "#34": '"', "#39": "'", "#36": "$" })[code]);

function written(text, x, y, anchor, font, dy = "0.35em") {
  const lines = text.split("<br>");
  const node = svgOf("text", { x, y, "text-anchor": anchor, fill: font.color, "font-size": font.size, "font-weight": text.startsWith("<b>") ? "bold" : undefined });
  lines.forEach((line, i) => node.append(svgOf("tspan", { x, dy: i ? "1.3em" : lines.length > 1 ? "-0.3em" : dy }, plainText(line))));
  return node;
}

/* Where a layout puts moments and rows. */
function geometryOf({ width, height, margin, xaxis, yaxis }) {
  const plot = { left: margin.l, top: margin.t, width: Math.max(width - margin.l - margin.r, 1), height: Math.max(height - margin.t - margin.b, 1) };
  const [x0, x1] = xaxis.range, [y0, y1] = yaxis.range;
  return {
    plot,
    X: (value) => plot.left + ((value - x0) / (x1 - x0)) * plot.width,
    Y: (value) => plot.top + (1 - (value - y0) / (y1 - y0)) * plot.height,
  };
}

const nameOf = (name, { plot, Y }) => written(name.text, plot.left + name.x * plot.width + (name.xanchor === "right" ? -4 : 4), Y(name.y) + 8, name.xanchor === "right" ? "end" : "start", name.font);

/* The axis over the figure: ticks in one line, and over it the names of the months or years that they lie in. */
const LEVEL = 40;
function axisStrip(layout, { levels, colors }) {
  const height = LEVEL * levels.length;
  const { plot, X } = geometryOf(layout), nodes = [];
  levels.forEach(({ ticks, names }, level) => {
    const [above, below] = [level * LEVEL + 12, level * LEVEL + 29];
    const ink = level ? colors.muted : colors.text;
    let last = null;
    for (const [start, text] of names) {
      // the name of a month that began before the window keeps to its edge
      const at = Math.min(Math.max(X(start), plot.left), plot.left + plot.width);
      if (last !== null && Math.abs(at - last) < 8) continue;
      last = at;
      nodes.push(written(isolate(escapeText(text)), at, above, rtl() ? "end" : "start", { size: 12, color: colors.muted }));
    }
    for (const [at, text] of ticks) {
      const x = X(at);
      if (x >= plot.left - 1 && x <= plot.left + plot.width + 1) nodes.push(written(isolate(escapeText(text)), x, below, "middle", { size: 12, color: ink }));
    }
  });
  return sheet({ width: layout.width, height }, ...nodes);
}

const clipped = (id, { left, top, width, height }) => svgOf("defs", {}, svgOf("clipPath", { id }, svgOf("rect", { x: left, y: top, width, height })));
const sheet = (layout, ...children) =>
  svgOf("svg", { class: "sketch", width: layout.width, height: layout.height, "font-family": S.fonts, "aria-hidden": "true" }, ...children);

/* Stripes, grid and names of stretches, below the figure. */
function ground(layout, { shapes, lanes, grid, color }) {
  const places = geometryOf(layout), { plot, X, Y } = places;
  const inside = svgOf("g", { "clip-path": "url(#ground-clip)" });
  const lines = [];
  for (const shape of shapes) {
    const left = shape.xref === "paper" ? plot.left : X(shape.x0), right = shape.xref === "paper" ? plot.left + plot.width : X(shape.x1);
    const top = shape.yref === "paper" ? plot.top : Y(shape.y0), bottom = shape.yref === "paper" ? plot.top + plot.height : Y(shape.y1);
    const stroke = { stroke: shape.line.color || "none", "stroke-width": shape.line.width };
    if (shape.type === "line") lines.push(svgOf("path", { d: `M${left} ${top}V${bottom}`, ...stroke }));
    else inside.append(svgOf("rect", { x: Math.min(left, right), y: Math.min(top, bottom), width: Math.abs(right - left), height: Math.abs(bottom - top), fill: shape.fillcolor, ...stroke }));
  }
  const path = grid.map((at) => `M${X(at).toFixed(1)} ${plot.top}v${plot.height}`).join("");
  const frame = inside.lastChild && shapes.length && shapes.at(-1).xref === "x" && shapes.at(-1).type === "rect" ? inside.lastChild : null;
  inside.append(svgOf("path", { d: path, stroke: color, fill: "none" }), ...lines);
  if (frame) inside.append(frame); // the selected event's, over the grid
  return sheet(layout, clipped("ground-clip", plot), inside, ...lanes.map((name) => nameOf(name, places)));
}

function sketch(data, layout) {
  const places = geometryOf(layout), { plot, X, Y } = places, svg = svgOf, write = written;
  const each = (value, i) => (Array.isArray(value) ? value[i] : value);
  const marks = svg("g", { "clip-path": "url(#sketch-clip)" });
  for (const trace of data) {
    if ((!trace.mode && trace.type !== "bar") || trace.mode === "none") continue; // there for plotly's axis or its hover only
    const group = svg("g", { opacity: trace.opacity });
    marks.append(group);
    if (trace.fill) {
      let path = "";
      trace.x.forEach((x, i) => { path += x === null ? "Z" : `${path && path.at(-1) !== "Z" ? "L" : "M"}${X(x).toFixed(1)} ${Y(trace.y[i]).toFixed(1)}`; });
      group.append(svg("path", { d: path, fill: trace.fillcolor }));
      continue;
    }
    for (let i = 0; i < trace.x.length; i++) {
      if (trace.type === "bar") {
        const [a, b] = [X(trace.base[i]), X(trace.base[i] + trace.x[i])];
        const [c, d] = [Y(trace.y[i] - trace.width / 2), Y(trace.y[i] + trace.width / 2)];
        const { color, line, pattern } = trace.marker;
        group.append(svg("rect", {
          x: Math.min(a, b), y: Math.min(c, d), width: Math.abs(b - a), height: Math.abs(d - c), fill: pattern ? pattern.bgcolor : each(color, i),
          stroke: each(line.width, i) ? line.color : "none", "stroke-width": each(line.width, i), "stroke-dasharray": pattern ? "5 3" : undefined,
        }));
      } else if (trace.mode === "text") {
        group.append(write(trace.text[i], X(trace.x[i]), Y(trace.y[i]), trace.textposition[i] === "middle left" ? "end" : "start", { size: trace.textfont.size, color: each(trace.textfont.color, i) }));
      } else if (trace.mode === "markers") {
        const [name, ...how] = each(trace.marker.symbol, i).split(/-(?!left|right)/);
        const open = how.includes("open"), color = each(trace.marker.color, i), edge = (trace.marker.line && trace.marker.line.color) || color;
        const at = { transform: `translate(${X(trace.x[i])} ${Y(trace.y[i])})`, stroke: edge, "stroke-width": trace.marker.line ? trace.marker.line.width : 0 };
        group.append(svg("path", { ...at, d: SHAPES[name](each(trace.marker.size, i) / 2), fill: open ? "none" : color }));
        for (const part of how) if (INNER[part]) group.append(svg("path", { ...at, d: INNER[part], fill: "none" }));
        if (how.includes("dot")) group.append(svg("path", { ...at, d: SHAPES.circle(1.2), fill: edge }));
      } else if (i % 3 === 0) group.append(svg("path", { d: `M${X(trace.x[i])} ${Y(trace.y[i])}L${X(trace.x[i + 1])} ${Y(trace.y[i + 1])}`, stroke: trace.line.color, "stroke-width": trace.line.width, "stroke-dasharray": trace.line.dash && "1 3" }));
    }
  }
  return sheet(layout, clipped("sketch-clip", plot), marks);
}
