// Knows who sits with whom as facts change it. Mirrors Room+Seats.swift; total: what does not fit any more has no
// effect.
import { present } from "./present.js";
import { leaveTurns } from "./turns.js";
import { alikeKey } from "../texts/alike.js";

/** @typedef {import("../model/types.js").Room} Room */
/** @typedef {import("../model/types.js").Round} Round */
/** @typedef {import("../model/types.js").Group} Group */

/** @param {Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyForming(room, { name, fields, at, isLead }) {
  const round = [...room.rounds ?? []].reverse().find((one) => one.id === fields.round);
  switch (name) {
    case "groupsFormed": return form(room, fields, at, isLead);
    case "groupOpened":
      if (round) open(room, round, fields, at, isLead);
      return true;
    case "peopleMoved":
      if (round) move(room, round, fields.moves);
      return true;
    case "groupEdited":
      edit(room, fields);
      return true;
    case "roundTimed":
      if (round) round.timeboxSeconds = fields.timeboxSeconds;
      return true;
    case "groupsEnded":
      if (!round) return true;
      round.endedAt = at;
      for (const group of round.groups) {
        Object.assign(group, { visitors: [], isDone: false });
        delete group.helpSince;
        delete group.moreTimeSince;
        delete group.turns;
        delete group.texts.expected;
      }
      return true;
    default: return false;
  }
}

/** @param {Room} room @param {Record<string, any>} fields @param {number} at @param {boolean} isLead */
function form(room, { round, segment, groups, texts, draw, timeboxSeconds, kind }, at, isLead) {
  (room.rounds ??= []).push(present({
    id: round, segment, kind, formedAt: at,
    groups: groups.map((/** @type {Record<string, any>} */ seats, /** @type {number} */ index) =>
      newGroup(seats, texts?.groups?.[index], at, isLead)),
    task: texts?.task, resources: texts?.resources, draw, timeboxSeconds,
  }));
  return true;
}

/**
 * @param {Room} room @param {Round} round @param {Record<string, any>} fields @param {number} at
 * @param {boolean} isLead
 */
function open(room, round, { groups, texts }, at, isLead) {
  for (const seats of groups) {
    for (const person of seats.members) unseat(person, round);
    round.groups.push(newGroup(seats, texts, at, isLead));
    forgetExpected(room, seats.members, round);
  }
}

/** @param {Room} room @param {Round} round @param {import("../model/types.js").Move[]} moves */
function move(room, round, moves) {
  for (const { person, to } of moves) {
    unseat(person, round);
    round.groups.find((group) => group.id === to)?.members.push(person);
  }
  forgetExpected(room, moves.filter(({ to }) => to).map(({ person }) => person), round);
}

/** @param {Room} room @param {Record<string, any>} fields */
function edit(room, { group: id, texts, table, bridge, roles }) {
  const round = running(room);
  if (!round) return;
  if (!id) {
    present(Object.assign(round, { task: texts?.task, resources: texts?.resources }));
    return;
  }
  const group = round.groups.find((one) => one.id === id);
  if (!group) return;
  // Seats that are kept stay kept.
  const kept = group.texts.expected;
  present(Object.assign(group, { table, bridge, roles: roles ?? {},
    texts: present({ ...texts, expected: kept, name: undefined }) }));
}

/**
 * The groups that run now.
 * @param {Room|null} room @returns {Round|null}
 */
export function running(room) {
  const last = room?.rounds?.at(-1);
  return last && last.endedAt === undefined ? last : null;
}

/**
 * Whoever is out of the room, or waits outside, has no seat in a group that still runs.
 * @param {Room} room @param {string} person
 */
export function giveUpSeat(room, person) {
  const round = running(room);
  if (round) unseat(person, round);
}

/**
 * @param {Record<string, any>} seats @param {import("../model/types.js").GroupTexts|undefined} texts @param {number} at
 * @param {boolean} isLead @returns {Group}
 */
function newGroup(seats, texts, at, isLead) {
  // A name is the group's own: what is edited leaves it.
  const { name, ...own } = { ...texts };
  return present({
    id: seats.group, name, members: [...seats.members], table: seats.table, bridge: seats.bridge,
    roles: seats.roles ?? {}, texts: own, cards: [], isDone: false, visitors: [], lastActAt: isLead ? at : undefined,
  });
}

/** @param {string} person @param {Round} round */
function unseat(person, round) {
  const group = round.groups.find((one) => one.members.includes(person));
  if (!group) return;
  group.members = group.members.filter((one) => one !== person);
  group.roles = Object.fromEntries(Object.entries(group.roles).filter(([, one]) => one !== person));
  if (group.bridge === person) delete group.bridge;
  leaveTurns(group, person);
}

/** @param {Room} room @param {string[]} people @param {Round} round */
function forgetExpected(room, people, round) {
  const names = people.map((id) => room.people?.[id]?.name).filter((name) => name !== undefined).map(alikeKey);
  for (const { texts } of round.groups) {
    if (!texts.expected) continue;
    texts.expected = texts.expected.filter((name) => !names.includes(alikeKey(name)));
    if (texts.expected.length === 0) delete texts.expected;
  }
}
