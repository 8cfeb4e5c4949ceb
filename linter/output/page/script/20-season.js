// The data, and what is counted of it once.

/** @type {Contents} */
const SEASON = JSON.parse(byId("data").textContent || "");
const { rules: RULES, units: UNITS, reports: REPORTS, findings: FINDINGS } = SEASON;
const SEVERITIES = /** @type {Severity[]} */ (["error", "warning", "info"]);

/** The unit's place in the ranking, from 0, by its index. */
const RANK = new Uint32Array(UNITS.length);
SEASON.ranking.forEach((unit, rank) => { RANK[unit] = rank; });

/** Findings that count: all but those that a reviewer did not accept. */
const COUNTED = FINDINGS.filter((found) => !found.rejected);

/** @param {Severity} severity */
const ofSeverity = (severity) => COUNTED.filter((found) => found.severity === severity).length;

/** @param {Found} found */
const unitsOf = (found) => found.units.map((unit) => UNITS[unit].name).join("、");

/** @param {Found} found */
const titleOf = (found) => (found.report === undefined ? "" : REPORTS[found.report].title);

/** The best rank of a finding's units; one of no unit comes last. @param {Found} found */
const rankOf = (found) => (found.units.length ? RANK[found.units[0]] : UNITS.length);

/** Whether a unit's region is more than its name says. @param {number} unit */
const elsewhere = (unit) => unit in UNITS && !UNITS[unit].name.includes(UNITS[unit].region || "");

/** How many findings each report has, of a severity. @param {Severity} severity */
function loads(severity) {
  const counts = new Array(REPORTS.length).fill(0);
  for (const found of COUNTED) {
    if (found.severity === severity && found.report !== undefined) counts[found.report] += 1;
  }
  return counts.filter((_, report) => !REPORTS[report].unread);
}
