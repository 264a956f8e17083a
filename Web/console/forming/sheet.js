// Knows how one planned group is opened to choose its place, task and roles. What the page chose by itself stays open to
// change by itself; what a lead chose stays.
import { isExpected } from "./plan.js";
import { bridges } from "./plan-places.js";
import { groupSentences } from "./facts.js";
import { openGroupFields } from "../groups/fields.js";

/**
 * Opens it.
 * @param {number} index
 * @param {object} of
 * @param {import("./plan.js").Plan} of.plan
 * @param {import("./plan-places.js").Place[]} of.where
 * @param {Record<string, import("../../shared/model/types.js").Person>} of.people
 * @param {(id: string) => string} of.nameOf
 * @param {(id: string) => string} of.topicOf
 * @param {(change: Partial<import("./plan.js").Wanted>) => void} of.save
 */
export function formingSheet(index, { plan, where, people, nameOf, topicOf, save }) {
  const group = plan.groups[index];
  const place = where[index];
  const choosable = (/** @type {string[]} */ ids) => ids.filter((id) => !isExpected(id))
    .map((id) => ({ id, name: nameOf(id) }));
  const before = { table: place.table ?? null, link: place.link ?? null };
  openGroupFields({
    called: group.name ?? ["common.group", { n: index + 1 }], name: group.name ?? "", n: index + 1, members: choosable(group.members),
    bridges: choosable(bridges(group.members, people)),
    facts: groupSentences(group.facts, { person: nameOf, topic: topicOf }, (plan.facilitators ?? 0) > 0),
    values: { ...before, bridge: place.bridge ?? null, task: group.task ?? "", resources: group.resources ?? "",
      roles: group.roles },
    save({ table, link, bridge, task, resources, roles, name }) {
      save({ task, resources, roles, name: name || undefined, bridge: bridge ?? undefined,
        table: table === before.table ? group.table : table, link: link === before.link ? group.link : link });
      return true;
    },
  });
}
