// Knows what is said between groups and leads as facts change it: help, done, more time, visits, one message to all.
// Mirrors Room+Groups.swift.
import { present } from "./present.js";
import { running } from "./forming.js";

/** @typedef {import("../model/types.js").Room} Room */
/** @typedef {import("../model/types.js").Group} Group */

/** @param {Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyGroups(room, { name, fields, at, isLead }) {
  switch (name) {
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

/** @param {Group} group @param {import("../model/types.js").GroupSignal} given @param {number} at */
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
