// What the reader does, and the beginning.

/** @param {Dropped[]} files */
function takeIn(files) {
  const { reports, rules, notes } = sorted(files);
  note(reports.length || rules.length || notes.length ? notes : [say("nothing")]);
  if (rules.length) void useOwn(rules);
  if (!reports.length) return;
  closeReport();
  add(reports);
}

const heading = byId("heading").textContent || "";

/** @param {string} key */
const itemOf = (key) => list.items.find((item) => item.key === key);

/** The words of the template, in the language that is spoken. */
function showWords() {
  document.documentElement.lang = spoken.lang === "zh" ? "zh-CN" : "en";
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = say(/** @type {HTMLElement} */ (element).dataset.word || "");
  }
  // A title that was chosen for the page is in its own language.
  const title = heading === WORDS.zh.heading ? say("heading") : heading;
  byId("heading").textContent = document.title = title;
  byId("language").textContent = say("other");
  byId("language").lang = spoken.lang === "zh" ? "en" : "zh-CN";
  showAbout();
  showList();
}

function speakOther() {
  spoken.lang = spoken.lang === "zh" ? "en" : "zh";
  showWords();
  tell("");
  if (report.item) void openReport(report.item);
  else tellEnd();
}

/** @param {Event} event @param {string} what */
function asked(event, what) {
  const found = event.target instanceof Element ? event.target.closest(`[data-${what}]`) : null;
  return found instanceof HTMLElement ? found.dataset[what] || "" : "";
}

/** @param {Event} event */
function onClick(event) {
  const [key, skipped, again, kind] = ["open", "skip", "again", "take"].map((what) => asked(event, what));
  const item = itemOf(key || skipped || again);
  if (item && key) void openReport(item);
  else if (item && skipped) restart(new Trouble("skipped"));
  else if (item) {
    item.state = "waiting";
    showRow(item);
    void run();
  } else if (kind && report.item) void take(/** @type {Ask} */ (kind), [report.item], Number(asked(event, "at") || 0));
}

/** A control of the template. @param {string} id @param {string} type @param {(event: Event) => void} does */
function on(id, type, does) {
  byId(id).addEventListener(type, does);
}

/** A button that opens a choice of files. @param {string} button @param {string} input @param {(files: Dropped[]) => void} does */
function choosing(button, input, does) {
  const field = /** @type {HTMLInputElement} */ (byId(input));
  on(button, "click", () => field.click());
  on(input, "change", () => {
    const files = chosen(field.files);
    field.value = "";
    if (files.length) does(files);
  });
}

function listen() {
  choosing("pick", "files", takeIn);
  choosing("pick-folder", "folder", takeIn);
  choosing("pick-own", "own-files", (files) => void useOwn(files));
  on("drop-own", "click", () => {
    engine.own = [];
    void useOwn([]);
  });
  on("language", "click", speakOther);
  on("back", "click", closeReport);
  on("clear", "click", clear);
  on("together", "change", () => {
    list.together = /** @type {HTMLInputElement} */ (byId("together")).checked;
    regroup(false);
  });
  on("profile", "change", () => {
    list.profile = /** @type {HTMLSelectElement} */ (byId("profile")).value;
    for (const item of list.items) if (item !== report.item) item.state = "waiting";
    showList();
    if (report.item) void openReport(report.item);
    void run();
  });
  on("all-ledger", "click", () => void takeAll("ledger"));
  on("all-json", "click", () => void takeAll("json"));
  on("more-row", "click", () => {
    list.shown += SHOWN;
    showList();
  });
  on("takes", "click", (event) => {
    if (event.target instanceof Element && event.target.closest("#print")) print();
  });
  addEventListener("click", onClick);
  const files = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (!files(event)) return;
    event.preventDefault();
    document.body.dataset.over = say("dropNow");
    document.body.classList.add("over");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("over");
  });
  addEventListener("drop", (event) => {
    document.body.classList.remove("over");
    if (!files(event) || !event.dataTransfer) return;
    event.preventDefault();
    dropped(event.dataTransfer).then(takeIn, () => note([say("unlisted")]));
  });
}

/** @param {Ask} kind */
async function takeAll(kind) {
  const items = list.items.filter(({ checked }) => checked);
  if (items.length) await take(kind, items);
}

engine.onReady = () => {
  if (engine.number > 1) return;
  showAbout();
  if (!list.items.length) tell(say("ready"));
};
engine.onFailed = (why) => {
  document.documentElement.dataset.state = "failed";
  note([say("failed", why)]);
  tell("");
};
byId("policy").textContent = document.querySelector("meta[http-equiv]")?.getAttribute("content") || "";
window.jixiao = true;
showWords();
// The gate has told already where the browser is too old.
if (document.documentElement.dataset.state !== "failed") {
  listen();
  tell(say("loading"));
  void start();
}
