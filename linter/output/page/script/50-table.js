// The table of findings: a page of it at a time, rows that open, headers that sort.

const PAGE = 50;
const PRINTED = 500;
const COLUMNS = [["severity", "级别"], ["unit", "单位"], ["report", "项目"], ["rule", "规则"], ["", "问题"]];

const table = {
  /** @type {Choice} */
  choice: { ...NOTHING },
  /** What the choice found. @type {number[]} */
  found: [],
  /** The findings whose rows are open. @type {Set<number>} */
  open: new Set(),
};

/** The number of the page shown, from 0. */
function pageShown() {
  const last = Math.max(0, Math.ceil(table.found.length / PAGE) - 1);
  return Math.min(last, Math.max(0, (Number(table.choice.page) || 1) - 1));
}

/** Find what a choice asks for and show it. @param {Choice} choice */
function ask(choice) {
  table.choice = choice;
  table.found = chosen(choice);
  for (const name of /** @type {const} */ (["q", "severity", "unit", "rule", "kind"])) {
    const control = byId(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
      if (control.value !== choice[name]) control.value = choice[name];
    }
  }
  show();
}

/** Show the page of what was found. */
function show() {
  const page = pageShown();
  const rows = table.found.slice(page * PAGE, (page + 1) * PAGE);
  draw(rows, table.open);
  byId("status").textContent = said(page * PAGE, rows.length);
  byId("pages").replaceChildren(...pager(page));
}

/** What the live region says. @param {number} from @param {number} count */
function said(from, count) {
  const { report } = table.choice;
  const of = report && REPORTS[Number(report)] ? `《${REPORTS[Number(report)].title}》` : "";
  if (!count) return `${of}没有符合条件的问题。`;
  const total = `${of}共 ${grouped(table.found.length)} 处问题`;
  return count === table.found.length ? `${total}。` : `${total}，列出第 ${grouped(from + 1)}—${grouped(from + count)} 处。`;
}

/** Fill the table with rows. @param {number[]} rows @param {Set<number>} open */
function draw(rows, open) {
  const terms = folded(table.choice.q).split(/\s+/).filter(Boolean);
  const body = el("tbody", { role: "rowgroup" }, rows.flatMap((at) => rowsOf(at, open.has(at), terms)));
  const first = body.querySelector("button");
  first?.setAttribute("tabindex", "0");
  byId("found").replaceChildren(header(), body);
}

/** The row of a finding, and below it what it opens to. @param {number} at @param {boolean} open @param {string[]} terms */
function rowsOf(at, open, terms) {
  const found = FINDINGS[at];
  const toggle = el(
    "button",
    { type: "button", class: "toggle", tabindex: "-1", "aria-expanded": String(open), "aria-controls": `open-${at}`, "aria-describedby": `said-${at}`, "data-at": at },
    el("span", { class: `tag ${found.severity}` }, SEASON.severities[found.severity]),
  );
  const flags = [found.across && "跨报告", found.since === "new" && "新增", found.rejected && "不采纳"];
  const row = el(
    "tr",
    { role: "row", class: open ? "row open" : "row", "data-at": at },
    cell("severity", toggle),
    cell("unit", marked(unitsOf(found), terms), elsewhere(found.units[0]) && el("small", {}, UNITS[found.units[0]].region)),
    cell("report", marked(titleOf(found), terms)),
    cell("rule", marked(RULES[found.rule].name, terms)),
    cell(
      "said",
      el("span", { id: `said-${at}` }, marked(found.message, terms)),
      flags.filter(Boolean).map((flag) => el("span", { class: "flag" }, flag)),
      el("small", {}, found.spots[0].where),
    ),
  );
  const below = el("tr", { role: "row", class: "below", id: `open-${at}`, hidden: !open });
  if (open) below.append(inside(at));
  return [row, below];
}

/** @param {string} name @param {...(Child | Child[])} children */
const cell = (name, ...children) => el("td", { role: "cell", class: name }, ...children);

/** @param {number} at */
const inside = (at) => el("td", { role: "cell", colspan: COLUMNS.length }, opened(FINDINGS[at]));

/** Open or close a row. @param {number} at @param {boolean} [open] */
function turn(at, open = !table.open.has(at)) {
  const below = document.getElementById(`open-${at}`);
  const row = below?.previousElementSibling;
  if (!below || !row) return;
  if (open) table.open.add(at);
  else table.open.delete(at);
  row.classList.toggle("open", open);
  row.querySelector("button")?.setAttribute("aria-expanded", String(open));
  below.hidden = !open;
  below.replaceChildren(...(open ? [inside(at)] : []));
}

/** The headers, each but the last a button that sorts. */
function header() {
  const sort = table.choice.sort || "severity";
  const cells = COLUMNS.map(([column, name]) => {
    if (!column) return el("th", { role: "columnheader", scope: "col", class: "said" }, name);
    const now = sort === column ? "ascending" : sort === `-${column}` ? "descending" : "none";
    const next = now === "ascending" ? `-${column}` : column;
    return el(
      "th",
      { role: "columnheader", scope: "col", class: column, "aria-sort": now },
      el("button", { type: "button", class: "sort", "data-sort": next }, name),
    );
  });
  return el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, cells));
}

/** Links to other pages. @param {number} page */
function pager(page) {
  const pages = Math.ceil(table.found.length / PAGE);
  if (pages < 2) return [];
  /** @param {string} name @param {number} to */
  const link = (name, to) => {
    const off = to < 0 || to >= pages || to === page;
    return el("button", { type: "button", "data-page": to + 1, disabled: off }, name);
  };
  return [
    link("首页", 0), link("上一页", page - 1),
    el("span", {}, `第 ${page + 1} 页，共 ${pages} 页`),
    link("下一页", page + 1), link("末页", pages - 1),
  ];
}
