/* Days as readers write them: «3 ديسمبر 2024», «٣/١٢/٢٠٢٤», «2024-12-03», «ديسمبر 2024», «2024». */

const plainDigits = (text) => text.replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660).replace(/[۰-۹]/g, (digit) => digit.charCodeAt(0) - 0x6f0);

/* First and last moment of a day, a month or a year; null where the words name none. */
function stretchOf(text) {
  const words = fold(plainDigits(text).replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, ""));
  const dayOf = (year, month, day) => {
    const at = monthStart(year, month - 1) + (day - 1) * DAY;
    return utc(at).getUTCMonth() === month - 1 && day > 0 && month > 0 && month < 13 ? [at, at + DAY] : null;
  };
  let found = /^(\d{1,4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (found) return dayOf(+found[1], +found[2], +found[3]);
  found = /^(\d{1,2})\s*[\/.-]\s*(\d{1,2})\s*[\/.-]\s*(\d{4})$/.exec(words);
  if (found) return dayOf(+found[3], +found[2], +found[1]);
  found = /^(\d{4})(?:-(\d{1,2}))?$/.exec(words);
  if (found) {
    const [year, month] = [+found[1], found[2] ? found[2] - 1 : 0];
    return month < 12 ? [monthStart(year, month), found[2] ? monthStart(year, month + 1) : monthStart(year + 1, 0)] : null;
  }
  found = /^(?:(\d{1,2})\s+)?(\D+?)\s+(\d{4})$/.exec(words);
  const month = found ? S.monthWords.findIndex((names) => found[2].split("/").every((name) => names.map(fold).includes(name.trim()))) : -1;
  if (month < 0) return null;
  return found[1] ? dayOf(+found[3], month + 1, +found[1]) : [monthStart(+found[3], month), monthStart(+found[3], month + 1)];
}

/* What a field of the form means; a field that means nothing says so and holds nothing back. */
function dayIn(field) {
  const found = field.value.trim() ? stretchOf(field.value) : null;
  field.toggleAttribute("aria-invalid", false);
  if (field.value.trim() && !found) field.setAttribute("aria-invalid", "true");
  return found;
}

function watchDates() {
  const fields = [form.elements.from, form.elements.to];
  const example = dayText(EVENTS.find((event) => event.spans.length && event.spans[0].start >= view.first[0])?.spans[0].start ?? Date.UTC(2024, 11, 3), S.short);
  for (const field of fields) {
    field.placeholder = example;
    field.addEventListener("change", () => {
      const found = dayIn(field);
      if (found && found[1] - found[0] === DAY) field.value = dayText(found[0], S.short);
    });
  }
}

const tellDates = () => {
  const wrong = [form.elements.from, form.elements.to].some((field) => field.getAttribute("aria-invalid"));
  byId("date-help").textContent = wrong ? say.label("date_help") : "";
};
