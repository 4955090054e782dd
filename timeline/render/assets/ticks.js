/* The time axis: the same levels as timeline/render/ticks.py, drawn anew with every zoom. */

const HOUR = 3600e3, DAY = 24 * HOUR;
const LEVELS = [
  ["hour", 1, 44], ["hour", 3, 44], ["hour", 6, 44],
  ["day", 1, 26], ["day", 2, 26], ["day", 5, 26], ["day", 10, 26],
  ["month", 1, 58], ["month", 3, 58], ["month", 6, 58],
  ["year", 1, 46], ["year", 2, 46], ["year", 5, 46], ["year", 10, 46], ["year", 20, 46], ["year", 50, 46],
  ["year", 100, 46], ["year", 500, 46], ["year", 1000, 46],
];
const LENGTH = { hour: HOUR, day: DAY, month: 30.44 * DAY, year: 365.25 * DAY };
const WEEKDAY_ROOM = 76, HOURS_BELOW = 2.5 * DAY;

const levelOf = (start, end, width) =>
  LEVELS.find(([unit, step, room]) => (unit !== "hour" || end - start <= HOURS_BELOW) && ((end - start) / (LENGTH[unit] * step)) * room <= width) || LEVELS.at(-1);

const monthStart = (year, month) => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime();
};

function daysOfMonth(step, length) {
  const days = [];
  if (step === 1) for (let day = 1; day <= length; day++) days.push(day);
  else if (step === 2) for (let day = 1; day < length; day += 2) days.push(day);
  else {
    days.push(1);
    for (let day = 1 + step; day <= length - Math.floor(step / 2); day += step) days.push(day);
  }
  return days;
}

function starts(unit, step, start, end) {
  const found = [];
  const first = utc(start);
  if (unit === "hour") {
    for (let at = Math.floor(start / DAY) * DAY; at <= end; at += step * HOUR) if (at + step * HOUR > start) found.push(at);
  } else if (unit === "day") {
    for (const month of starts("month", 1, start, end)) {
      const date = utc(month);
      const length = Math.round((monthStart(date.getUTCFullYear(), date.getUTCMonth() + 1) - month) / DAY);
      for (const day of daysOfMonth(step, length)) {
        const at = month + (day - 1) * DAY;
        if (start - DAY < at && at <= end) found.push(at);
      }
    }
  } else if (unit === "month") {
    let year = first.getUTCFullYear(), month = Math.floor(first.getUTCMonth() / step) * step;
    for (let at = monthStart(year, month); at <= end; at = monthStart(year, month)) {
      found.push(at);
      month += step;
      if (month >= 12) [year, month] = [year + 1, 0];
    }
  } else {
    for (let year = Math.max(Math.floor(first.getUTCFullYear() / step) * step, 1); year <= 9999; year += year === 1 && step > 1 ? step - 1 : step) {
      const at = monthStart(year, 0);
      if (at > end) break;
      found.push(at);
    }
  }
  return found;
}

function tickText(at, unit, room) {
  const date = utc(at);
  if (unit === "hour") return say.number(date.toISOString().slice(11, 16));
  if (unit === "day") {
    const number = say.number(date.getUTCDate());
    return room >= WEEKDAY_ROOM ? `${S.shortdays[weekdayOf(date)]} ${number}` : number;
  }
  return unit === "month" ? S.short[date.getUTCMonth()] : say.number(date.getUTCFullYear());
}

function bandText(at, unit) {
  const date = utc(at);
  const year = say.number(date.getUTCFullYear());
  if (unit === "year") return year;
  if (unit === "month") return `${S.months[date.getUTCMonth()]} ${year}`;
  return `${S.weekdays[weekdayOf(date)]} ${dayText(at)}`;
}

function axisOf(start, end, width) {
  const [unit, step] = levelOf(start, end, width);
  const grid = starts(unit, step, start, end);
  const room = width / Math.max((end - start) / (LENGTH[unit] * step), 1);
  const positions = [], texts = [];
  for (const at of grid) {
    const place = unit === "day" ? at + DAY / 2 : at;
    if (start <= place && place <= end) {
      positions.push(place);
      texts.push(tickText(at, unit, room));
    }
  }
  const above = { hour: "day", day: "month", month: "year" }[unit];
  const bands = [];
  if (above) {
    const begun = starts(above, 1, start, end);
    begun.forEach((at, index) => {
      const stop = index + 1 < begun.length ? begun[index + 1] : end;
      if (stop > start) bands.push([Math.max(at, start), Math.min(stop, end), bandText(at, above)]);
    });
  }
  return { unit, step, positions, texts, grid: grid.filter((at) => start <= at && at <= end), bands };
}

/* As much of a band's name as its stretch has room for. */
function bandLabels(bands, pixel) {
  const labels = [];
  for (const [start, end, text] of bands) {
    const room = (end - start) / pixel;
    const shorter = text.includes("/") ? text.split("/")[0] : text.replace(/ \S+$/, "");
    const fits = [text, shorter].find((one) => one.length * 6 + 6 <= room);
    if (fits) labels.push([start, fits]);
  }
  return labels;
}

/* The Umm al-Qura calendar is in every browser; no table of ours is needed. */
const hijriFormat = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
  year: "numeric", month: "numeric", day: "numeric", timeZone: "UTC",
});
function hijriOf(ms) {
  const parts = Object.fromEntries(hijriFormat.formatToParts(utc(ms)).map((part) => [part.type, parseInt(part.value, 10)]));
  return [parts.year || parts.relatedYear, parts.month, parts.day];
}

function hijriAxis(start, end, width) {
  const [unit, step] = levelOf(start, end, width / 1.3);
  const months = [];
  let at = Math.floor(start / DAY) * DAY;
  at -= (hijriOf(at)[2] - 1) * DAY;
  while (at <= end && months.length < 3000) {
    const [year, month] = hijriOf(at);
    months.push([at, year, month]);
    at += 29 * DAY;
    if (hijriOf(at)[2] !== 1) at += DAY;
  }
  const positions = [], texts = [], bands = [];
  if (unit === "hour" || unit === "day") {
    const wanted = daysOfMonth(unit === "hour" ? 1 : step, step > 1 ? 29 : 30);
    for (let day = Math.floor(start / DAY) * DAY; day <= end; day += DAY) {
      const number = hijriOf(day)[2], place = day + DAY / 2;
      if (start <= place && place <= end && wanted.includes(number)) {
        positions.push(place);
        texts.push(say.number(number));
      }
    }
    months.forEach(([begin, year, month], index) => {
      const stop = index + 1 < months.length ? months[index + 1][0] : end;
      if (stop > start) bands.push([Math.max(begin, start), Math.min(stop, end), `${S.hijri[month - 1]} ${say.number(year)}`]);
    });
    return { positions, texts, bands };
  }
  const every = [1, 3, 6, 12, 24, 60].find((size) => (months.length / size) * (size < 12 ? 76 : 50) <= width) || 120;
  for (const [begin, year, month] of months) {
    if (begin < start || (year * 12 + month - 1) % every) continue;
    positions.push(begin);
    if (every >= 12) texts.push(`${say.number(year)} ${S.hijriYear}`);
    else texts.push(month === 1 ? `${S.hijri[0]} ${say.number(year)}` : S.hijri[month - 1]);
  }
  return { positions, texts, bands };
}
