// One report, shown by the report view, and what can be taken away.

/** The bar stays at the top; what is below it learns how high it is. */
const BAR = new ResizeObserver(([{ target }]) => {
  byId("view").style.setProperty("--report-top", `${/** @type {HTMLElement} */ (target).offsetHeight}px`);
});

const report = {
  /** @type {Item | undefined} */
  item: undefined,
};

/** Opens the report of an item: it is made anew, which takes less than to keep it. @param {Item} item */
async function openReport(item) {
  note([]);
  tell(say("opening", item.name));
  try {
    /** @type {Answer<Checked>} */
    const answer = await ask({ ask: "check", key: item.key, profile: list.profile, view: true }, item.files, true);
    if (!list.items.includes(item)) return;
    item.checked = answer.value;
    item.worker = engine.number;
    item.state = "done";
    showRow(item);
    showReport(item);
    delete item.checked.view;
    tellEnd();
  } catch (trouble) {
    troubled(trouble);
  }
}

/** @param {Item} item */
function showReport(item) {
  const { checked } = item;
  if (!checked?.view) return;
  report.item = item;
  byId("report").hidden = false;
  document.body.classList.add("opened");
  showTakes();
  BAR.observe(byId("report-bar"));
  showCompared(item);
  reportView(byId("view"), checked.view, { lang: spoken.lang });
  byId("report").focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** Which findings of the draft before are gone, which are left and which are new. @param {Item} item */
function showCompared(item) {
  const found = changes(item);
  byId("compared").hidden = !found;
  if (!found) return;
  const lists = /** @type {const} */ (["fresh", "gone", "left"]).filter((kind) => found[kind].length).map((kind) =>
    el("section", {}, el("h3", {}, say(kind)), el("ul", { lang: "zh-CN" }, found[kind].map(({ severity, section, message }) => el("li", {}, `${say(severity)} ${section} ${message}`)))));
  byId("compared").replaceChildren(el("summary", {}, compared(item)), ...lists);
}

function closeReport() {
  const { item } = report;
  report.item = undefined;
  document.body.classList.remove("opened");
  byId("report").hidden = true;
  byId("view").replaceChildren();
  tellEnd();
  if (item) /** @type {HTMLElement | null} */ (document.querySelector(`[data-open="${item.key}"]`))?.focus();
}

function showTakes() {
  const { item } = report;
  if (!item) return;
  const word = item.checked?.word || [];
  const several = item.files.length > 1;
  /** @type {Ask[]} */
  const kinds = ["html", "ledger", "json"];
  byId("takes").replaceChildren(
    say("take"),
    ...word.map((at) => el("button", { type: "button", "data-take": "docx", "data-at": at }, several ? say("docxOf", shortName(item.files[at])) : say("docx"))),
    ...(word.length ? [] : [el("button", { type: "button", disabled: true, title: say("noDocx") }, say("docx"))]),
    ...kinds.map((kind) => el("button", { type: "button", "data-take": kind }, say(kind))),
    el("button", { type: "button", id: "print" }, say("print")),
  );
}

/** @type {Record<string, [string, string]>} */
const TAKEN = {
  docx: ["annotated", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  html: ["pageName", "text/html"],
  json: ["jsonName", "application/json"],
  ledger: ["ledgerName", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
};

/** A file's name without its folders. @param {Dropped} file */
const shortName = ({ name }) => name.replace(/^.*\//, "");

/** Makes a file of one report, or of all, and hands it to the browser. @param {Ask} kind @param {Item[]} items @param {number} [at] which of a report's files */
async function take(kind, items, at = 0) {
  const [naming, type] = TAKEN[kind];
  const stem = items.length > 1 ? say("all") : shortName(items[0].files[at]).replace(/\.[^.]*$/, "");
  const name = say(naming, stem);
  tell(say("making", name));
  try {
    const files = kind === "docx" || kind === "html" ? items[0].files : [];
    if (!files.length) await remembered(items);
    const keys = items.map(({ key }) => key);
    const { data } = await ask({ ask: kind, at, keys, profile: list.profile }, files, true);
    if (data) save(new Blob([data], { type }), name);
    tellShortly(say("taken", name));
  } catch (trouble) {
    troubled(trouble);
  }
}

/** Checks again what the present worker has not checked. @param {Item[]} items */
async function remembered(items) {
  for (const item of items) {
    if (item.worker === engine.number) continue;
    await ask({ ask: "check", key: item.key, profile: list.profile }, item.files, true);
    item.worker = engine.number;
  }
}

/** @param {Blob} blob @param {string} name */
function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @param {unknown} trouble */
function troubled(trouble) {
  note([/** @type {Trouble} */ (trouble).told?.() ?? String(trouble)]);
  tellEnd();
}

/** Tells what must be read, until the next files come. @param {string[]} texts */
function note(texts) {
  byId("notes").replaceChildren(...texts.map((text) => el("p", { class: "alert" }, text)));
}
