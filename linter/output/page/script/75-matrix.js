// Units by rules: a link a cell, to the findings that it counts.

const matrix = { units: VISITED, rules: 20 };

/** How many findings each unit has of each rule. @type {Map<number, number>[]} */
const CELLS = UNITS.map(() => new Map());
for (const { units, rule } of COUNTED) {
  for (const unit of units) CELLS[unit].set(rule, (CELLS[unit].get(rule) || 0) + 1);
}

/** @param {Map<number, number>} cells */
const total = (cells) => [...cells.values()].reduce((a, b) => a + b, 0);

/** Rules of graver findings first, then those that found more. @param {number[]} sums */
const gravest = (sums) => (/** @type {number} */ a, /** @type {number} */ b) =>
  SEVERITIES.indexOf(RULES[a].severity) - SEVERITIES.indexOf(RULES[b].severity) || sums[b] - sums[a] || a - b;

function drawMatrix() {
  const sums = RULES.map((_, rule) => CELLS.reduce((all, cells) => all + (cells.get(rule) || 0), 0));
  const allRules = RULES.map((_, rule) => rule).filter((rule) => sums[rule]).sort(gravest(sums));
  const allUnits = SEASON.ranking.filter((unit) => CELLS[unit].size);
  const rules = allRules.slice(0, matrix.rules);
  const units = allUnits.slice(0, matrix.units);
  byId("matrix").hidden = !units.length;
  const most = Math.max(1, ...units.flatMap((unit) => rules.map((rule) => CELLS[unit].get(rule) || 0)));
  const heads = rules.map((rule, column) =>
    el("th", { scope: "col", class: RULES[rule].severity }, spot({ rule: String(rule) }, 0, column + 1, RULES[rule].name, el("span", {}, RULES[rule].name))));
  const rows = units.map((unit, at) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, spot({ unit: String(unit) }, at + 1, 0, UNITS[unit].name, UNITS[unit].name)),
      rules.map((rule, column) => filledCell(unit, rule, at + 1, column + 1, most)),
      el("td", { class: "sum" }, grouped(total(CELLS[unit]))),
    ));
  const head = el("tr", {}, el("td", {}), heads, el("th", { scope: "col", class: "sum" }, el("span", {}, "合计")));
  byId("matrix-table").replaceChildren(el("thead", {}, head), el("tbody", {}, rows));
  byId("matrix-table").querySelector("a")?.setAttribute("tabindex", "0");
  more("matrix-units", allUnits.length, matrix.units, "个单位");
  more("matrix-rules", allRules.length, matrix.rules, "条规则");
}

/** @param {number} unit @param {number} rule @param {number} row @param {number} column @param {number} most */
function filledCell(unit, rule, row, column, most) {
  const count = CELLS[unit].get(rule) || 0;
  if (!count) return el("td", {});
  const heat = Math.min(5, 1 + Math.floor((4 * Math.log(count)) / Math.log(Math.max(most, 5))));
  const choice = { unit: String(unit), rule: String(rule) };
  const said = `${UNITS[unit].name}，${RULES[rule].name}，${count} 处`;
  return el("td", { class: `${RULES[rule].severity} heat-${heat}` }, spot(choice, row, column, said, grouped(count)));
}

/** A link that the arrows reach. @param {Partial<Choice>} choice @param {number} row @param {number} column @param {string} said @param {Child} shown */
function spot(choice, row, column, said, shown) {
  return el("a", { href: address(choice), tabindex: "-1", "data-row": row, "data-column": column, "aria-label": said, title: said }, shown);
}

/** The link next to one in a direction, over empty cells. @param {HTMLElement} from @param {string} key */
function beside(from, key) {
  const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key] || [0, 0];
  let [row, column] = [Number(from.dataset.row) + down, Number(from.dataset.column) + right];
  while (row >= 0 && column >= 0 && row <= matrix.units && column <= matrix.rules) {
    const link = byId("matrix-table").querySelector(`a[data-row="${row}"][data-column="${column}"]`);
    if (link instanceof HTMLElement) return link;
    row += down;
    column += right;
  }
  return null;
}
