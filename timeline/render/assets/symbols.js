/* The marks as small pictures for the filters, the table and the key: same shapes, same fills. */

const SVG = "http://www.w3.org/2000/svg";
const OUTLINES = { circle: "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z", diamond: "M8 1L15 8L8 15L1 8z", square: "M2.5 2.5h11v11h-11z" };

const GLYPHS = ["●", "◆", "■"];

function symbol(type, modality, extra = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `symbol ${type === null ? "" : `type-${type}`} ${extra}`);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  const add = (d, className) => {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    path.setAttribute("class", className);
    svg.append(path);
  };
  const outline = OUTLINES[S.symbols[type ?? 0]];
  if (extra === "many") add("M8 .5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15z", "hollow thin");
  if (extra === "open") add(document.dir === "rtl" ? "M1 8L8 4v2.5h7v3H8V12z" : "M15 8L8 4v2.5H1v3h7V12z", "full");
  else if (extra === "vague") for (const [x, tone] of [[1, 2], [4.5, 3], [8, 3], [11.5, 2]]) add(`M${x} 5h3.5v6h-3.5z`, `full tone${tone}`);
  else if (extra === "many") add("M8 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8z", "full");
  else if (extra === "printed") add(outline, "light");
  else {
    add(outline, ["full", "hollow", "hollow", "light", "hollow", "hollow"][modality]);
    if (modality === 2 || modality === 3) add("M8 6.6a1.4 1.4 0 1 0 0 2.8a1.4 1.4 0 1 0 0-2.8z", "full");
    const far = S.symbols[type ?? 0] === "diamond" ? 3.4 : S.symbols[type ?? 0] === "circle" ? 4.2 : 5.5;
    if (modality === 4) add(`M${8 - far} ${8 - far}L${8 + far} ${8 + far}M${8 + far} ${8 - far}L${8 - far} ${8 + far}`, "hollow");
    if (modality === 5) add("M8 2v12M2 8h12", "hollow");
  }
  return svg;
}

function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/* Foreign text: shown as it is, never as markup, in the direction of its letters: a line with Arabic in it is read from
   the right, also when it begins with «SANA», and days written 2025-05-17 keep their order in it. */
const own = (text, name = "bdi", attributes = {}) => element(name, { dir: directionOf(text), ...attributes }, kept(text));
