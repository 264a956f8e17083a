// Knows groups that are prepared, and who has to be together or apart, as facts change them. Mirrors Room+Drafts.swift;
// only leads are told.
import { present } from "./present.js";

/** @typedef {import("../model/types.js").Room} Room */

/** @param {Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyDrafts(room, { name, fields }) {
  switch (name) {
    case "pairRulesSet":
      if (fields.segment) {
        (room.itemRules ??= {})[fields.segment] = { together: fields.together, apart: fields.apart };
      } else room.pairRules = { together: fields.together, apart: fields.apart };
      return true;
    case "draftSaved": return save(room, fields);
    case "draftDropped":
      if (room.drafts) room.drafts = room.drafts.filter((draft) => draft.id !== fields.draft);
      return true;
    default: return false;
  }
}

/** @param {Room} room @param {Record<string, any>} fields */
function save(room, { draft: id, title, groups, texts, draw, timeboxSeconds }) {
  const plan = present({
    groups: groups.map((/** @type {Record<string, any>} */ seats, /** @type {number} */ index) => present({
      members: seats.members, table: seats.table, bridge: seats.bridge, roles: seats.roles ?? {},
      texts: texts?.groups?.[index] ?? {},
    })),
    task: texts?.task, resources: texts?.resources, draw, timeboxSeconds,
  });
  const draft = /** @type {import("../model/types.js").Draft} */ (present({ id, title, plan }));
  const drafts = room.drafts ??= [];
  const index = drafts.findIndex((one) => one.id === id);
  if (index < 0) drafts.push(draft);
  else drafts[index] = draft;
  return true;
}

/**
 * Whoever was joined with another entry is meant by it in rules and prepared groups, too. Mirrors PairRules.swift.
 * @param {Room} room @param {string} former @param {string} into
 */
export function prepareInstead(room, former, into) {
  if (room.pairRules) room.pairRules = meaning(room.pairRules, former, into);
  for (const [segment, rules] of Object.entries(room.itemRules ?? {})) {
    if (room.itemRules) room.itemRules[segment] = meaning(rules, former, into);
  }
  for (const { plan } of room.drafts ?? []) {
    const isSeated = plan.groups.some(({ members }) => members.includes(into));
    for (const group of plan.groups.filter(({ members }) => members.includes(former))) {
      const instead = isSeated ? undefined : into;
      group.members = group.members.flatMap((id) => id === former ? instead ?? [] : [id]);
      if (group.bridge === former) group.bridge = instead;
      for (const [role, id] of Object.entries(group.roles)) {
        if (id === former) Object.assign(group.roles, { [role]: instead });
      }
      present(group);
      present(group.roles);
    }
  }
}

/**
 * @param {import("../model/types.js").PairRules} rules @param {string} former @param {string} into
 * @returns {import("../model/types.js").PairRules}
 */
function meaning(rules, former, into) {
  /** @param {string[][]} all */
  const meant = (all) => all.map((rule) => {
    if (!rule.includes(former)) return rule;
    return rule.includes(into) ? rule.filter((id) => id !== former) : rule.map((id) => id === former ? into : id);
  }).filter((rule, index) => rule.length > 1 || all[index].length < 2);
  return { together: meant(rules.together), apart: meant(rules.apart) };
}
