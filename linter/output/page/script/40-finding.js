// One finding opened: its passages side by side, the arithmetic, what to do.

const NUMERALS = "一二三四五六七八九十";

/** @param {Found} found @returns {HTMLElement} */
function opened(found) {
  const rule = RULES[found.rule];
  const shown = found.spots.filter((spot) => spot.parts || spot.where);
  return el(
    "div",
    { class: "opened" },
    el("div", { class: "places", "data-count": Math.min(shown.length, 3) }, shown.map((spot, at) => place(found, spot, at))),
    el(
      "dl",
      { class: "told" },
      found.calculation && term("算式", el("span", { class: "arithmetic" }, found.calculation)),
      found.suggestion && term("建议", found.suggestion),
      rule.basis && term("依据", rule.basis),
      found.review && term("复核", found.review),
      term("规则", `${rule.name} `, el("code", { lang: "en" }, rule.id)),
      found.report !== undefined && term("文件", file(REPORTS[found.report].path)),
    ),
    found.report !== undefined &&
      el("p", { class: "also" }, el("a", { href: address({ report: String(found.report) }) }, "这份报告的全部问题")),
  );
}

/** A passage with the places in it. @param {Found} found @param {Spot} spot @param {number} at */
function place(found, spot, at) {
  const report = spot.report === undefined ? undefined : REPORTS[spot.report];
  const title = at === 0 ? "问题所在" : `对照处${found.spots.length > 2 ? NUMERALS[at - 1] || at : ""}`;
  return el(
    "figure",
    { class: at === 0 ? "place primary" : "place" },
    el(
      "figcaption",
      {},
      el("strong", {}, title),
      report && el("span", {}, `${UNITS[report.unit].name}《${report.title}》`),
      found.across && at === 0 && el("span", {}, `${unitsOf(found).split("、")[0]}《${titleOf(found)}》`),
      spot.where && el("span", {}, spot.where),
      spot.path && file(spot.path),
    ),
    spot.parts && el("blockquote", {}, spot.parts.map(([kind, text]) => (kind ? el("mark", { class: kind }, text) : text))),
  );
}

/** A file's name, as a link where it is known how to reach it. @param {string} path */
function file(path) {
  const name = el("bdi", { class: "path" }, path);
  const way = `${SEASON.files}/${path}`.split("/").map(encodeURIComponent).join("/");
  return SEASON.files && path ? el("a", { href: way, target: "_blank", rel: "noreferrer" }, name) : name;
}

/** A term of a description with what is said of it. @param {string} name @param {...Child} said */
function term(name, ...said) {
  return el("div", {}, el("dt", {}, name), el("dd", {}, ...said));
}

/** A text with the searched words marked. @param {string} text @param {string[]} terms @returns {Child[]} */
function marked(text, terms) {
  const lower = text.toLowerCase();
  if (!terms.length || lower.length !== text.length) return [text];
  /** @type {Child[]} */
  const parts = [];
  let from = 0;
  for (;;) {
    const hits = terms.map((word) => ({ at: lower.indexOf(word, from), word })).filter(({ at }) => at >= 0);
    if (!hits.length) return [...parts, text.slice(from)];
    const { at, word } = hits.reduce((a, b) => (b.at < a.at ? b : a));
    parts.push(text.slice(from, at), el("mark", { class: "hit" }, text.slice(at, at + word.length)));
    from = at + word.length;
  }
}
