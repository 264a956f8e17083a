// Knows what the pages ask of a room about groups: mine, its place and texts, and what a round brought back. Pure.
import { running } from "../fold/forming.js";
import { personOf, seatedAt } from "./selectors.js";

/** @typedef {import("./types.js").Room} Room */
/** @typedef {import("./types.js").Round} Round */
/** @typedef {import("./types.js").Group} Group */
/** @typedef {import("./types.js").Card} Card */
/** @typedef {import("../line/store.js").State} State */
/** @typedef {{round: Round, group: Group, number: number, person: string}} Seat a group, its number from 1, and whose
 *   seat in it */

/**
 * The groups that run now.
 * @param {Room|null} room @returns {Round|null}
 */
export function runningRound(room) { return running(room); }

/**
 * Where somebody sits in a round; a table's device sits where those do who share it.
 * @param {Room|null} room @param {Round|null|undefined} round @param {string|undefined} id @returns {Seat|null}
 */
export function seatIn(room, round, id) {
  if (!room || !round || !id) return null;
  const people = personOf(room, id)?.role === "table" ? seatedAt(room, id).map((seat) => seat.id).sort() : [id];
  for (const person of people) {
    const index = round.groups.findIndex((group) => group.members.includes(person));
    if (index >= 0) return { round, group: round.groups[index], number: index + 1, person };
  }
  return null;
}

/**
 * My group now: where whoever is chosen at a table sits, else I.
 * @param {State} state @returns {Seat|null}
 */
export function myGroup(state) {
  const round = running(state.room);
  return seatIn(state.room, round, state.subject ?? undefined) ?? seatIn(state.room, round, state.you?.person);
}

/**
 * The group whose talk I can read: the one that runs, else the last one I was in.
 * @param {State} state @returns {Seat|null}
 */
export function lastGroup(state) {
  const mine = myGroup(state);
  if (mine) return mine;
  for (const round of [...state.room?.rounds ?? []].reverse()) {
    const seat = seatIn(state.room, round, state.you?.person);
    if (seat) return seat;
  }
  return null;
}

/**
 * Every group I sat in when its round ended, the first round first.
 * @param {State} state @returns {Seat[]}
 */
export function seatsOf(state) {
  return (state.room?.rounds ?? []).flatMap((round) => seatIn(state.room, round, state.you?.person) ?? []);
}

/**
 * The number of a round in the meeting, from 1; those that did not travel count.
 * @param {Room|null} room @param {Round} round
 */
export function roundNumber(room, round) {
  return (room?.roundsLeftOut ?? 0) + (room?.rounds ?? []).findIndex((one) => one.id === round.id) + 1;
}

/**
 * A text of a group; what it lacks is the round's.
 * @param {Round} round @param {Group} group @param {"task"|"resources"} name
 */
export function groupText(round, group, name) { return group.texts[name] ?? round[name]; }

/**
 * Where those who are remote meet; only what a browser may open by a tap.
 * @param {Group} group
 */
export function callLink(group) { return /^https?:\/\//i.test(group.texts.link ?? "") ? group.texts.link : undefined; }

/**
 * What somebody does in a group, in the order of the roles.
 * @param {Group} group @param {string} person
 */
export function rolesOf(group, person) {
  return /** @type {const} */ (["facilitator", "scribe", "reporter"]).filter((role) => group.roles[role] === person);
}

/**
 * The cards that are still there.
 * @param {Group} group @returns {Card[]}
 */
export function liveCards(group) { return group.cards.filter((card) => card.text !== undefined); }

/**
 * What every group of a round brought back: reports first, the most starred before the others, then the other notes
 * as they lay.
 * @param {Round} round
 */
export function harvestOf(round) {
  return round.groups.map((group, index) => {
    const cards = liveCards(group);
    const reports = cards.filter((card) => card.isReport).sort((one, other) => other.stars.length - one.stars.length);
    return { group, number: index + 1, reports, notes: cards.filter((card) => !card.isReport) };
  });
}

/**
 * The rounds of work that are over, the newest first, and whether the newest is still the talk of the meeting: until the second
 * part that began after it.
 * @param {Room} room
 */
export function pastRounds(room) {
  const rounds = (room.rounds ?? []).filter((round) => round.endedAt !== undefined && round.kind !== "coffee")
    .reverse();
  const ended = rounds[0]?.endedAt ?? Infinity;
  const later = (room.agenda ?? []).flatMap((segment) => segment.runs).filter((run) => run.from >= ended).length;
  return { rounds, isFresh: later < 2 && !running(room) };
}

/**
 * What a topic is called.
 * @param {Room|null} room @param {string} id @param {string} language
 */
export function topicName(room, id, language) {
  const names = room?.topics?.find((topic) => topic.id === id)?.names ?? {};
  return names[language] ?? Object.values(names)[0] ?? id;
}
