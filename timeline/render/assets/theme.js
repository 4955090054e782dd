/* Colors: light, dark, or those that the reader forces on every page. */

const forcedColors = matchMedia("(forced-colors: active)");
const darkScheme = matchMedia("(prefers-color-scheme: dark)");
function setTheme(name, { keep = false } = {}) {
  view.theme = name;
  document.documentElement.dataset.theme = name;
  byId("theme").setAttribute("aria-pressed", name === "dark");
  if (keep) try { localStorage.setItem("timeline-theme", name); } catch { /* a page opened from a file may keep nothing */ }
}
function firstTheme() {
  if (forcedColors.matches) return isDark(systemColor("Canvas")) ? "dark" : "light";
  let kept = null;
  try { kept = localStorage.getItem("timeline-theme"); } catch { kept = null; }
  return kept === "dark" || kept === "light" ? kept : S.view.theme !== "auto" ? S.view.theme : darkScheme.matches ? "dark" : "light";
}

/* A color of the reader's system («CanvasText») as #rrggbb. */
function systemColor(name) {
  const probe = element("span", { hidden: true });
  probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
  document.body.append(probe);
  const parts = getComputedStyle(probe).color.match(/\d+/g).slice(0, 3);
  probe.remove();
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}
const isDark = (color) => [1, 3, 5].reduce((sum, i) => sum + parseInt(color.slice(i, i + 2), 16), 0) < 384;

/* What the figure is drawn with. Types keep their colors also where the rest is forced: shapes say the same. */
function inks() {
  const colors = S.themes[view.theme];
  if (!forcedColors.matches || view.print) return colors;
  const [ground, text] = ["Canvas", "CanvasText"].map(systemColor);
  const between = (share) => `#${[1, 3, 5].map((i) => {
    const [from, to] = [ground, text].map((color) => parseInt(color.slice(i, i + 2), 16));
    return Math.round(from + share * (to - from)).toString(16).padStart(2, "0");
  }).join("")}`;
  return { ...colors, ground, hover: ground, text, muted: text, line: text, band: between(0.1), grid: between(0.3) };
}
