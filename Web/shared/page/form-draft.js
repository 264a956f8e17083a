// Knows that a form that was not saved yet is still there when the page is loaded again: what was typed is kept in its
// tab until it is saved or put away. In its tab only: two that show the same would save it twice.
import { recall, remember } from "./stored.js";

/** @typedef {Record<string, string>} Values by the names of the fields */

/**
 * What is kept of a form, or null.
 * @param {string} key @returns {Values|null}
 */
function keptForm(key) {
  const kept = recall(`draft.${key}`, "session");
  return kept && typeof kept === "object" ? kept : null;
}

/**
 * Fills a form with what is kept of it, and keeps it from now on.
 * @param {HTMLFormElement} form @param {string} key
 * @param {Values} [more] what is kept besides
 * @returns {{isKept: boolean, clear: () => void}}
 */
export function keepForm(form, key, more = {}) {
  const fields = () => /** @type {(HTMLInputElement|HTMLSelectElement|HTMLTextAreaElement)[]} */ ([...form.elements])
    .filter((one) => "value" in one && one.name !== "");
  const kept = keptForm(key);
  for (const one of kept ? fields() : []) if (typeof kept?.[one.name] === "string") one.value = kept[one.name];
  form.addEventListener("input", () => remember(`draft.${key}`,
    { ...Object.fromEntries(fields().map(({ name, value }) => [name, value])), ...more }, "session"));
  return { isKept: kept !== null, clear: () => remember(`draft.${key}`, null, "session") };
}
