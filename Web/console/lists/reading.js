// Knows what the server says of a list, and what becomes of it: whose line is whose, who is expected, whose address is
// whose. Nothing is read here: the server reads, for all alike.
import { limit } from "../../shared/limits.js";
import { sendFile } from "../../shared/line/send-file.js";
import { alikeKey } from "../../shared/texts/alike.js";
import { expectedMember, expectedName, isExpected } from "../forming/plan.js";

/** @typedef {{line: number, name: string, school?: string, address?: string, group?: number}} Listed */
/** @typedef {{person?: string, candidates?: string[]}} Who */
/** @typedef {{code: string, line?: number, column?: number, name?: string, text?: string, before?: number, limit?: number}} Problem */
/** @typedef {{encoding: string, people: Listed[], groups: string[], ignored: string[], repeats: {line: number, before: number, name: string}[]}} List */
/** @typedef {{list: List, who: Who[]}|{problem: Problem}} Reading */
/** @typedef {"people"|"surnameFirst"|"nameFirst"} Commas */

/**
 * @param {import("../../shared/line/send-file.js").Ask} ask
 * @param {string} meeting @param {Uint8Array} bytes @param {Commas} [commas] what somebody who was asked said
 * @returns {Promise<Reading>} throws HTTPFailure
 */
export async function readList(ask, meeting, bytes, commas) {
  const file = await sendFile(ask, meeting, bytes);
  return ask("/api/list", { meeting, file, ...(commas ? { commas } : {}) });
}

/**
 * Whom a line means: a person here, or whoever comes in under that name.
 * @param {{list: List, who: Who[]}} reading @param {Map<number, string>} chosen who was chosen where several may be meant
 * @returns {string[]} members, in the list's order
 */
export function membersOf({ list, who }, chosen) {
  const names = list.people.map((one) => alikeKey(one.name));
  return list.people.map((one, index) => {
    const person = who[index].person ?? chosen.get(index);
    if (person) return person;
    // Two of one name keep two seats, each with its school.
    const isShared = names.indexOf(names[index]) !== names.lastIndexOf(names[index]);
    return expectedMember(isShared && one.school ? `${one.name} (${one.school})` : one.name);
  });
}

/** @typedef {{members: string[], name?: string}} ListedGroup */

/** A number says no more than the place does. */
const NUMBERED = /^(?:(?:breakout )?(?:group|room|table|team|grŵp|grwp|ystafell|bwrdd|tîm) ?)?\d{1,3}$/i;

/**
 * The members by group, with what the list calls it; a list without groups is dealt out in its order.
 * @param {List} list @param {string[]} members @param {number} size how many sit together where the list names no groups
 * @returns {ListedGroup[]}
 */
export function groupsOf(list, members, size) {
  if (list.groups.length === 0) return dealt(members, size).map((some) => ({ members: some }));
  const most = limit("nameLength");
  const groups = list.groups.map((title) => /** @type {ListedGroup} */ ({ members: [],
    ...(title && !NUMBERED.test(title) && title.length <= most ? { name: title } : {}) }));
  /** @type {string[]} */
  const rest = [];
  list.people.forEach(({ group }, index) => (group === undefined ? rest : groups[group].members).push(members[index]));
  return [...groups, { members: rest }].filter((group) => group.members.length > 0);
}

/**
 * As even as can be: sizes differ by one at most.
 * @param {string[]} members @param {number} size @returns {string[][]}
 */
function dealt(members, size) {
  const count = Math.max(1, Math.round(members.length / Math.max(1, size)));
  return Array.from({ length: count }, (_, index) =>
    members.slice(Math.floor((index * members.length) / count), Math.floor(((index + 1) * members.length) / count)));
}

/**
 * Addresses by member, each only of whoever it was read with.
 * @param {List} list @param {string[]} members @returns {Map<string, string>}
 */
export function addressesOf(list, members) {
  return new Map(list.people.flatMap(({ address }, index) =>
    (address ? [/** @type {[string, string]} */ ([plainMember(members[index]), address])] : [])));
}

/** @param {string} member @returns {string} the same for every way of writing a name that is expected */
export function plainMember(member) {
  return isExpected(member) ? expectedMember(alikeKey(expectedName(member))) : member;
}
