// The list: what was dropped, how far it is, and how many findings each has.

const SHOWN = 200;
/** For how many milliseconds a message stays that need not. */
const SHORTLY = 8000;
/** @type {Severity[]} */
const SEVERITIES = ["error", "warning", "info"];

const list = {
  /** @type {Dropped[]} */
  files: [],
  /** @type {Item[]} */
  items: [],
  together: false,
  profile: "",
  made: 0,
  turn: 0,
  shown: SHOWN,
  /** Whether a run has begun whose end is not yet told. */
  running: false,
  /** Ends a message that need not stay. */
  timer: 0,
};

/** Items of files, each by itself or together; a single one may be shown when it is checked. @param {Dropped[]} files @param {boolean} [show] */
function items(files, show = true) {
  const groups = list.together ? [files] : files.map((file) => [file]);
  return groups.map((group) => made(group, show && groups.length === 1));
}

/** @param {Dropped[]} files @param {boolean} show @returns {Item} */
function made(files, show) {
  list.made += 1;
  const name = files.length > 1 ? say("bundle", files[0].name, files.length) : files[0].name;
  return { key: String(list.made), name, files, show, turn: list.turn, state: "waiting", worker: 0 };
}

/** More files, to be checked at once. @param {Dropped[]} files */
function add(files) {
  if (!files.length) return;
  list.turn += 1;
  list.files.push(...files);
  list.items = list.together ? items(list.files) : [...list.items, ...items(files)];
  showList();
  void run();
}

/** The same files anew: by themselves or together, or with other rules. @param {boolean} [show] whether a single one is shown */
function regroup(show = true) {
  list.items = list.files.length ? items(list.files, show) : [];
  if (!list.items.some(({ show }) => show)) closeReport();
  showList();
  void run();
}

/** Checks what waits, one after the other; only one run goes on at a time. */
async function run() {
  if (list.running) return;
  list.running = true;
  let item;
  while ((item = list.items.find(({ state }) => state === "waiting"))) {
    await check(item);
  }
  list.running = false;
  showState();
  tellEnd();
}

/** Checks one, and shows it where that is wanted. @param {Item} item */
async function check(item) {
  item.state = "working";
  showRow(item);
  tellRun(item);
  try {
    /** @type {Answer<Checked>} */
    const answer = await ask({ ask: "check", key: item.key, profile: list.profile, view: item.show }, item.files);
    item.checked = answer.value;
    item.worker = engine.number;
    item.state = answer.value.unread ? "failed" : "done";
    item.why = answer.value.unread;
    takePlace(item);
    if (item.show && item.state === "done" && list.items.includes(item)) showReport(item);
  } catch (trouble) {
    item.state = "failed";
    item.why = /** @type {Trouble} */ (trouble).told?.() ?? String(trouble);
  }
  item.show = false;
  if (item.checked) delete item.checked.view;
  showRow(item);
}

/** A report that was mended and dropped again comes in the place of its draft; under another name beside it. @param {Item} item */
function takePlace(item) {
  const drafts = list.items.slice(0, list.items.indexOf(item)).filter((other) => isDraftOf(other, item));
  const draft = drafts.find(({ name }) => name === item.name) ?? drafts.filter(({ turn }) => turn !== item.turn).pop();
  if (!draft) return;
  item.before = { name: draft.name === item.name ? "" : draft.name, found: draft.checked?.found || [] };
  if (item.before.name) return;
  list.items = list.items.filter((other) => other !== draft);
  list.files = list.files.filter((file) => !draft.files.includes(file));
  showList();
}

/** Whether two are one unit's report of one project, whatever their files are named. @param {Item} draft @param {Item} item */
function isDraftOf(draft, { files, state, checked }) {
  const single = files.length === 1 && draft.files.length === 1;
  const both = state === "done" && draft.state === "done";
  return single && both && Boolean(checked?.unit) && draft.checked?.unit === checked?.unit && titleOf(draft.checked) === titleOf(checked);
}

/** A title without what says which draft it is: （征求意见稿）. @param {Checked} [checked] */
const titleOf = (checked) => checked?.title.replace(/[（(][^（()）]*稿[)）]|\s/g, "");

/** What became of a draft's findings: gone, left, new; nothing where neither has any. @param {Item} item */
function changes({ before, checked }) {
  if (!before || !checked || !(before.found.length + checked.found.length)) return undefined;
  const [then, now] = [before.found, checked.found].map((found) => new Set(found.map(({ fingerprint }) => fingerprint)));
  return {
    gone: before.found.filter(({ fingerprint }) => !now.has(fingerprint)),
    left: checked.found.filter(({ fingerprint }) => then.has(fingerprint)),
    fresh: checked.found.filter(({ fingerprint }) => !then.has(fingerprint)),
  };
}

/** The same in a sentence. @param {Item} item */
function compared(item) {
  const found = changes(item);
  if (!found) return "";
  const draft = item.before?.name ? say("draftNamed", item.before.name) : say("draft");
  return say("compared", draft, found.gone.length, found.left.length, found.fresh.length);
}

/** @param {Item} item */
function tellRun(item) {
  const ended = list.items.filter(({ state }) => state === "done" || state === "failed").length;
  tell(say("working", item.name, ended + 1, list.items.length));
  const bar = /** @type {HTMLProgressElement} */ (byId("progress"));
  bar.hidden = list.items.length < 2;
  bar.value = ended / list.items.length;
}

function tellEnd() {
  byId("progress").hidden = true;
  if (!list.items.length || report.item) {
    tell("");
    return;
  }
  const sums = SEVERITIES.map((severity) => sum(severity));
  const failed = list.items.filter(({ state }) => state === "failed").length;
  tell(failed ? say("doneFailed", list.items.length, failed, ...sums) : say("done", list.items.length, ...sums));
}

/** @param {Severity} severity */
const sum = (severity) => list.items.reduce((all, { checked, state }) => all + (state === "done" ? checked?.counts[severity] || 0 : 0), 0);

function showList() {
  byId("list").hidden = !list.items.length;
  byId("together-label").hidden = list.files.length < 2;
  document.body.classList.toggle("filled", list.items.length > 0);
  byId("drop-say").textContent = say(list.items.length ? "dropMore" : "drop");
  const rest = list.items.length - list.shown;
  const columns = ["name", "title", ...SEVERITIES, "passed", "state"];
  byId("items").replaceChildren(
    el("thead", {}, el("tr", {}, columns.map((column) => el("th", { scope: "col", class: column }, say(column))))),
    el("tbody", {}, list.items.slice(0, list.shown).map(row)),
  );
  byId("more-row").replaceChildren(...(rest > 0 ? [el("button", { type: "button", id: "more" }, say("more", Math.min(rest, SHOWN)))] : []));
}

/** @param {Item} item */
function showRow(item) {
  document.querySelector(`tr[data-key="${item.key}"]`)?.replaceWith(row(item));
}

/** @param {Item} item */
function row(item) {
  const { checked, state } = item;
  const counted = state === "done" ? checked?.counts : undefined;
  const cells = [...SEVERITIES, /** @type {const} */ ("passed")].map((name) => {
    const count = counted?.[name];
    return el("td", { class: `number ${name}${count ? "" : " none"}`, "data-name": say(name) }, count ?? "");
  });
  return el("tr", { "data-key": item.key, class: state },
    el("th", { scope: "row", class: "name" }, state === "done" ? el("button", { type: "button", class: "open", "data-open": item.key }, item.name) : item.name),
    ...(state === "failed" ? [el("td", { colspan: 5, class: "why" }, item.why)] : [el("td", { class: "title" }, checked?.title || "", checked?.unit && el("small", {}, checked.unit), item.before && el("small", { class: "compared" }, compared(item))), ...cells]),
    el("td", { class: "state" }, stateOf(item)),
  );
}

/** @param {Item} item @returns {Child[]} */
function stateOf(item) {
  /** @param {string} what @param {string} name */
  const button = (what, name) => el("button", { type: "button", [`data-${what}`]: item.key }, say(name));
  switch (item.state) {
    case "waiting": return [say("waiting")];
    case "working": return [say("inWork"), button("skip", "skipOne")];
    case "failed": return [el("strong", {}, say("unread")), button("again", "again")];
    default: return [item.checked && SEVERITIES.every((severity) => !item.checked?.counts[severity]) ? el("strong", { class: "clean" }, say("clean")) : button("open", "found")];
  }
}

/** @param {string} text @param {...Node} more */
function tell(text, ...more) {
  clearTimeout(list.timer);
  byId("status").replaceChildren(text, ...more);
}

/** Tells what need not stay. @param {string} text */
function tellShortly(text) {
  tell(text);
  list.timer = setTimeout(tellEnd, SHORTLY);
}

/** Empties the list, and offers to undo that. */
function clear() {
  const { files, items: before } = list;
  list.files = [];
  regroup();
  note([]);
  const undo = el("button", { type: "button", id: "undo" }, say("undo"));
  undo.addEventListener("click", () => {
    list.files = [...files, ...list.files];
    list.items = list.together ? items(list.files, false) : [...before, ...list.items];
    for (const item of list.items) if (item.state === "working") item.state = "waiting";
    showList();
    tellEnd();
    void run();
    byId("clear").focus();
  });
  tell(say("cleared", before.length), undo);
  undo.focus();
}
