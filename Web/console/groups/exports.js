// Knows how groups leave the page: a list to paste, Zoom's file, cards for the tables. Addresses are used for the one
// download and kept nowhere.
import { copyText } from "../../shared/page/copy.js";
import { download } from "../../shared/page/download.js";
import { el, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { listText, zoomFile } from "./export-texts.js";
import { called } from "../../shared/model/group.js";
import { groupText } from "../../shared/model/selectors-groups.js";
import { openTableCards } from "./cards.js";
import { expectedMember } from "../forming/plan.js";
import { addressesOf } from "../lists/reading.js";
import { openListSheet } from "../lists/sheet.js";
import { nameText } from "../names.js";

/** @typedef {import("./export-texts.js").Listed} Listed */

/** @param {import("../forming/plan.js").Roles} roles @param {string} id */
function roleOf(roles, id) { return Object.entries(roles).find(([, who]) => who === id)?.[0]; }

/**
 * @param {import("../forming/plan.js").Plan} plan
 * @param {import("../forming/plan-places.js").Place[]} where
 * @param {(id: string) => string} nameOf
 * @param {string} task
 * @returns {Listed[]}
 */
export function listedPlan(plan, where, nameOf, task) {
  return plan.groups.map((group, index) => ({ called: group.name ?? ["common.group", { n: index + 1 }],
    table: where[index].table, link: where[index].link,
    task: group.task || task || undefined,
    names: group.members.map((id) => ({ name: nameOf(id), role: roleOf(group.roles, id), member: id })) }));
}

/**
 * @param {import("../../shared/model/types.js").Round} round
 * @param {Record<string, import("../../shared/model/types.js").Person>} people
 * @returns {Listed[]}
 */
export function listedRound(round, people) {
  return round.groups.map((group, index) => ({ called: called(group, index + 1), table: group.table, link: group.texts.link,
    task: groupText(round, group, "task"),
    names: [...group.members.map((id) => ({ name: nameText(people[id]), role: roleOf(group.roles, id), member: id })),
      ...(group.texts.expected ?? []).map((name) => ({ name, role: undefined, member: expectedMember(name) }))] }));
}

/**
 * The three ways, folded away.
 * @param {() => Listed[]} listed
 * @param {import("../desk.js").Desk} desk
 */
export function exportButtons(listed, desk) {
  const said = el("span", { class: "quiet small", role: "status" });
  const copy = el("button", { type: "button", class: "button", t: "export.copy", on: { click: async () =>
    say(said, await copyText(listText(listed())) ? "common.copied" : "common.copyFailed") } });
  const zoom = el("button", { type: "button", class: "button", t: "export.zoom",
    on: { click: () => openZoom(desk, listed()) } });
  const cards = el("button", { type: "button", class: "button", t: "export.cards",
    on: { click: () => openTableCards(listed(), desk.state?.room?.details.title ?? "") } });
  const buttons = [copy, zoom, cards];
  const node = el("details", { class: "forming-fold" }, el("summary", { t: "export.title" }),
    el("div", { class: "console-actions" }, ...buttons, said));
  return {
    node,
    /** @param {boolean} isEmpty */
    update(isEmpty) { for (const button of buttons) button.disabled = isEmpty; },
  };
}

/** @param {import("../desk.js").Desk} desk @param {Listed[]} groups */
function openZoom(desk, groups) {
  const warning = el("p", { class: "forming-warning", role: "status", hidden: true });
  openListSheet(desk, { title: "export.zoomTitle", label: "export.zoomLabel", hint: "export.zoomHint",
    example: "export.zoomExample", empty: "export.zoomEmpty", take: "export.zoomGo", withAddresses: true,
    after: { node: warning, update(taken) {
      const { missing } = zoomFile(groups, taken ? addressesOf(taken.list, taken.members) : new Map());
      show(warning, taken && missing.length > 0);
      put(warning, t("export.zoomMissing", { count: missing.length, names: missing.join(", ") }));
    } } }, ({ list, members }) => {
    const { file } = zoomFile(groups, addressesOf(list, members));
    download(new Blob([file], { type: "text/csv;charset=utf-8" }), "zoom-rooms.csv");
    return false;
  });
}
