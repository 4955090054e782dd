/* A picture of the figure as it stands, with what makes it whole elsewhere: title, axis, sources, what it was made with. */

function pictured({ data, layout, under }) {
  const colors = inks(), line = (text, size, more) => ({ text: isolate(escapeText(text)), showarrow: false, xref: "paper", yref: "paper", font: { size, color: colors.text }, ...more });
  const edge = rtl() ? { x: 1, xanchor: "right" } : { x: 0, xanchor: "left" };
  const top = LEVEL * under.levels.length;
  const heading = wrap(`${S.heading.names}${S.heading.names && S.heading.days ? S.list : ""}${S.heading.days}`, Math.floor(layout.width / 11), 2);
  const lede = wrap(S.heading.lede, Math.floor(layout.width / 7.5), 2).filter(Boolean);
  const above = heading.length * 30 + lede.length * 22 + 10;
  const from = listed(D.sources.slice(0, 6)) + (D.sources.length > 6 ? "…" : "");
  const foot = [S.heading.caption, from ? `${S.label.sources}: ${from}` : "", S.label.credit].filter(Boolean);
  const notes = [
    ...heading.map((text, i) => line(text, 21, { ...edge, y: 1, yanchor: "bottom", yshift: top + above - 30 - i * 30 })),
    ...lede.map((text, i) => line(text, 14, { ...edge, y: 1, yanchor: "bottom", yshift: top + above - heading.length * 30 - 22 - i * 22 })),
    ...foot.map((text, i) => line(shorten(text, Math.floor(layout.width / 6.5)), 11, { ...edge, y: 0, yanchor: "top", yshift: -6 - i * 17, font: { size: 11, color: colors.muted } })),
    ...under.lanes.map((name) => ({ ...name, showarrow: false, yanchor: "top" })),
    ...under.levels.flatMap(({ names }, level) => names.map(([at, text]) => line(text, 12, {
      x: Math.max(at, view.start), xref: "x", xanchor: edge.xanchor, y: 1, yanchor: "bottom", yshift: level * LEVEL + 20, font: { size: 12, color: colors.muted },
    }))),
    ...under.levels.slice(1).flatMap(({ ticks }) => ticks.map(([at, text]) => line(text, 12, { x: at, xref: "x", y: 1, yanchor: "bottom", yshift: LEVEL + 2 }))),
  ];
  const [{ ticks }] = under.levels;
  return {
    data, config: CONFIG,
    layout: {
      ...layout, paper_bgcolor: colors.ground, plot_bgcolor: colors.ground, shapes: under.shapes, annotations: notes,
      height: layout.height + top + above + foot.length * 17 + 14, margin: { t: top + above + 4, b: foot.length * 17 + 18, l: 24, r: 24, pad: 0 },
      xaxis: {
        ...layout.xaxis, side: "top", showticklabels: true, tickangle: 0, tickfont: { size: 12, color: colors.text }, showline: true, linecolor: colors.line,
        tickvals: ticks.map(([at]) => at), ticktext: ticks.map(([, text]) => isolate(escapeText(text))),
        minor: { tickmode: "array", tickvals: under.grid, showgrid: true, gridcolor: under.color, gridwidth: 1 },
      },
    },
  };
}

async function savePicture(format) {
  if (!view.drawn) return;
  const figure = pictured(view.drawn);
  const address = await Plotly.toImage(figure, { format, scale: format === "png" ? 2 : 1, width: figure.layout.width, height: figure.layout.height });
  element("a", { href: address, download: `timeline.${format}` }).click();
}
