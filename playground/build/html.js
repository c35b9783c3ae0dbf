/** @type {Readonly<Record<string, string>>} */
const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Text as it may stand in an element or in a quoted attribute.
 *
 * @param {string} text
 */
export function escapeHtml(text) {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
