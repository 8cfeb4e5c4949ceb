// The document as text with its tables; each figure that takes part in something is marked.

/** What is marked where it is right: figures, not headings and names. */
const FIGURE = /^[^]{0,6}[\d０-９][^]{0,24}$/;

/** A figure of so many characters is not broken at a line's end. */
const SHORT = 12;

/** @param {Reader} reader @returns {HTMLElement} */
function drawText(reader) {
  const { view, words } = reader;
  const body = el("div", { class: "rv-paper", lang: "zh-CN" });
  view.documents.forEach((document, at) => {
    if (view.documents.length > 1) body.append(el("h3", { class: "rv-file" }, document.path));
    const sweep = new Sweep(reader, at);
    for (const part of document.blocks) body.append(drawPart(reader, at, part, sweep));
    if (!document.blocks.length) body.append(el("p", { class: "rv-empty" }, words.noText));
  });
  return el("section", { class: "rv-text", "aria-label": words.text }, drawLegend(reader), body);
}

/** @param {Reader} reader */
function drawLegend({ view, words, index }) {
  const used = STATES.filter((state) => state !== "held" && index.figures.some((figure) => figure.state === state));
  if (!used.length) return false;
  const shown = used.map((state) => el("span", { class: `rv-figure rv-sample rv-${state}` }, words.states[state]));
  const box = el("input", { type: "checkbox", checked: true, "data-do": "right" });
  const toggle = view.relations.some((relation) => relation.state === "right") && el("label", { class: "rv-toggle" }, box, words.showRight);
  return el("p", { class: "rv-legend" }, el("span", {}, shown), el("span", { class: "rv-hint" }, words.legend), toggle);
}

/** @param {Reader} reader @param {number} document @param {Part} part @param {Sweep} sweep */
function drawPart(reader, document, part, sweep) {
  const element = part.kind === "table" ? drawTable(reader, part, sweep) : drawBlock(part, sweep);
  reader.index.blocks.push({ document, start: part.start, element });
  return element;
}

/** @param {Part} part @param {Sweep} sweep */
function drawBlock(part, sweep) {
  const level = part.level || 0;
  const tag = part.kind === "heading" ? `h${Math.min(level + 2, 6)}` : "p";
  return el(tag, { class: level > 0 && `rv-level-${Math.min(level, 4)}` }, sweep.pieces(part.start, part.text || "", level > 0));
}

/** A table wider than the text is a stop of the keyboard, whose arrows then move it. @param {string} name */
const watchWidth = (name) => new ResizeObserver(([{ target }]) => {
  const wide = target.scrollWidth > target.clientWidth;
  for (const [key, value] of Object.entries({ tabindex: "0", role: "group", "aria-label": name })) {
    if (wide) target.setAttribute(key, value);
    else target.removeAttribute(key);
  }
});

/** @param {Reader} reader @param {Part} part @param {Sweep} sweep */
function drawTable({ words }, part, sweep) {
  const rows = part.rows || [];
  const width = Math.max(0, ...rows.map((row) => (row.length ? row[row.length - 1].column + 1 : 0)));
  const drawn = rows.map((row, at) => {
    const head = at === 0 && rows.length > 1 && !row.some((cell) => /^[\d.,%％]+$/.test(cell.text));
    /** @type {HTMLElement[]} */
    const cells = [];
    for (const [index, cell] of row.entries()) {
      const next = index + 1 < row.length ? row[index + 1].column : width;
      const first = index === 0 ? 0 : cell.column;
      const span = Math.max(1, Math.min(next - first, 200));
      const number = /^[\s\d.,%％+\-−—]+$/.test(cell.text);
      cells.push(el(head ? "th" : "td", { colspan: span > 1 && span, scope: head && "col", class: number && "rv-number" }, sweep.pieces(cell.start, cell.text)));
    }
    return el("tr", {}, cells);
  });
  const wide = el("div", { class: "rv-wide" }, el("table", {}, el("tbody", {}, drawn)));
  watchWidth(words.wide).observe(wide);
  return wide;
}

/** Walks through a document once, and cuts each block where figures begin and end. */
class Sweep {
  /** @param {Reader} reader @param {number} document */
  constructor(reader, document) {
    this.reader = reader;
    this.figures = reader.index.figures.filter((figure) => figure.spot.document === document);
    this.figures.sort((a, b) => a.spot.start - b.spot.start || a.spot.end - b.spot.end);
    this.next = 0;
    /** @type {Figure[]} */
    this.open = [];
  }

  /**
   * The text of a block from an offset on, in pieces.
   * @param {number} start
   * @param {string} text
   * @param {boolean} [heading]
   * @returns {Child[]}
   */
  pieces(start, text, heading = false) {
    const end = start + text.length;
    while (this.next < this.figures.length && this.figures[this.next].spot.start < end) this.open.push(this.figures[this.next++]);
    this.open = this.open.filter((figure) => figure.spot.end > start);
    if (!this.open.length) return [text];
    const cuts = new Set([start, end]);
    for (const { spot } of this.open) {
      if (spot.start > start) cuts.add(spot.start);
      if (spot.end < end) cuts.add(spot.end);
    }
    const edges = [...cuts].sort((a, b) => a - b);
    return edges.slice(1).map((to, at) => this.piece(text.slice(edges[at] - start, to - start), edges[at], to, heading ? [start, end] : []));
  }

  /** @param {string} text @param {number} from @param {number} to @param {number[]} heading the bounds of the one it is in @returns {Child} */
  piece(text, from, to, [start, end]) {
    const over = this.open.filter(({ spot }) => spot.start <= from && to <= spot.end);
    if (!over.length || !text) return text;
    over.sort((a, b) => a.spot.end - a.spot.start - (b.spot.end - b.spot.start));
    const whole = start !== undefined && over[0].spot.start <= start && end <= over[0].spot.end;
    return drawPiece(this.reader, text, over, from, whole);
  }
}

/**
 * A piece of a figure, or of several.
 * @param {Reader} reader
 * @param {string} text
 * @param {Figure[]} over the figures it belongs to, the shortest first
 * @param {number} from where it begins
 * @param {boolean} heading whether it is one, and no figure in one
 */
function drawPiece({ words }, text, over, from, heading) {
  const state = over.reduce((worst, figure) => (STATES.indexOf(figure.state) < STATES.indexOf(worst) ? figure.state : worst), over[0].state);
  const begun = over.filter((figure) => figure.spot.start === from);
  const numbers = begun.flatMap((figure) => figure.own).map((at) => at + 1);
  const relations = new Set(over.flatMap((figure) => figure.relations));
  const own = over.some((figure) => figure.own.length);
  const name = [text, words.states[state], words.takesPart(Math.max(relations.size, 1))].join(words.separator);
  const quiet = state === "held" || (state === "right" && (heading || !FIGURE.test(text)));
  const kinds = [own && "rv-own", quiet && "rv-quiet", text.length <= SHORT && "rv-short"].filter(Boolean);
  const piece = el("span", {
    class: ["rv-figure", `rv-${state}`, ...kinds].join(" "), role: "button", tabindex: -1, "aria-label": name,
    "data-figures": over.map((figure) => figure.at).join(" "), "data-numbers": numbers.length ? numbers.join(",") : null,
  }, text);
  for (const figure of over) {
    figure.text += text;
    figure.pieces.push(piece);
  }
  return piece;
}
