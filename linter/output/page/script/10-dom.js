// More elements: of SVG, of the template, and what is drawn as text or bars everywhere.

const SVG = "http://www.w3.org/2000/svg";

/**
 * The same for SVG.
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {SVGElement}
 */
function svg(tag, attributes = {}, ...children) {
  return filled(/** @type {SVGElement} */ (document.createElementNS(SVG, tag)), attributes, children);
}

/**
 * The element of the template with an id.
 * @template {HTMLElement} [E=HTMLElement]
 * @param {string} id
 * @returns {E}
 */
function byId(id) {
  return /** @type {E} */ (document.getElementById(id));
}

/**
 * A share of the greatest as a bar, in one piece a series.
 * @param {number[]} lengths
 * @param {number} greatest
 * @param {string[]} series classes of the pieces
 */
function bar(lengths, greatest, series) {
  let at = 0;
  const pieces = lengths.map((length, index) => {
    const width = (100 * length) / greatest;
    const piece = svg("rect", { x: at, width, height: 10, class: series[index] });
    at += width;
    return piece;
  });
  const frame = { viewBox: "0 0 100 10", preserveAspectRatio: "none", class: "bar", "aria-hidden": "true" };
  return svg("svg", frame, pieces);
}

/** @param {number} number */
const grouped = (number) => number.toLocaleString("zh-CN");
