// Knows the people of a room in order and by where they are, sorted and counted once for each change of them. Pure.
import { changesOfPeople } from "../fold/people.js";
import { language } from "../texts/i18n.js";
import { collator } from "../texts/intl.js";

/** @typedef {import("./types.js").Room} Room */
/** @typedef {import("./types.js").Person} Person */
/** @typedef {{id: string, person: Person}} Seat a person with their identifier */
/**
 * `present` are those who are connected now; `counts` are of these, without guests and tables.
 * @typedef {{all: readonly Seat[], present: readonly Seat[], atTable: ReadonlyMap<string, readonly Seat[]>,
 *   counts: Readonly<{all: number, inRoom: number, onCall: number}>, hasGuest: boolean,
 *   doubled: ReadonlySet<string>}} People `doubled` are the names that more than one has, in small letters
 */
/** @typedef {{change: number, people: Room["people"], language: string, answer: People}} Kept */

/** @type {WeakMap<Room, Kept>} */
const kept = new WeakMap();

/**
 * Everybody on the roster.
 * @param {Room} room @returns {People}
 */
export function peopleOf(room) {
  const before = kept.get(room);
  const now = { change: changesOfPeople(room), people: room.people, language: language() };
  if (before?.change === now.change && before.people === now.people && before.language === now.language) {
    return before.answer;
  }
  const answer = look(room, now.language);
  kept.set(room, { ...now, answer });
  return answer;
}

/**
 * Whether a mode is in the room; everything else is on the call.
 * @param {string} mode
 */
export function isInRoom(mode) { return mode.startsWith("room_") || mode === "table_device"; }

/**
 * Whether somebody is a person who takes part: a guest and a table's device are not.
 * @param {Person} person
 */
export function isCounted(person) { return person.role !== "guest" && person.role !== "table"; }

/** @param {Room} room @param {string} language @returns {People} */
function look(room, language) {
  const { compare } = collator(language);
  const all = Object.entries(room.people ?? {}).map(([id, person]) => ({ id, person }))
    .sort((one, other) => compare(one.person.name ?? "", other.person.name ?? "") || (one.id < other.id ? -1 : 1));
  const present = all.filter(({ person }) => person.isPresent);
  const counted = present.filter(({ person }) => isCounted(person));
  const inRoom = counted.filter(({ person }) => isInRoom(person.mode)).length;
  /** @type {Map<string, Seat[]>} */
  const atTable = new Map();
  for (const seat of all) {
    const { table } = seat.person;
    if (table) atTable.set(table, [...atTable.get(table) ?? [], seat]);
  }
  return { all, present, atTable, counts: { all: counted.length, inRoom, onCall: counted.length - inRoom },
    hasGuest: all.some(({ person }) => person.role === "guest"), doubled: doubled(all) };
}

/** @param {readonly Seat[]} all */
function doubled(all) {
  const once = new Set();
  const twice = new Set();
  for (const { person } of all) {
    const name = person.name?.toLowerCase();
    if (name !== undefined) (once.has(name) ? twice : once).add(name);
  }
  return twice;
}

/**
 * Whether a name alone does not say who it is.
 * @param {Room} room @param {string} name
 */
export function isDoubled(room, name) { return peopleOf(room).doubled.has(name.toLowerCase()); }
