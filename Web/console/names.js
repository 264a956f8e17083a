// Knows how a person is named; a name that was erased has a word of its own.
import { put, say } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";

/**
 * Puts the name into an element.
 * @param {HTMLElement} node
 * @param {{name?: string}|null|undefined} person
 */
export function nameOf(node, person) {
  if (person?.name) put(node, person.name);
  else say(node, "console.run.noName");
}

/**
 * The name as text.
 * @param {{name?: string}|null|undefined} person
 */
export function nameText(person) { return person?.name ?? t("console.run.noName"); }
