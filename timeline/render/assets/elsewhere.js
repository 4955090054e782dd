/* The page on paper and in other pages. */

const SHEET = [1028, 690]; // pixels of a landscape A4 sheet within its margins
const SHEET_ROWS = 34; // rows of labels that fit on it

/* On paper the figure stands whole on the first sheet, and then the table: of the principal events, or of all. */
function watchPrint() {
  let before = null;
  addEventListener("beforeprint", () => {
    if (before) return;
    before = { theme: view.theme, limit: table.limit, principal: view.principal };
    document.documentElement.dataset.printing = "";
    setTheme("light");
    [view.print, table.limit] = [SHEET[0], Infinity];
    const rows = view.layout ? view.layout.items.filter((item) => item.box.label).length : 0;
    if (rows > SHEET_ROWS || (view.layout && view.layout.height > SHEET_ROWS)) view.principal = true;
    draw();
    fillTable();
  });
  addEventListener("afterprint", () => {
    if (!before) return;
    delete document.documentElement.dataset.printing;
    setTheme(before.theme);
    [view.print, table.limit, view.principal] = [false, before.limit, before.principal];
    before = null;
    draw();
    fillTable();
  });
}

/* What the printed table holds where there are too many: those that the figure shows. */
function printed(events) {
  if (byId("print-all").checked || events.length <= S.crowd) return events;
  const shown = new Set(principalOf(events.filter((event) => event.spans.length && inWindow(event, view.start, view.end))));
  return events.filter((event) => shown.has(event));
}

/* What paper has left for each row. */
const sheetRow = (rows) => Math.min(Math.max((SHEET[1] - byId("plot").offsetTop - 205) / Math.max(rows, 1), 13), 26);

/* In a frame the page tells the one around it how high it is, whenever that changes. */
function watchEmbedding() {
  if (window.parent === window) return;
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (Math.abs(height - told) < 2) return;
    told = height;
    window.parent.postMessage({ timelineHeight: height }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
  tell();
}

const snippetOf = () => {
  const address = `${location.href.split(/[?#]/)[0]}?embed${location.hash}`;
  const title = document.title.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
  return `<iframe src="${address.replace(/&/g, "&amp;").replace(/"/g, "%22")}" title="${title}" style="width: 100%; height: 480px; border: 0"></iframe>`;
};
