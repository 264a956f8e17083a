// Knows one group of a round: its shape, what it is called, the wishes about it, and how facts that are said between
// groups and leads change it. Mirrors Groups in Sources/Meetings; no DOM.
import { present } from "../fold/present.js";
import { running } from "../fold/forming.js";
import { wish } from "./commands-groups.js";

/** @typedef {import("./types.js").Room} Room */
/** @typedef {import("./types.js").Card} Card */
/** @typedef {"help"|"helped"|"done"|"notDone"|"moreTime"|"timeHeard"} GroupSignal */
/** @typedef {{facilitator?: string, scribe?: string, reporter?: string}} GroupRoles */
/** @typedef {{task?: string, resources?: string, link?: string, expected?: string[], name?: string}} GroupTexts */
/**
 * @typedef {object} Group
 * @property {string} id
 * @property {string} [name] what a lead calls it; it goes by its number without one
 * @property {string[]} members
 * @property {number} [table]
 * @property {string} [bridge] whose device joins the room and the call
 * @property {GroupRoles} roles
 * @property {GroupTexts} texts
 * @property {Card[]} cards of other groups only once the round is over
 * @property {number} [cardsLeftOut] how many more there are
 * @property {number} [helpSince]
 * @property {boolean} isDone
 * @property {number} [moreTimeSince]
 * @property {{person?: string, since: number, seconds: number, had: string[]}} [turns] while they speak one after the
 *   other; without a person once whoever had the turn left
 * @property {string[]} visitors leads who look in now
 * @property {number} [lastActAt] only leads see it
 */

/**
 * What a group is called, to be put into a sentence; by itself it is "common.groupCalled".
 * @param {Group} group @param {number} n its number, from 1 @returns {import("../texts/i18n.js").Param}
 */
export function called(group, n) { return group.name ?? ["common.group", { n }]; }

/**
 * @param {string|null} group what all share without it
 * @param {{texts?: GroupTexts, table?: number|null, bridge?: string|null,
 *   roles?: GroupRoles}} what the whole of it: what is missing is emptied
 */
export const editGroup = (group, { texts = {}, table, bridge, roles = {} }) =>
  wish("editGroup", { group, texts: present({ ...texts }), table, bridge, roles: present({ ...roles }) });
/** @param {string} group @param {string} name empty for its number */
export const renameGroup = (group, name) => wish("renameGroup", { group, name: name || null });
/** @param {string|null} [group] nowhere without it */
export const visitGroup = (group) => wish("visitGroup", { group });
/** @param {GroupSignal} signal @param {string|null} [group] */
export const sendSignal = (signal, group) => wish("signal", { group, signal });

/** @param {Room} room @param {import("../fold/room.js").Fact} fact @returns {boolean} */
export function applyGroups(room, { name, fields, at, isLead }) {
  switch (name) {
    case "groupRenamed": {
      const group = anyGroup(room, fields.group);
      if (group) present(Object.assign(group, { name: fields.name }));
      return true;
    }
    case "groupVisited":
      for (const group of running(room)?.groups ?? []) {
        group.visitors = group.visitors.filter((one) => one !== fields.person);
        if (group.id === fields.group) group.visitors.push(fields.person);
      }
      return true;
    case "groupSignalled": {
      const group = anyGroup(room, fields.group);
      if (group) signal(group, fields.signal, at);
      // What a lead answers is no act of the group.
      if (group && isLead && fields.signal !== "helped" && fields.signal !== "timeHeard") group.lastActAt = at;
      return true;
    }
    case "announcementMade":
      (room.announcements ??= []).push(present({
        id: fields.announcement, round: fields.round, author: fields.person, name: fields.name, text: fields.text, at,
      }));
      return true;
    default: return false;
  }
}

/** @param {Group} group @param {GroupSignal} given @param {number} at */
function signal(group, given, at) {
  switch (given) {
    case "help": group.helpSince = at; break;
    case "helped": delete group.helpSince; break;
    case "done": group.isDone = true; break;
    case "notDone": group.isDone = false; break;
    case "moreTime": group.moreTimeSince = at; break;
    case "timeHeard": delete group.moreTimeSince; break;
    default:
  }
}

/**
 * A group of any round, the newest first.
 * @param {Room|null} room @param {string|undefined} id @returns {Group|undefined}
 */
export function anyGroup(room, id) {
  return [...room?.rounds ?? []].reverse().flatMap((round) => round.groups).find((group) => group.id === id);
}
