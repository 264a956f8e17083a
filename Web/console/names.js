// Knows how a person is named; a name that was erased has a word of its own.
import { put, say } from "../shared/page/html.js";
import { isDoubled } from "../shared/model/people.js";
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

/**
 * Who wrote or asked something, as text; with the school where two have the name.
 * @param {import("../shared/model/types.js").Room} room
 * @param {{author: string, name?: string}} written
 */
export function authorText(room, written) {
  const school = room.people?.[written.author]?.school;
  if (!written.name || !school || !isDoubled(room, written.name)) return nameText(written);
  return t("console.run.nameOfSchool", { name: written.name, school });
}

/**
 * Somebody of a room as text; with the school where two have the name.
 * @param {import("../shared/model/types.js").Room|null|undefined} room @param {string} id
 */
export function personText(room, id) {
  const person = room?.people?.[id];
  if (!room || !person?.name || !person.school || !isDoubled(room, person.name)) return nameText(person);
  return t("console.run.nameOfSchool", { name: person.name, school: person.school });
}
