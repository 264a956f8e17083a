// Knows how those who have no group are put into the groups that are there: nobody who sits is touched.
import { isExpected, wanted } from "./plan.js";
import { isClash } from "./proposals.js";

/** @typedef {import("./plan.js").Plan} Plan */

/**
 * What the server is asked: the groups as they are, everybody held where they sit.
 * @param {Plan} plan @param {Record<string, import("../../shared/model/types.js").Person>} people
 */
export function restWish(plan, people) {
  const current = plan.groups.map((group) => group.members.filter((id) => !isExpected(id) && id in people));
  const seated = current.flat();
  return { choice: "keepLast", count: Math.max(1, current.length), current,
    leads: seated.filter((id) => ["lead", "coordinator"].includes(people[id].role)),
    pins: Object.fromEntries(current.flatMap((ids, index) => ids.map((id) => [id, index]))) };
}

/**
 * The plan with those who were found a place. Reasons of a group go with the group that they were about.
 * @param {Plan} plan @param {string[][]} groups as the server would have them, by position @returns {Plan}
 */
export function placed(plan, groups) {
  const seated = new Set(plan.groups.flatMap((group) => group.members));
  const coming = groups.map((ids) => ids.filter((id) => !seated.has(id)));
  const all = coming.flat();
  if (all.length === 0) return plan;
  const more = coming.slice(plan.groups.length).filter((ids) => ids.length > 0).map(wanted);
  return { ...plan, draw: { ...plan.draw, isEdited: true }, left: plan.left.filter((id) => !all.includes(id)),
    groups: [...plan.groups.map((group, index) => ((coming[index] ?? []).length === 0 ? group
      : { ...group, members: [...group.members, ...coming[index]], facts: [] })), ...more] };
}

/**
 * Where the rules clash, as a lead made the groups by hand: each goes where the fewest are.
 * @param {Plan} plan @param {string[]} rest @returns {string[][]}
 */
export function smallestFirst(plan, rest) {
  const groups = plan.groups.map((group) => [...group.members]);
  for (const id of rest) {
    const least = groups.reduce((best, group, index) => (group.length < groups[best].length ? index : best), 0);
    groups[least].push(id);
  }
  return groups;
}

/**
 * The plan with everybody in it; null if it was changed meanwhile. Throws what keeps the server from answering.
 * @param {ReturnType<typeof import("./proposals.js").proposals>} source
 * @param {Record<string, any>} wish
 * @param {Plan} plan
 * @param {readonly import("../../shared/model/people.js").Seat[]} outside who could sit and does not
 * @returns {Promise<Plan|null>}
 */
export async function seatRest(source, wish, plan, outside) {
  try {
    const answer = await source.once(wish);
    return answer ? placed(plan, answer.groups.map((/** @type {{members: string[]}} */ one) => one.members)) : null;
  } catch (failure) {
    if (!isClash(failure)) throw failure;
    const rest = outside.filter(({ person }) => person.role === "participant").map(({ id }) => id);
    return placed(plan, smallestFirst(plan, rest));
  }
}
