// Knows groups while a lead puts them together: who sits where, who is pinned, which group is locked. Pure; every
// change is a new plan, so that what was proposed can be told from what was changed by hand.
import { limit } from "../../shared/limits.js";

/** @typedef {import("../../shared/model/types.js").Person} Person */
/** @typedef {{facilitator?: string, scribe?: string, reporter?: string}} Roles */
/**
 * One group. A member is a person's identifier or, before they have come, `~` and their name.
 * @typedef {object} Wanted
 * @property {string[]} members
 * @property {string} [bridge]
 * @property {Roles} roles
 * @property {import("./facts.js").Fact[]} facts why they fit; empty once they were changed by hand
 * @property {boolean} isLocked
 * @property {number|null} [table] null: none, although there are people in the room; missing: the next free number
 * @property {string|null} [link] null: none; missing: by the template
 * @property {string} [task]
 * @property {string} [resources]
 * @property {string} [name] what it is called; its number without one
 */
/** @typedef {{choice: string, seed: number, iterations: number, engine: string, points: number, isEdited: boolean}} Draw */
/**
 * @typedef {object} Plan
 * @property {Wanted[]} groups
 * @property {string[]} left who stays out of the groups by the lead's wish
 * @property {string[]} pins who stays where they are when the rest is drawn anew
 * @property {Draw} draw
 * @property {string[]} gaps topics that somebody needs and nobody offers
 * @property {number|null} facilitators how many can lead a group; null if nobody was asked
 */

const NAME_MARK = "~";


/** @param {string} name @returns {string} the member of whom only the name is known */
export const expectedMember = (name) => NAME_MARK + name;
/** @param {string} member */
export const isExpected = (member) => member.startsWith(NAME_MARK);
/** @param {string} member */
export const expectedName = (member) => member.slice(NAME_MARK.length);

/** @param {string} [choice] @returns {Draw} */
export const drawByHand = (choice = "byHand") => ({ choice, seed: 0, iterations: 0, engine: "", points: 0,
  isEdited: false });

/** @returns {Plan} */
export const emptyPlan = () => ({ groups: [], left: [], pins: [], draw: drawByHand(),
  gaps: [], facilitators: null });

/** @param {Plan} plan @returns {string[][]} who sits with whom */
export const seats = (plan) => plan.groups.map((group) => group.members);

/** @param {string[]} members @returns {Wanted} */
export const wanted = (members) => ({ members, roles: {}, facts: [], isLocked: false });

/**
 * What the server proposes, with the places, tasks and locks that stand at each number already.
 * @param {Plan} before @param {Record<string, any>} answer @returns {Plan}
 */
export function fromProposal(before, answer) {
  const groups = answer.groups.map((/** @type {Record<string, any>} */ group, /** @type {number} */ index) => ({
    ...before.groups[index], ...wanted(group.members), bridge: group.bridge, roles: { ...group.roles },
    facts: group.facts ?? [], isLocked: before.groups[index]?.isLocked ?? false,
  }));
  const seated = new Set(groups.flatMap((/** @type {Wanted} */ group) => group.members));
  return { groups, left: before.left.filter((id) => !seated.has(id)),
    pins: before.pins.filter((id) => seated.has(id)), draw: answer.draw, gaps: answer.gaps ?? [],
    facilitators: answer.facilitators ?? null };
}

/**
 * A draft, or a round that ran, to form again. Who is not here any more is left out, unless only a name is known.
 * @param {Record<string, any>[]} groups @param {Draw} draw @param {(id: string) => boolean} isHere @returns {Plan}
 */
export function fromGroups(groups, draw, isHere) {
  return { ...emptyPlan(), draw: { ...draw }, groups: groups.map((group) => {
    const members = group.members.filter(isHere);
    const names = (group.texts?.expected ?? []).map(expectedMember);
    const kept = { ...wanted([...members, ...names]), roles: rolesOf(group.roles ?? {}, members),
      ...(members.includes(group.bridge) ? { bridge: group.bridge } : {}) };
    for (const [name, value] of Object.entries({ table: group.table, link: group.texts?.link,
      task: group.texts?.task, resources: group.texts?.resources, name: group.name ?? group.texts?.name })) {
      if (value !== undefined) Object.assign(kept, { [name]: value });
    }
    return kept;
  }) };
}

/** @param {Plan} plan @param {string} member @returns {number} -1 outside of the groups */
export function groupOf(plan, member) { return plan.groups.findIndex((group) => group.members.includes(member)); }

/**
 * Members into another group as one change. They are pinned there: what a hand did no draw undoes.
 * @param {Plan} plan @param {string[]} members @param {number|null} to null: out of the groups @returns {Plan}
 */
export function move(plan, members, to) {
  const moving = members.filter((one) => groupOf(plan, one) !== (to ?? -1));
  if (moving.length === 0) return plan;
  const groups = plan.groups.map((group, index) => {
    const isTouched = index === to || group.members.some((one) => moving.includes(one));
    if (!isTouched) return group;
    const stay = group.members.filter((one) => !moving.includes(one));
    const all = index === to ? [...stay, ...moving] : stay;
    return { ...group, members: all, roles: rolesOf(group.roles, all), facts: [],
      bridge: group.bridge && all.includes(group.bridge) ? group.bridge : undefined };
  });
  const others = (/** @type {string[]} */ some) => some.filter((one) => !moving.includes(one));
  const people = moving.filter((one) => !isExpected(one));
  return edited({ ...plan, groups, left: to === null ? [...others(plan.left), ...people] : others(plan.left),
    pins: to === null ? others(plan.pins) : [...others(plan.pins), ...people] });
}

/**
 * Two members of different groups change places.
 * @param {Plan} plan @param {string[]} one with whoever shares a device @param {string[]} other @returns {Plan}
 */
export function swap(plan, one, other) {
  const [from, to] = [groupOf(plan, one[0]), groupOf(plan, other[0])];
  if (from === to) return plan;
  const place = (/** @type {number} */ index) => (index < 0 ? null : index);
  return move(move(plan, one, place(to)), other, place(from));
}

/** @param {Plan} plan @param {string[]} members @param {boolean} isPinned @returns {Plan} */
export function pin(plan, members, isPinned) {
  const rest = plan.pins.filter((one) => !members.includes(one));
  const seated = members.filter((one) => !isExpected(one) && groupOf(plan, one) >= 0);
  return { ...plan, pins: isPinned ? [...rest, ...seated] : rest };
}

/** @param {Plan} plan @param {number} index @param {Partial<Wanted>} change @returns {Plan} */
export function change(plan, index, change) {
  return { ...plan, groups: plan.groups.map((group, at) => (at === index ? { ...group, ...change } : group)) };
}

/** @param {Plan} plan @returns {Plan} with one more group, empty */
export function addGroup(plan) {
  return plan.groups.length < limit("groups") ? edited({ ...plan, groups: [...plan.groups, wanted([])] }) : plan;
}

/** @param {Plan} plan @returns {Plan} */
function edited(plan) { return { ...plan, draw: { ...plan.draw, isEdited: true } }; }

/** @param {Roles} roles @param {string[]} members @returns {Roles} those of people who are there */
function rolesOf(roles, members) {
  return Object.fromEntries(Object.entries(roles).filter(([, id]) => id && members.includes(id)));
}

/**
 * What the next proposal has to keep: who stays out, which leads are in, pins by group and locked groups. The last
 * groups are as they were, whatever is pinned.
 * @param {Plan} plan @param {Record<string, Person>} people @param {string} choice
 */
export function held(plan, people, choice) {
  const known = (/** @type {string[]} */ some) => some.filter((one) => one in people);
  const seated = known(plan.groups.flatMap((group) => group.members));
  const who = { leads: seated.filter((one) => ["lead", "coordinator"].includes(people[one].role)),
    without: known(plan.left) };
  if (choice === "keepLast") return who;
  return { ...who,
    pins: Object.fromEntries(known(plan.pins).map((one) => [one, groupOf(plan, one)])),
    locked: plan.groups.flatMap((group, index) => (group.isLocked ? [index] : [])),
    current: plan.groups.map((group) => known(group.members)) };
}

/**
 * Without those who were removed meanwhile.
 * @param {Plan} plan @param {Record<string, Person>} people @returns {Plan}
 */
export function withoutGone(plan, people) {
  const gone = plan.groups.flatMap((group) => group.members).filter((id) => !isExpected(id) && !(id in people));
  return gone.length > 0 ? move(plan, gone, null) : plan;
}

/** @param {Plan} plan "4", or "3–4" */
export function sizesText(plan) {
  const sizes = plan.groups.map((group) => group.members.length);
  return [...new Set([Math.min(...sizes), Math.max(...sizes)])].join("–");
}
