// Knows where a planned group meets: a table for those in the room, a link for those on the call, and who joins the
// two; and how the whole plan is written for the server.
import { expectedName, isExpected } from "./plan.js";
import { present } from "../../shared/fold/present.js";
import { isInRoom } from "../../shared/model/selectors.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Wanted} Wanted */
/** @typedef {Record<string, import("../../shared/model/types.js").Person>} People */
/** @typedef {{table?: number, link?: string, bridge?: string, inRoom: number, onCall: number}} Place */
/** @typedef {{template: string, meeting: string}} Call the pattern of call links, and what names this meeting in it */

/** Devices by which a group in the room can take those on the call in. */
const BRIDGING = ["room_device", "table_device"];

/**
 * How many sit in the room and how many are on the call.
 * @param {string[]} members @param {People} people
 */
export function modesOf(members, people) {
  const known = members.filter((id) => id in people);
  const inRoom = known.filter((id) => isInRoom(people[id].mode)).length;
  return { inRoom, onCall: known.length - inRoom };
}

/** @param {string[]} members @param {People} people @returns {string[]} those who can be the bridge */
export function bridges(members, people) {
  return members.filter((id) => BRIDGING.includes(people[id]?.mode));
}

/** @param {string} template @param {string} meeting @param {number} group from 1 */
export function linkFrom(template, meeting, group) {
  return template.replaceAll("{meeting}", encodeURIComponent(meeting)).replaceAll("{group}", String(group));
}

/**
 * The places of all groups, in order. Tables count from 1, past those that were chosen.
 * @param {Plan} plan @param {People} people @param {Call} call @returns {Place[]}
 */
export function places(plan, people, call) {
  const taken = new Set(plan.groups.flatMap((group) => group.table ?? []));
  let next = 1;
  return plan.groups.map((group, index) => {
    const { inRoom, onCall } = modesOf(group.members, people);
    /** @type {Place} */
    const place = { inRoom, onCall };
    if (group.table !== undefined) place.table = group.table ?? undefined;
    else if (inRoom > 0) {
      while (taken.has(next)) next += 1;
      place.table = next;
      taken.add(next);
    }
    if (group.link !== undefined) place.link = group.link ?? undefined;
    else if (onCall > 0 && call.template) place.link = linkFrom(call.template, call.meeting, index + 1);
    if (inRoom > 0 && onCall > 0) place.bridge = group.bridge ?? bridges(group.members, people)[0];
    return place;
  });
}

/**
 * The plan as a command carries it; groups without anybody stay out.
 * @param {Plan} plan @param {Place[]} where @param {{task?: string, resources?: string, seconds?: number}} texts
 */
export function roundPlan(plan, where, { task, resources, seconds }) {
  const groups = plan.groups.flatMap((group, index) => {
    if (group.members.length === 0) return [];
    const { table, link, bridge } = where[index];
    const names = group.members.filter(isExpected).map(expectedName);
    return [present({ members: group.members.filter((one) => !isExpected(one)), table, bridge,
      roles: present({ ...group.roles }),
      texts: present({ task: group.task || null, resources: group.resources || null, link,
        expected: names.length > 0 ? names : null, name: group.name || null }) })];
  });
  return present({ groups, task: task?.trim() || null, resources: resources?.trim() || null, draw: plan.draw,
    timeboxSeconds: seconds ?? null });
}
