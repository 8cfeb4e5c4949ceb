// From what was found to the figures on the screen: which stretch of text takes part in what.

/** @type {State[]} the gravest first */
const STATES = ["wrong", "check", "note", "right", "held"];
/** @type {Severity[]} */
const SEVERITIES = ["error", "warning", "info"];
/** @type {Record<Severity, State>} */
const STATE_OF = { error: "wrong", warning: "check", info: "note" };

/**
 * The labels of places against which nothing is said: what tells how another figure may be meant, and
 * what is right as soon as that is mended.
 */
const CLEARED = ["elsewhere", "also"];

/** @param {Spot} spot */
const key = (spot) => `${spot.document}:${spot.start}:${spot.end}`;

/** The graver of two states. @param {State | undefined} one @param {State} other @returns {State} */
const graver = (one, other) => (one && STATES.indexOf(one) < STATES.indexOf(other) ? one : other);

/** @param {View} view @returns {Index} */
function indexed(view) {
  /** @type {Figure[]} */
  const figures = [];
  /** @type {Map<string, number>} */
  const byKey = new Map();
  /** What is said of each figure: against itself, against what it takes part in, and for it. @type {{ own?: State, beside?: State, passed?: State }[]} */
  const said = [];
  /** @param {Spot} spot @param {"own" | "beside" | "passed"} how @param {State} state */
  const figure = (spot, how, state) => {
    let at = byKey.get(key(spot));
    if (at === undefined) {
      at = figures.length;
      byKey.set(key(spot), at);
      figures.push({ at, spot, text: "", state, relations: [], own: [], findings: [], pieces: [] });
      said.push({});
    }
    said[at][how] = graver(said[at][how], state);
    return figures[at];
  };
  view.findings.forEach((fault, at) => {
    for (const spot of fault.places) {
      if (spot.start >= spot.end) continue;
      const about = spot === fault.places[0];
      const cleared = fault.suspected || CLEARED.includes(spot.label);
      const how = about ? "own" : cleared ? "passed" : "beside";
      const found = figure(spot, how, how === "passed" ? "held" : STATE_OF[fault.severity]);
      found.findings.push(at);
      if (about) found.own.push(at);
    }
  });
  view.relations.forEach((relation, at) => {
    const fault = relation.finding === undefined ? undefined : view.findings[relation.finding];
    const main = fault?.places[0] ?? relation.places[0];
    if (!main) return;
    const own = key(main);
    const passed = relation.state === "right" || relation.state === "held";
    const cleared = fault && (fault.suspected || own !== key(relation.places[0]));
    for (const spot of relation.places) {
      if (spot.start >= spot.end) continue;
      const how = passed ? "passed" : own === key(spot) ? "own" : cleared ? "passed" : "beside";
      figure(spot, how, !passed && how === "passed" ? "held" : relation.state).relations.push(at);
    }
  });
  figures.forEach((found, at) => (found.state = shownAs(said[at])));
  return { figures, byKey, blocks: [], chapters: view.findings.map((fault) => chapterOf(view, fault.places[0])) };
}

/**
 * What a figure is shown as: what is said against itself; else that it was found right; else, where
 * only what it takes part in is wrong, that it is to be checked.
 * @param {{ own?: State, beside?: State, passed?: State }} said @returns {State}
 */
function shownAs({ own, beside, passed }) {
  if (own) return own;
  if (passed === "right" || !beside) return passed ?? "held";
  return beside === "wrong" ? "check" : beside;
}

/** The last chapter that begins at or before a place; -1 before the first. @param {View} view @param {{ document: number, start: number }} spot */
function chapterOf(view, spot) {
  let low = 0, high = view.chapters.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const chapter = view.chapters[middle];
    if (chapter.document < spot.document || (chapter.document === spot.document && chapter.start <= spot.start)) low = middle + 1;
    else high = middle;
  }
  const found = view.chapters[low - 1];
  return found && found.document === spot.document ? low - 1 : -1;
}

/** Whether a chapter is another one or stands under it. @param {View} view @param {number} inner @param {number} outer */
function isWithin(view, inner, outer) {
  if (inner < outer) return false;
  const { depth, document } = view.chapters[outer];
  for (let at = outer + 1; at <= inner; at++) {
    if (view.chapters[at].depth <= depth || view.chapters[at].document !== document) return false;
  }
  return true;
}
