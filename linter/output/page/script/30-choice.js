// What is asked of the table: kept in the address, so that a link can ask it and "back" undoes it.

/** @type {Choice} */
const NOTHING = { q: "", severity: "", unit: "", rule: "", kind: "", report: "", sort: "", page: "" };
const KINDS = [
  ["", "全部"], ["across", "跨报告"], ["new", "本次新增"], ["left", "仍存在"], ["rejected", "复核不采纳"],
];

/** The address of a choice. @param {Partial<Choice>} choice */
function address(choice) {
  const asked = Object.entries(choice).filter(([, value]) => value !== "");
  const query = new URLSearchParams(/** @type {string[][]} */ (asked)).toString();
  return `#${query || "q="}`;
}

/** The choice that the address tells; nothing where it tells a heading. @returns {Choice | null} */
function addressed() {
  const hash = location.hash.slice(1);
  if (!hash.includes("=")) return null;
  const query = new URLSearchParams(hash);
  const choice = { ...NOTHING };
  for (const name of /** @type {(keyof Choice)[]} */ (Object.keys(NOTHING))) choice[name] = query.get(name) || "";
  return choice;
}

/** What of each finding is searched: its words, in one case and one width. @type {string[]} */
const HAYSTACKS = [];

/** @param {string} text */
const folded = (text) => text.normalize("NFKC").toLowerCase();

/** Make the haystacks ready up to a finding. @param {number} end */
function prepare(end) {
  for (let at = HAYSTACKS.length; at < end; at += 1) {
    const found = FINDINGS[at];
    const rule = RULES[found.rule];
    const report = found.report === undefined ? undefined : REPORTS[found.report];
    const regions = found.units.map((unit) => UNITS[unit].region || "");
    const spots = found.spots.flatMap((spot) => [(spot.parts || []).map(([, text]) => text).join(""), spot.where, spot.path]);
    const words = [
      unitsOf(found), ...regions, report?.title, report?.path, rule.name, rule.id, rule.family,
      found.message, found.calculation, ...spots,
    ];
    HAYSTACKS.push(folded(words.filter(Boolean).join("\n")));
  }
}

/** Whether a finding is of a kind. @param {Found} found @param {string} kind */
function isOf(found, kind) {
  if (kind === "rejected") return Boolean(found.rejected);
  if (found.rejected) return false;
  if (kind === "across") return Boolean(found.across);
  return kind === "" || found.since === kind;
}

/** The indexes of the findings that a choice asks for, in its order. @param {Choice} choice */
function chosen(choice) {
  const terms = folded(choice.q).split(/\s+/).filter(Boolean);
  if (terms.length) prepare(FINDINGS.length);
  const number = (/** @type {string} */ text) => (text === "" ? -1 : Number(text));
  const [unit, rule, report] = [choice.unit, choice.rule, choice.report].map(number);
  /** @type {number[]} */
  const found = [];
  FINDINGS.forEach((finding, at) => {
    if (!isOf(finding, choice.kind)) return;
    if (choice.severity && finding.severity !== choice.severity) return;
    if (unit >= 0 && !finding.units.includes(unit)) return;
    if (rule >= 0 && finding.rule !== rule) return;
    if (report >= 0 && finding.report !== report && !finding.spots.some((spot) => spot.report === report)) return;
    if (terms.length && !terms.every((term) => HAYSTACKS[at].includes(term))) return;
    found.push(at);
  });
  return sorted(found, choice.sort || "severity");
}

/** @type {Record<string, () => (found: Found) => number>} */
const ORDERS = {
  severity: () => (found) => SEVERITIES.indexOf(found.severity) * UNITS.length + rankOf(found),
  unit: () => (found) => rankOf(found),
  report: () => {
    const order = collated(REPORTS.map((report) => report.title));
    return (found) => (found.report === undefined ? -1 : order[found.report]);
  },
  rule: () => {
    const order = collated(RULES.map((rule) => `${rule.family} ${rule.name}`));
    return (found) => order[found.rule];
  },
};
/** @type {Map<string, Float64Array>} */
const KEYS = new Map();

/** Sort in place by a column, "-" before it turns it. @param {number[]} found @param {string} sort */
function sorted(found, sort) {
  const column = sort.replace("-", "");
  if (!Object.hasOwn(ORDERS, column)) return found;
  let keys = KEYS.get(column);
  if (!keys) {
    keys = Float64Array.from(FINDINGS, ORDERS[column]());
    KEYS.set(column, keys);
  }
  const key = keys;
  const sign = sort.startsWith("-") ? -1 : 1;
  return found.sort((a, b) => sign * (key[a] - key[b]) || a - b);
}

/** Each text's place in the order of a Chinese dictionary. @param {string[]} texts */
function collated(texts) {
  const order = [...new Set(texts)].sort(new Intl.Collator("zh-CN", { numeric: true }).compare);
  const place = new Map(order.map((text, at) => [text, at]));
  return texts.map((text) => place.get(text) || 0);
}
