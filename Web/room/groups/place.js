// Knows how the place of a group is said: what it is called, and the table for those who are in the room.
import { t } from "../../shared/texts/i18n.js";
import { isInRoom, personOf } from "../../shared/model/selectors.js";
import { called } from "../../shared/model/group.js";
import { callLink } from "../../shared/model/selectors-groups.js";

/** @typedef {import("../../shared/model/selectors-groups.js").Seat} Seat */

/**
 * Whether somebody sits at the table: who is remote does not look for one, unless nothing else is said.
 * @param {import("../../shared/model/types.js").Room} room @param {Seat} seat
 */
function sitsThere(room, { group, person }) {
  return group.table !== undefined && (isInRoom(personOf(room, person)?.mode ?? "unknown") || !callLink(group));
}

/**
 * "Group 3 · Table 3".
 * @param {import("../../shared/model/types.js").Room} room @param {Seat} seat
 */
export function placeText(room, seat) {
  const { number, group } = seat;
  return sitsThere(room, seat) ? t("group.titleTable", { group: called(group, number), table: group.table ?? 0 })
    : t("common.groupCalled", { group: called(group, number) });
}

/**
 * The call, for whoever needs it: those who are not in the room, and whose device joins both.
 * @param {import("../../shared/model/types.js").Room} room @param {Seat} seat @returns {string|undefined}
 */
export function callFor(room, { group, person }) {
  const needs = !isInRoom(personOf(room, person)?.mode ?? "unknown") || group.bridge === person;
  return needs ? callLink(group) : undefined;
}
