// Knows how people are named in a sentence; a name that was erased has a word of its own.
import { t } from "../../shared/texts/i18n.js";
import { personOf } from "../../shared/model/selectors.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */

/** @param {Room|null} room @param {string|undefined} id */
export function nameIn(room, id) { return personOf(room, id)?.name ?? t("common.nameless"); }

/** @param {Room|null} room @param {string[]} ids */
export function namesIn(room, ids) { return ids.map((id) => nameIn(room, id)).join(", "); }
