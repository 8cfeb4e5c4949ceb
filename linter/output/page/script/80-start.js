// What the reader does, and the first drawing.

/** Keep a choice in the address, as a step to come back to where it is one. @param {Choice} choice @param {boolean} [step] */
function choose(choice, step = true) {
  if (step) history.pushState(null, "", address(choice));
  else history.replaceState(null, "", address(choice));
  ask(choice);
}

/** Follow the address: a choice leads to the table, a heading leaves the table as it is. */
function follow() {
  const choice = addressed();
  if (!choice) {
    if (!location.hash) ask({ ...NOTHING });
    return;
  }
  ask(choice);
  const title = byId("findings-title");
  title.focus({ preventScroll: true });
  title.scrollIntoView();
}

/** @param {string} id @param {[string, string][]} options */
function fill(id, options) {
  byId(id).replaceChildren(...options.map(([value, name]) => el("option", { value }, name)));
}

function fillFilter() {
  const kinds = KINDS.filter(([kind]) => kind === "" || FINDINGS.some((found) => isOf(found, kind)));
  fill("kind", /** @type {[string, string][]} */ (kinds));
  fill("severity", [["", "全部"], ...SEVERITIES.map((severity) => /** @type {[string, string]} */ ([severity, SEASON.severities[severity]]))]);
  fill("unit", [["", "全部"], ...byName(UNITS.map((_, unit) => UNITS[unit].name))]);
  fill("rule", [["", "全部"], ...byName(RULES.map((rule) => rule.name))]);
}

/** Indexes with names in the order of names. @param {string[]} names @returns {[string, string][]} */
function byName(names) {
  const order = collated(names);
  return names.map((_, at) => at).sort((a, b) => order[a] - order[b]).map((at) => [String(at), names[at]]);
}

/** @param {Event} event @param {string} selector */
function hit(event, selector) {
  const found = event.target instanceof Element ? event.target.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
}

/** @type {HTMLInputElement} */
const SEARCH = byId("q");

function listen() {
  const search = () => choose({ ...table.choice, q: SEARCH.value, page: "" }, false);
  SEARCH.addEventListener("input", (event) => {
    // While Chinese is being typed, the field holds its letters.
    if (!(event instanceof InputEvent && event.isComposing)) search();
  });
  SEARCH.addEventListener("compositionend", search);
  byId("filter").addEventListener("change", (event) => {
    const control = event.target;
    if (control instanceof HTMLSelectElement) choose({ ...table.choice, [control.id]: control.value, page: "" });
  });
  byId("filter").addEventListener("reset", (event) => {
    event.preventDefault();
    choose({ ...NOTHING, sort: table.choice.sort });
  });
  byId("filter").addEventListener("submit", (event) => event.preventDefault());
  byId("found").addEventListener("click", (event) => {
    const sort = hit(event, "[data-sort]");
    if (sort) {
      choose({ ...table.choice, sort: sort.dataset.sort || "", page: "" });
      focusOn("found", `[data-sort$="${(sort.dataset.sort || "").replace("-", "")}"]`);
      return;
    }
    const row = hit(event, "tr.row");
    const selecting = !hit(event, "button") && String(getSelection());
    if (row && !selecting) turn(Number(row.dataset.at));
  });
  byId("pages").addEventListener("click", (event) => {
    const page = hit(event, "[data-page]");
    if (!page) return;
    choose({ ...table.choice, page: page.dataset.page || "" });
    byId("findings-title").scrollIntoView();
    byId("findings-title").focus({ preventScroll: true });
  });
  byId("units-table").addEventListener("click", (event) => {
    const head = hit(event, "[data-rank]");
    if (!head) return;
    ranking.sort = head.dataset.rank || "rank";
    drawUnits();
    focusOn("units-table", `[data-rank="${ranking.sort}"]`);
  });
  byId("units-more").addEventListener("click", () => { ranking.shown += 100; drawUnits(); });
  byId("matrix-units").addEventListener("click", () => { matrix.units += 100; drawMatrix(); });
  byId("matrix-rules").addEventListener("click", () => { matrix.rules += 100; drawMatrix(); });
  byId("rules-more").addEventListener("click", () => { ranking.rules += 100; drawRules(); });
  addEventListener("hashchange", follow);
  addEventListener("click", onLink);
  addEventListener("keydown", onKey);
  addEventListener("beforeprint", expand);
  addEventListener("afterprint", show);
}

/** A link that asks something is followed at once, the second time too. @param {MouseEvent} event */
function onLink(event) {
  const href = hit(event, 'a[href^="#"]')?.getAttribute("href");
  if (!href?.includes("=") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, "", href);
  follow();
}

/** @param {string} id @param {string} selector what to focus on inside */
function focusOn(id, selector) {
  const found = byId(id).querySelector(selector);
  if (found instanceof HTMLElement) found.focus();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const handled = event.key === "/" ? onSlash(event) : hit(event, "#q") ? onSearchKey(event) : hit(event, "#matrix-table a") ? onMatrixKey(event) : onRowKey(event);
  if (handled) event.preventDefault();
}

/** @param {KeyboardEvent} event */
function onSlash(event) {
  if (hit(event, "input, select, textarea")) return false;
  SEARCH.scrollIntoView({ block: "nearest" });
  SEARCH.focus();
  return true;
}

/** @param {KeyboardEvent} event */
function onSearchKey(event) {
  if (event.key === "Escape" && SEARCH.value) {
    choose({ ...table.choice, q: "", page: "" }, false);
    return true;
  }
  if (event.key !== "ArrowDown" && event.key !== "Enter") return false;
  focusOn("found", "button.toggle");
  return true;
}

/** @param {KeyboardEvent} event */
function onMatrixKey(event) {
  const link = hit(event, "a");
  const next = link && beside(link, event.key);
  if (!link || !next) return false;
  link.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
  return true;
}

/** @param {KeyboardEvent} event */
function onRowKey(event) {
  const row = hit(event, "#found tbody tr");
  if (!row) return false;
  const toggles = [...byId("found").querySelectorAll("button.toggle")];
  const own = (row.matches(".row") ? row : row.previousElementSibling)?.querySelector("button.toggle");
  if (!(own instanceof HTMLElement)) return false;
  if (event.key === "Escape") {
    turn(Number(own.dataset.at), false);
    own.focus();
    return true;
  }
  const at = toggles.indexOf(own);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: toggles.length - 1 }[event.key];
  if (to === undefined) return false;
  const next = toggles[to];
  if (next instanceof HTMLElement) {
    own.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  } else if (to < 0) SEARCH.focus();
  return true;
}

/** For paper: every finding that was asked for, opened, up to a number that can be printed. */
function expand() {
  const rows = table.found.slice(0, PRINTED);
  draw(rows, new Set(rows));
  byId("print-note").textContent =
    rows.length < table.found.length
      ? `以上是 ${grouped(table.found.length)} 处问题中的前 ${PRINTED} 处，全部问题见 ledger.xlsx；筛选后打印可只印一个单位或一条规则。`
      : "";
}

/** Charts are as wide as their place; drawn anew when that changes. */
function drawCharts() {
  drawScores();
  drawLoads();
  if (SEASON.changes.length) drawTrend();
}

/** The contents name the sections that are there. */
function drawContents() {
  for (const link of document.querySelectorAll(".contents a")) {
    if (byId((link.getAttribute("href") || "").slice(1)).hidden) link.remove();
  }
}

function watchWidth() {
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth !== width) drawCharts();
    width = innerWidth;
  });
}

/** Prepare the search while nothing else is to do. */
function prepareIdly() {
  if (HAYSTACKS.length >= FINDINGS.length) return;
  prepare(Math.min(FINDINGS.length, HAYSTACKS.length + 500));
  setTimeout(prepareIdly);
}

function start() {
  drawLead();
  drawTotals();
  drawUnits();
  drawMatrix();
  drawChanges();
  drawCharts();
  fillFilter();
  ask(addressed() || { ...NOTHING });
  drawLists();
  drawRules();
  drawContents();
  listen();
  watchWidth();
  if (addressed()) follow();
  performance.mark("drawn");
  setTimeout(prepareIdly, 100);
}

start();
