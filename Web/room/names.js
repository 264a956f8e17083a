// Knows how people are named in a sentence: two of one name by their school as well; a name that was erased has a word of
// its own.
import { isDoubled } from "../shared/model/people.js";
import { personOf } from "../shared/model/selectors.js";
import { t } from "../shared/texts/i18n.js";

/** @typedef {import("../shared/model/types.js").Room} Room */

/** @param {Room|null} room @param {string|undefined} id */
export function nameIn(room, id) { return told(room, id, personOf(room, id)?.name); }

/** @param {Room|null} room @param {string[]} ids */
export function namesIn(room, ids) { return ids.map((id) => nameIn(room, id)).join(", "); }

/**
 * Who wrote something, by the name they had then.
 * @param {Room|null} room @param {{author: string, name?: string}} written
 */
export function authorIn(room, { author, name }) { return told(room, author, name); }

/** @param {Room|null} room @param {string|undefined} id @param {string|undefined} name */
function told(room, id, name) {
  const school = personOf(room, id)?.school;
  if (!name) return t("common.nameless");
  return room && school && isDoubled(room, name) ? t("common.nameOfSchool", { name, school }) : name;
}
