// Knows whose turn it is in a group as facts change it. Mirrors Room+Turns.swift.
import { anyGroup } from "../model/group.js";
import { present } from "./present.js";

/** @typedef {import("../model/types.js").Room} Room */
/** @typedef {import("../model/types.js").Group} Group */

/** @param {Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyTurns(room, { name, fields, at, isLead }) {
  if (name !== "groupTurnGiven" && name !== "groupTurnsEnded") return false;
  const group = anyGroup(room, fields.group);
  if (!group) return true;
  if (isLead) group.lastActAt = at;
  if (name === "groupTurnsEnded") {
    delete group.turns;
    return true;
  }
  const had = (group.turns?.had ?? []).filter((one) => one !== fields.person);
  group.turns = { person: fields.person, since: at, seconds: fields.seconds, had: [...had, fields.person] };
  return true;
}

/**
 * Somebody is not in the group any more.
 * @param {Group} group @param {string} person
 */
export function leaveTurns({ turns }, person) {
  if (!turns) return;
  turns.had = turns.had.filter((one) => one !== person);
  if (turns.person === person) present(Object.assign(turns, { person: undefined }));
}
