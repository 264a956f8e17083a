// Knows what a lead asks of groups that run: who has none, who calls, how long ago something happened. Pure; no DOM.
import { isInRoom, seats } from "./selectors.js";

/** @typedef {import("./types.js").Room} Room */
/** @typedef {import("./types.js").Round} Round */
/** @typedef {import("./types.js").Group} Group */
/** @typedef {{group: Group, n: number}} Numbered a group with its number, from 1 */

/** After this long without an act the lead is told; talk is no act, so it means little by itself. */
export const QUIET_MILLISECONDS = 180_000;

/**
 * The groups that ran last, while none run.
 * @param {Room|null|undefined} room @returns {Round|null}
 */
export function endedRound(room) {
  const last = room?.rounds?.[room.rounds.length - 1];
  return last && last.endedAt !== undefined ? last : null;
}

/** @param {Round|null} round @returns {Numbered[]} */
export function numbered(round) { return (round?.groups ?? []).map((group, index) => ({ group, n: index + 1 })); }

/** @param {Round|null} round @param {string|undefined} id @returns {number} its number; 0 if it is not there */
export function numberOf(round, id) { return (round?.groups ?? []).findIndex((group) => group.id === id) + 1; }

/**
 * Who may sit in a group: a guest and a table's device may not.
 * @param {import("./types.js").Person|undefined} person
 */
export function canSit(person) { return person !== undefined && person.role !== "guest" && person.role !== "table"; }

/**
 * Who is here, takes part and sits in no group. Leads go from group to group.
 * @param {Room} room @param {Round|null} round
 */
export function unseated(room, round) {
  const seated = new Set((round?.groups ?? []).flatMap((group) => group.members));
  return seats(room).filter(({ id, person }) => person.isPresent && person.role === "participant" && !seated.has(id));
}

/**
 * Everybody who can be seated: who is here (before a meeting, whoever is known), and whoever has a seat already.
 * @param {Room} room @param {string[]} seated
 */
export function seatable(room, seated) {
  return seats(room).filter(({ id, person }) => canSit(person)
    && (person.isPresent || room.details.phase === "planned" || seated.includes(id)));
}

/**
 * With those who share a device: they move together.
 * @param {Room} room @param {string[]} ids @returns {string[]}
 */
export function withCompanions(room, ids) {
  const tables = new Set(ids.flatMap((id) => room.people?.[id]?.table ?? []));
  const more = Object.entries(room.people ?? {}).filter(([, person]) => person.table && tables.has(person.table))
    .map(([id]) => id);
  return [...new Set([...ids, ...more])];
}

/** @param {Round|null} round @returns {Numbered[]} who calls for help, longest first */
export function helpCalls(round) {
  return numbered(round).filter(({ group }) => group.helpSince !== undefined)
    .sort((one, other) => (one.group.helpSince ?? 0) - (other.group.helpSince ?? 0));
}

/** @param {Round|null} round @returns {Numbered[]} who wants more time, longest first */
export function timeWishes(round) {
  return numbered(round).filter(({ group }) => group.moreTimeSince !== undefined)
    .sort((one, other) => (one.group.moreTimeSince ?? 0) - (other.group.moreTimeSince ?? 0));
}

/**
 * Whether some are in the room and some on the call, and nobody who is here joins them.
 * @param {Room} room @param {Group} group
 */
export function lacksBridge(room, group) {
  const here = group.members.flatMap((id) => {
    const person = room.people?.[id];
    return person?.isPresent ? [person] : [];
  });
  const inRoom = here.filter((person) => isInRoom(person.mode)).length;
  // Whose device died is not here any more, but those beside them are, or the other way round.
  const bridge = group.bridge ? room.people?.[group.bridge] : undefined;
  if (inRoom === 0 || inRoom === here.length) return false;
  return !bridge?.isPresent;
}

/**
 * Who sits alone in a group while others have company: of those who are here.
 * @param {Room} room @param {Round} round @returns {(Numbered & {person: string})[]}
 */
export function lonely(room, round) {
  const here = numbered(round).map((one) => ({ ...one,
    present: one.group.members.filter((id) => room.people?.[id]?.isPresent) }));
  if (here.filter(({ present }) => present.length > 0).length < 2) return [];
  return here.filter(({ present }) => present.length === 1)
    .map(({ group, n, present }) => ({ group, n, person: present[0] }));
}

/** @param {Group} group @returns {import("./types.js").Card[]} what is written, newest first */
export function newestCards(group) {
  return (group.cards ?? []).filter((card) => card.text).sort((one, other) => other.at - one.at);
}

/**
 * Whom to call to tell what their group found: the reporter, or else whoever is here.
 * @param {Room} room @param {Group} group @returns {string|null}
 */
export function reporterOf(room, group) {
  const isHere = (/** @type {string|undefined} */ id) => Boolean(id && room.people?.[id]?.isPresent);
  const first = [group.roles.reporter, group.roles.facilitator, ...group.members].find(isHere);
  return first ?? null;
}
