// Knows what came of each of the three weights in proposed groups, as sentences by key: counted from who sits with whom.
// Pure; what nobody said is said to be unknown.

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {Record<string, import("../../shared/model/types.js").Person>} People */
/** @typedef {[string, Record<string, any>]} Sentence */

/**
 * @param {Plan} plan @param {People} people
 * @returns {{strangers: Sentence[], mix: Sentence[], needs: Sentence[]}} nothing while there are no groups
 */
export function effects(plan, people) {
  if (plan.groups.length === 0) return { strangers: [], mix: [], needs: [] };
  const groups = plan.groups.map((group) => group.members.filter((id) => id in people));
  return { strangers: strangers(plan), mix: [...schools(groups, people), ...phases(groups, people)],
    needs: needs(groups, people) };
}

/** @param {Plan} plan @returns {Sentence[]} */
function strangers(plan) {
  const facts = plan.groups.flatMap((group) => group.facts);
  const count = facts.filter(({ code }) => code === "met")
    .reduce((sum, { values }) => sum + (values?.pairs?.pairs?.length ?? 0), 0);
  // What was changed by hand has no reasons any more.
  if (facts.length === 0) return [];
  if (count > 0) return [["forming.effect.met", { count }]];
  return facts.some(({ code }) => code === "nobodyMet") ? [["forming.effect.nobodyMet", {}]]
    : [["forming.effect.noHistory", {}]];
}

/** @param {People} people @param {string} id */
const schoolOf = (people, id) => people[id].school?.trim().toLowerCase() ?? "";

/** @param {string[][]} groups @param {People} people @returns {Sentence[]} */
function schools(groups, people) {
  const known = groups.flat().filter((id) => schoolOf(people, id));
  if (known.length < 2) return [["forming.effect.noSchools", {}]];
  const count = groups.reduce((sum, members) => sum + pairs(members).filter(([one, other]) =>
    schoolOf(people, one) && schoolOf(people, one) === schoolOf(people, other)).length, 0);
  return count > 0 ? [["forming.effect.sameSchool", { count }]] : [["forming.effect.noSameSchool", {}]];
}

/** @param {string[][]} groups @param {People} people @returns {Sentence[]} */
function phases(groups, people) {
  const phasesOf = (/** @type {string[]} */ members) => new Set(members.flatMap((id) => people[id].teaching ?? []));
  if (phasesOf(groups.flat()).size < 2) return [];
  return [["forming.effect.phases", { n: groups.filter((members) => phasesOf(members).size > 1).length,
    count: groups.length }]];
}

/**
 * Of what somebody here could help with, how much meets in a group.
 * @param {string[][]} groups @param {People} people @returns {Sentence[]}
 */
function needs(groups, people) {
  const everybody = groups.flat();
  /** @param {string} asking @param {string} topic @param {string[]} among */
  const isOffered = (asking, topic, among) => among.some((id) => id !== asking && people[id].offers?.includes(topic));
  const wishes = groups.flatMap((members) => members.flatMap((id) =>
    [...new Set(people[id].needs ?? [])].map((topic) => ({ id, topic, members }))));
  if (wishes.length === 0 && everybody.every((id) => !people[id].offers?.length)) return [["forming.effect.noOffers", {}]];
  const count = wishes.filter(({ id, topic }) => isOffered(id, topic, everybody)).length;
  if (count === 0) return [["forming.effect.noneOffered", {}]];
  return [["forming.effect.needs", { n: wishes.filter(({ id, topic, members }) => isOffered(id, topic, members)).length,
    count }]];
}

/** @param {string[]} members @returns {[string, string][]} */
function pairs(members) {
  return members.flatMap((one, at) => members.slice(at + 1).map((other) => /** @type {[string, string]} */ ([one, other])));
}
