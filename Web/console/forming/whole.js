// Knows that groups of any size are formed: what one message cannot carry is said in several, the seats first. Everybody
// is seated at once; what single groups are given follows.
import { formGroups } from "../../shared/model/commands-groups.js";
import { editGroup } from "../../shared/model/group.js";
import { limit } from "../../shared/limits.js";
import { runningRound } from "../../shared/model/selectors-groups.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../../shared/model/types.js").RoundPlan} RoundPlan */

/** As a text within a text, with what stands around it: a fifth is left for that. */
const FILLED = 0.8;

/** @param {RoundPlan} plan whether it goes in one message */
export function isSayable(plan) {
  const text = JSON.stringify(JSON.stringify(formGroups(plan)));
  return new TextEncoder().encode(text).length <= limit("messageBytes") * FILLED;
}

/**
 * What is said first, and what single groups are given after it, by position.
 * @param {RoundPlan} plan @returns {{first: RoundPlan, after: (import("../../shared/model/types.js").GroupTexts|null)[]}}
 */
export function inParts(plan) {
  if (isSayable(plan)) return { first: plan, after: [] };
  // Kept seats and names cannot be given later; they are short.
  const first = { ...plan, groups: plan.groups.map((group) => ({ ...group,
    texts: { expected: group.texts.expected, name: group.texts.name } })) };
  return { first, after: plan.groups.map(({ texts: { task, resources, link } }) =>
    (task || resources || link ? { task, resources, link } : null)) };
}

/**
 * Forms the groups; resolves to whether they run.
 * @param {Desk} desk @param {RoundPlan} plan @param {HTMLElement} trouble
 */
export async function formWhole(desk, plan, trouble) {
  const { first, after } = inParts(plan);
  if (!(await desk.act(formGroups(first), trouble))) return false;
  const round = runningRound(desk.state?.room ?? null);
  for (const [index, texts] of after.entries()) {
    const group = round?.groups[index];
    if (!texts || !group) continue;
    const { table, bridge, roles } = group;
    if (!(await desk.act(editGroup(group.id, { texts, table, bridge, roles }), trouble))) break;
  }
  return true;
}
