// Elements of the template.

/**
 * The element of the template with an id.
 * @template {HTMLElement} [E=HTMLElement]
 * @param {string} id
 * @returns {E}
 */
function byId(id) {
  return /** @type {E} */ (document.getElementById(id));
}
