// Knows groups that are prepared, and who has to be together or apart, as facts change them. Mirrors Room+Drafts.swift;
// only leads are told.
import { present } from "./present.js";

/** @typedef {import("../model/types.js").Room} Room */

/** @param {Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyDrafts(room, { name, fields }) {
  switch (name) {
    case "pairRulesSet":
      room.pairRules = { together: fields.together, apart: fields.apart };
      return true;
    case "draftSaved": return save(room, fields);
    case "draftDropped":
      if (room.drafts) room.drafts = room.drafts.filter((draft) => draft.id !== fields.draft);
      return true;
    default: return false;
  }
}

/** @param {Room} room @param {Record<string, any>} fields */
function save(room, { draft: id, title, groups, texts, draw }) {
  const plan = present({
    groups: groups.map((/** @type {Record<string, any>} */ seats, /** @type {number} */ index) => present({
      members: seats.members, table: seats.table, bridge: seats.bridge, roles: seats.roles ?? {},
      texts: texts?.groups?.[index] ?? {},
    })),
    task: texts?.task, resources: texts?.resources, draw,
  });
  const draft = /** @type {import("../model/types.js").Draft} */ (present({ id, title, plan }));
  const drafts = room.drafts ??= [];
  const index = drafts.findIndex((one) => one.id === id);
  if (index < 0) drafts.push(draft);
  else drafts[index] = draft;
  return true;
}
