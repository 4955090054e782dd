/* Text: directions kept apart, markup escaped, spelling folded, numbers and plurals said. */

const RLI = "\u2067", LRI = "\u2066", PDI = "\u2069", NBSP = "\u00a0";
const ARABIC = /[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]/;

const directionOf = (text) => (ARABIC.test(text) ? "rtl" : "ltr");
const isolate = (text, direction) => ((direction || directionOf(text)) === "rtl" ? RLI : LRI) + text + PDI;
const kept = (text) => text.replace(/\d{4}-\d\d(?:-\d\d)?/g, (day) => LRI + day + PDI);
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;", $: "&#36;" };
const escapeText = (text) => text.replace(/[&<>"'$]/g, (letter) => ESCAPES[letter]);

function shorten(text, limit) {
  if (text.length <= limit) return text;
  const head = text.slice(0, Math.max(limit - 1, 1));
  const space = text[head.length] === " " ? head.length : head.lastIndexOf(" ");
  return (space > 0 ? head.slice(0, space) : head).replace(/[ ،,.:؛]+$/, "") + "…";
}

function wrap(text, width, most = 99) {
  const lines = [];
  let rest = text.replace(/\s+/g, " ").trim();
  while (rest.length > width && lines.length < most - 1) {
    const space = rest.lastIndexOf(" ", width);
    const cut = space > 0 ? space : width;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (rest || !lines.length) lines.push(shorten(rest, width));
  return lines;
}

/* Isolates do not survive plotly's line breaks: every line gets its own. */
const paragraph = (text, width, most) => {
  const direction = directionOf(text);
  return wrap(text, width, most).map((line) => isolate(escapeText(line), direction)).join("<br>");
};

/* «حماه» finds «حماة», «الانصاري» finds «الأنصاري», «٢٧» finds «27». */
const fold = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g, "")
    .replace(/[\u0622\u0623\u0625\u0671]/g, "ا")
    .replace(/[ىی]/g, "ي")
    .replace(/[ةۀ]/g, "ه")
    .replace(/ک/g, "ك")
    .replace(/ؤ/g, "و")
    .replace(/ئ/g, "ي")
    .replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660)
    .replace(/[۰-۹]/g, (digit) => digit.charCodeAt(0) - 0x6f0)
    .replace(/\s+/g, " ")
    .trim();

const say = {
  number: (value) =>
    S.digits === "arab" ? String(value).replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[digit]) : String(value),
  fill: (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]),
  label: (key, values) => (values ? say.fill(S.label[key], values) : S.label[key]),
  count(noun, number) {
    const rest = number % 100;
    const form = number < 3 ? number : rest >= 3 && rest <= 10 ? 3 : rest >= 11 ? 4 : 5;
    return say.fill(S.plural[noun][form], { n: say.number(number) });
  },
};

const utc = (ms) => new Date(ms);
const weekdayOf = (date) => (date.getUTCDay() + 6) % 7;
const dayText = (ms, months = S.months) => {
  const date = utc(ms);
  return `${say.number(date.getUTCDate())} ${months[date.getUTCMonth()]} ${say.number(date.getUTCFullYear())}`;
};
