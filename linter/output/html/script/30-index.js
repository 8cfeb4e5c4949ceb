// From what was found to the figures on the screen: which stretch of text takes part in what.

/** @type {State[]} the gravest first */
const STATES = ["wrong", "check", "note", "right", "held"];
/** @type {Severity[]} */
const SEVERITIES = ["error", "warning", "info"];
/** @type {Record<Severity, State>} */
const STATE_OF = { error: "wrong", warning: "check", info: "note" };

/** The label of a place that only tells how another figure may be meant: nothing is said against it. */
const WITNESS = "elsewhere";

/** @param {Spot} spot */
const key = (spot) => `${spot.document}:${spot.start}:${spot.end}`;

/** @param {View} view @returns {Index} */
function indexed(view) {
  /** @type {Figure[]} */
  const figures = [];
  /** @type {Map<string, number>} */
  const byKey = new Map();
  /** @param {Spot} spot @param {State} state */
  const figure = (spot, state) => {
    let at = byKey.get(key(spot));
    if (at === undefined) {
      at = figures.length;
      byKey.set(key(spot), at);
      figures.push({ at, spot, text: "", state, relations: [], own: [], findings: [], pieces: [] });
    }
    const found = figures[at];
    if (STATES.indexOf(state) < STATES.indexOf(found.state)) found.state = state;
    return found;
  };
  view.relations.forEach((relation, at) => {
    for (const spot of relation.places) if (spot.start < spot.end) figure(spot, relation.state).relations.push(at);
  });
  view.findings.forEach((fault, at) => {
    fault.places.forEach((spot, index) => {
      if (spot.start >= spot.end) return;
      const found = figure(spot, spot.label === WITNESS ? "held" : STATE_OF[fault.severity]);
      found.findings.push(at);
      if (index === 0 || index === fault.suspect) found.own.push(at);
    });
  });
  return { figures, byKey, blocks: [], chapters: view.findings.map((fault) => chapterOf(view, fault.places[0])) };
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
