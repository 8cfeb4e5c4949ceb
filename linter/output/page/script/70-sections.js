// The sections around the table of findings.

/** The first lines: how much was there, and how much of it could be checked. */
function drawLead() {
  const { unread = [], missing = [], twice = [], unlisted = [], other_year: years = [] } = SEASON.lists;
  const why = SEASON.reasons.map(([reason, count]) => `${reason} ${count}`).join("、");
  const total = REPORTS.length;
  byId("lead").textContent =
    `共 ${grouped(total)} 份，已检查 ${grouped(total - unread.length)} 份，未能检查 ${grouped(unread.length)} 份${why && `（${why}）`}。`;
  /** @type {[Row[], string][]} */
  const lists = [[missing, "应报未报"], [twice, "重复报送"], [unlisted, "不在清单"], [years, "年度不符"]];
  const parts = lists.filter(([rows]) => rows.length).map(([rows, name]) => `${name} ${grouped(rows.length)} 份`);
  byId("submitted").textContent = parts.length ? `${parts.join("，")}。` : "";
  byId("version").textContent = SEASON.version;
}

/** The figures below the first heading; those that have findings link to them. */
function drawTotals() {
  const touched = new Set(COUNTED.filter(({ severity }) => severity === "error").map(({ report }) => report));
  const with_any = new Set(COUNTED.map(({ report }) => report));
  const read = REPORTS.map((_, at) => at).filter((at) => !REPORTS[at].unread);
  const across = COUNTED.filter((found) => found.across).length;
  const rejected = FINDINGS.length - COUNTED.length;
  /** @type {[string, number, string, Partial<Choice> | null, string][]} */
  const figures = [
    ...SEVERITIES.map((severity) => /** @type {[string, number, string, Partial<Choice>, string]} */ ([SEASON.severities[severity], ofSeverity(severity), "处", { severity }, severity])),
    ["跨报告问题", across, "处", { kind: "across" }, ""],
    ["有须修改的报告", read.filter((at) => touched.has(at)).length, "份", null, ""],
    ["未发现问题的报告", read.filter((at) => !with_any.has(at)).length, "份", null, ""],
    ["核对无误", REPORTS.reduce((sum, { passed = 0 }) => sum + passed, 0), "项", null, ""],
  ];
  if (rejected) figures.push(["复核不采纳", rejected, "处", { kind: "rejected" }, ""]);
  const items = figures.map(([name, count, counter, choice, kind]) => {
    const number = [grouped(count), el("small", {}, counter)];
    const link = choice && count > 0;
    return el("div", { class: kind }, el("dt", {}, name), el("dd", {}, link ? el("a", { href: address(choice), "aria-label": `${name} ${count} ${counter}，列出` }, ...number) : number));
  });
  byId("totals-figures").replaceChildren(...items);
}

const VISITED = 20;
const ranking = { sort: "rank", shown: VISITED, rules: VISITED };

/** @param {Unit} unit */
const perReport = (unit) => (unit.reports ? ((unit.errors || 0) + (unit.across || 0)) / unit.reports : 0);

/** @type {[string, string, (unit: Unit) => number, (unit: Unit) => string][]} */
const UNIT_COLUMNS = [
  ["errors", "须修改（项）", (unit) => unit.errors || 0, (unit) => grouped(unit.errors || 0)],
  ["across", "跨报告（项）", (unit) => unit.across || 0, (unit) => grouped(unit.across || 0)],
  ["warnings", "请核对（项）", (unit) => unit.warnings || 0, (unit) => grouped(unit.warnings || 0)],
  ["each", "份均", perReport, (unit) => perReport(unit).toFixed(2)],
  ["reports", "报告（份）", (unit) => unit.reports || 0, (unit) => grouped(unit.reports || 0)],
  ["unread", "未能检查", (unit) => unit.unread || 0, (unit) => grouped(unit.unread || 0)],
  ["missing", "应报未报", (unit) => unit.missing || 0, (unit) => grouped(unit.missing || 0)],
];

/** The units, those to visit first. */
function drawUnits() {
  const column = UNIT_COLUMNS.find(([name]) => name === ranking.sort);
  const order = [...SEASON.ranking];
  if (column) order.sort((a, b) => column[2](UNITS[b]) - column[2](UNITS[a]) || RANK[a] - RANK[b]);
  const most = Math.max(1, ...UNITS.map((unit) => (unit.errors || 0) + (unit.across || 0)));
  const rows = order.slice(0, ranking.shown).map((index) => {
    const unit = UNITS[index];
    const figures = UNIT_COLUMNS.map(([, , key, said]) => el("td", { class: key(unit) ? "number" : "number none" }, said(unit)));
    return el(
      "tr",
      {},
      el("td", { class: "number rank" }, RANK[index] + 1),
      el("th", { scope: "row" }, el("a", { href: address({ unit: String(index) }) }, unit.name), elsewhere(index) && el("small", {}, unit.region)),
      el("td", { class: "bars" }, bar([unit.errors || 0, unit.across || 0], most, ["error", "across"])),
      figures,
    );
  });
  /** @param {string} name @param {string} title */
  const head = (name, title) => el("th", { scope: "col", class: "number", "aria-sort": ranking.sort === name ? (name === "rank" ? "ascending" : "descending") : "none" }, el("button", { type: "button", class: "sort", "data-rank": name }, title));
  const heads = [head("rank", "名次"), el("th", { scope: "col" }, "单位"), el("th", { scope: "col", class: "bars" }, "须修改与跨报告"), ...UNIT_COLUMNS.map(([name, title]) => head(name, title))];
  byId("units-table").replaceChildren(el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows));
  byId("units").hidden = !order.length;
  more("units-more", order.length, ranking.shown, "个单位");
}

/** A button that shows more of what there is; hidden where all is shown. @param {string} id @param {number} all @param {number} shown @param {string} what */
function more(id, all, shown, what) {
  const button = byId(id);
  button.hidden = all <= shown;
  button.textContent = `再列${all - shown > 100 ? " 100 " : `出其余 ${all - shown} `}${what}（共 ${all}）`;
}

/** The lists of what was not submitted, or not read, as it should be. */
function drawLists() {
  /** @type {[ListName, string, string][]} */
  const lists = [
    ["unread", "未能检查", "原因"], ["missing", "应报未报", "应报清单中的位置"], ["twice", "重复报送", ""],
    ["unlisted", "不在清单", ""], ["other_year", "年度不符", ""],
  ];
  const parts = lists.flatMap(([name, title, why]) => {
    const rows = SEASON.lists[name] || [];
    return rows.length ? [el("h3", {}, `${title}（${rows.length} 份）`), listed(rows, title, why)] : [];
  });
  byId("lists-body").replaceChildren(...(parts.length ? parts : [el("p", { class: "empty" }, "各份材料都已检查；没有应报未报、重复报送、不在清单或年度不符的。")]));
}

/** @param {Row[]} rows @param {string} title @param {string} why the header of what is said of each, or nothing */
function listed(rows, title, why) {
  const path = rows.some((row) => row.path);
  const heads = ["单位", "项目", path && "文件", why].filter(Boolean);
  const body = rows.map((row) => el("tr", {}, el("td", {}, row.unit), el("td", {}, row.title), path && el("td", {}, file(row.path || "")), why && el("td", {}, row.why)));
  return el("div", { class: "wide", role: "region", "aria-label": `${title}的材料`, tabindex: "0" }, el("table", { class: "sheet" }, el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))), el("tbody", {}, body)));
}

/** The rules that found something, with how often. */
function drawRules() {
  const found = RULES.map(() => 0);
  const reports = RULES.map(() => new Set());
  for (const { rule, report } of COUNTED) {
    found[rule] += 1;
    reports[rule].add(report);
  }
  const order = RULES.map((_, at) => at).sort((a, b) => found[b] - found[a] || a - b);
  const most = Math.max(1, ...found);
  const rejected = RULES.some((rule) => rule.rejected);
  const rows = order.slice(0, ranking.rules).map((at) => {
    const rule = RULES[at];
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, found[at] ? el("a", { href: address({ rule: String(at) }) }, rule.name) : rule.name, " ", el("code", { lang: "en" }, rule.id)),
      el("td", {}, el("span", { class: `tag ${rule.severity}` }, SEASON.severities[rule.severity])),
      el("td", { class: "bars" }, bar([found[at]], most, [rule.severity])),
      el("td", { class: "number" }, grouped(found[at])),
      el("td", { class: "number" }, grouped(reports[at].size)),
      rejected && el("td", { class: rule.rejected ? "number" : "number none" }, rule.rejected || 0, rule.often && el("small", { class: "often" }, "超过五分之一")),
      el("td", { class: "basis" }, rule.basis),
    );
  });
  const heads = ["规则", "级别", "", "处数", "涉及份数", rejected && "不采纳", "依据"];
  const numbers = ["处数", "涉及份数", "不采纳"];
  const head = heads.flatMap((name) => (name === false ? [] : name ? [el("th", { scope: "col", class: numbers.includes(name) && "number" }, name)] : [el("td", { class: "bars" })]));
  byId("rules-table").replaceChildren(el("thead", {}, el("tr", {}, head)), el("tbody", {}, rows));
  byId("rules").hidden = !RULES.length;
  more("rules-more", order.length, ranking.rules, "条规则");
}

/** What changed since the earlier run. */
function drawChanges() {
  const { changes } = SEASON;
  byId("changes").hidden = !changes.length;
  if (!changes.length) return;
  const sum = (/** @type {(change: Changed) => number} */ part) => changes.reduce((all, change) => all + part(change), 0);
  const mended = sum((change) => change.mended?.length || 0);
  byId("changes-note").replaceChildren(
    `上次指出的问题中，已整改 ${grouped(mended)} 处，`,
    el("a", { href: address({ kind: "left" }) }, `仍存在 ${grouped(sum((change) => change.left || 0))} 处`), "；本次",
    el("a", { href: address({ kind: "new" }) }, `新增 ${grouped(sum((change) => change.new || 0))} 处`), "。",
  );
  const list = el("details", {}, el("summary", {}, `已整改的 ${grouped(mended)} 处`));
  list.addEventListener("toggle", () => { if (list.childElementCount === 1) list.append(...mendedOnes()); });
  byId("mended").replaceChildren(...(mended ? [list] : []));
}

/** What was mended, by report; made when it is asked for. */
function mendedOnes() {
  return SEASON.changes.filter((change) => change.mended?.length).map((change) => {
    const { unit, title } = REPORTS[change.report];
    const items = (change.mended || []).map(([rule, message]) => el("li", {}, `${rule}：${message}`));
    return el("div", {}, el("h3", {}, `${UNITS[unit].name}《${title}》`), el("ul", {}, items));
  });
}
