// Knows why a group sits together, as far as everybody in the meeting may know it: what people offer and need, their
// schools, who met before today, whose device joins room and call. Sentences are keys; the pages say them.
import { isInRoom, personOf } from "../../shared/model/selectors.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {import("../../shared/model/types.js").Round} Round */
/** @typedef {import("../../shared/model/types.js").Group} Group */
/**
 * One reason: its key, people by identifier, topics by identifier, a number.
 * @typedef {{key: string, people?: string[], other?: string, topics?: string[], count?: number}} Reason
 */

/**
 * The reasons as one of the group reads them, the most telling first. A device that several share is none of them.
 * @param {Room} room @param {Round} round @param {Group} group @param {string|undefined} me @returns {Reason[]}
 */
export function groupReasons(room, round, group, me) {
  const others = group.members.filter((id) => id !== me);
  if (me === undefined) return [...among(room, others), ...bridged(room, group, me), ...schools(room, group)];
  return [...asked(room, me, others), ...offered(room, me, others), ...among(room, others), ...bridged(room, group, me),
    ...met(room, round, me, others), ...schools(room, group)];
}

/** @param {Room} room @param {string} id */
const offersOf = (room, id) => personOf(room, id)?.offers ?? [];
/** @param {Room} room @param {string} id */
const needsOf = (room, id) => personOf(room, id)?.needs ?? [];

/**
 * Each topic of what I asked for that somebody here offers.
 * @param {Room} room @param {string} me @param {string[]} others
 */
function asked(room, me, others) {
  return needsOf(room, me).map((topic) => ({
    key: "group.why.youAsked", topics: [topic], people: others.filter((id) => offersOf(room, id).includes(topic)),
  })).filter(({ people }) => people.length > 0);
}

/**
 * What each of the others asked for that I offer.
 * @param {Room} room @param {string} me @param {string[]} others
 */
function offered(room, me, others) {
  const mine = offersOf(room, me);
  return others.map((id) => ({
    key: "group.why.youOffer", people: [id], topics: needsOf(room, id).filter((topic) => mine.includes(topic)),
  })).filter(({ topics }) => topics.length > 0);
}

/**
 * What the others can do for each other.
 * @param {Room} room @param {string[]} others @returns {Reason[]}
 */
function among(room, others) {
  return others.flatMap((id) => others.filter((one) => one !== id).map((one) => ({
    key: "group.why.others", people: [id], other: one,
    topics: needsOf(room, one).filter((topic) => offersOf(room, id).includes(topic)),
  }))).filter(({ topics }) => topics.length > 0);
}

/**
 * Whose device joins those here and those on the call.
 * @param {Room} room @param {Group} group @param {string|undefined} me
 */
function bridged(room, group, me) {
  const inRoom = group.members.filter((id) => isInRoom(personOf(room, id)?.mode ?? "unknown")).length;
  if (!group.bridge || inRoom === 0 || inRoom === group.members.length) return [];
  return [group.bridge === me ? { key: "group.why.youBridge" } : { key: "group.why.bridge", people: [group.bridge] }];
}

/**
 * Whom I was with earlier in this meeting.
 * @param {Room} room @param {Round} round @param {string} me @param {string[]} others
 */
function met(room, round, me, others) {
  const earlier = (room.rounds ?? []).filter((one) => one.id !== round.id && one.formedAt < round.formedAt)
    .flatMap((one) => one.groups).filter((group) => group.members.includes(me));
  if (earlier.length === 0 || others.length === 0) return [];
  const people = others.filter((id) => earlier.some((group) => group.members.includes(id)));
  if (people.length === 0) return [{ key: "group.why.allNew" }];
  return people.length === others.length ? [{ key: "group.why.sameAgain" }] : [{ key: "group.why.met", people }];
}

/**
 * How many schools are here.
 * @param {Room} room @param {Group} group
 */
function schools(room, group) {
  const known = new Set(group.members.map((id) => personOf(room, id)?.school?.trim().toLowerCase()).filter(Boolean));
  return known.size > 1 ? [{ key: "group.why.schools", count: known.size }] : [];
}
