// Knows one running group opened: all that was written in it, its task and place, and what a lead can change.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { field } from "../../shared/parts/field.js";
import { limit } from "../../shared/limits.js";
import { called, editGroup, renameGroup } from "../../shared/model/group.js";
import { newestCards, numberOf } from "../../shared/model/board.js";
import { bridges } from "../forming/plan-places.js";
import { groupText, runningRound } from "../../shared/model/selectors-groups.js";
import { openGroupFields } from "./fields.js";
import { openMenu } from "../menu.js";
import { nameText } from "../names.js";
import { openSheet } from "../sheet.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../../shared/texts/i18n.js").Params} Params */

/** @param {Desk} desk @param {string} id */
function find(desk, id) {
  const room = desk.state?.room;
  const round = runningRound(room ?? null);
  const group = round?.groups.find((one) => one.id === id);
  return room && round && group ? { room, round, group, n: numberOf(round, id) } : null;
}

/** @param {{group: import("../../shared/model/types.js").Group, n: number}} found @returns {[string, Params]} */
function title({ group, n }) { return ["common.groupCalled", { group: called(group, n) }]; }

/**
 * Opens it; it follows what is written meanwhile.
 * @param {Desk} desk
 * @param {string} id
 * @param {(sheet: {update: () => void}|null) => void} watch
 */
export function openRunningGroup(desk, id, watch) {
  const found = find(desk, id);
  if (!found) return;
  const sheet = openSheet({ title: title(found), className: "is-wide", onClose: () => watch(null) });
  const task = el("p", {});
  const cards = el("ul", { class: "harvest-cards" });
  const empty = el("p", { class: "quiet", t: "board.noNotes" });
  sheet.body.append(naming(desk, found, sheet.close), el("h3", { t: "forming.task" }), task, el("h3", { t: "board.notes" }), empty, cards,
    el("button", { type: "button", class: "button", t: "board.edit", on: { click: () => {
      sheet.close();
      edit(desk, id);
    } } }));

  function update() {
    const now = find(desk, id);
    if (!now) return;
    say(sheet.heading, ...title(now));
    const text = groupText(now.round, now.group, "task");
    put(task, text ?? "");
    show(task, text);
    const notes = newestCards(now.group);
    show(empty, notes.length === 0);
    list(cards, notes, (card) => card.id, () => el("li", { class: "harvest-card" }, el("span"), el("span",
      { class: "quiet small" })), (row, card) => {
      put(/** @type {HTMLElement} */ (row.children[0]), card.text ?? "");
      put(/** @type {HTMLElement} */ (row.children[1]), nameText(card));
    });
  }

  update();
  watch({ update });
}

/**
 * What the group is called.
 * @param {Desk} desk
 * @param {{group: import("../../shared/model/types.js").Group, n: number}} found
 * @param {() => void} done
 */
function naming(desk, { group, n }, done) {
  const save = el("button", { type: "submit", class: "button", t: "board.rename" });
  const name = field(el("input", { type: "text", maxlength: limit("nameLength"), autocomplete: "off",
    value: group.name ?? "" }), { label: "board.groupName",
    hint: ["board.groupNameHint", { group: ["common.group", { n }] }], after: save });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const form = el("form", { class: "console-form", novalidate: true }, name.node, trouble);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await desk.act(renameGroup(group.id, name.input.value.trim()), trouble)) done();
  });
  return form;
}

/** @param {Desk} desk @param {string} id */
function edit(desk, id) {
  const found = find(desk, id);
  if (!found) return;
  const { room, group, n } = found;
  const people = room.people ?? {};
  const choosable = (/** @type {string[]} */ ids) => ids.map((one) => ({ id: one, name: nameText(people[one]) }));
  openGroupFields({
    called: called(group, n), members: choosable(group.members), bridges: choosable(bridges(group.members, people)), facts: [],
    values: { table: group.table ?? null, link: group.texts.link ?? null, bridge: group.bridge ?? null,
      task: group.texts.task ?? "", resources: group.texts.resources ?? "", roles: group.roles },
    save: ({ table, link, bridge, task, resources, roles }, trouble) => desk.act(editGroup(id, {
      texts: { task: task || undefined, resources: resources || undefined, link: link ?? undefined },
      table, bridge, roles }), trouble),
  });
}

/**
 * Names another bridge: at once if there is only one, else by choice.
 * @param {Desk} desk
 * @param {string} id
 * @param {HTMLElement} anchor
 * @param {HTMLElement} trouble
 */
export function nameBridge(desk, id, anchor, trouble) {
  const found = find(desk, id);
  if (!found) return;
  const { room, group, n } = found;
  const people = room.people ?? {};
  const able = bridges(group.members, people).filter((one) => people[one]?.isPresent);
  const name = (/** @type {string} */ bridge) => desk.act(editGroup(id, { texts: group.texts, table: group.table, bridge,
    roles: group.roles }), trouble);
  if (able.length === 1) name(able[0]);
  else if (able.length > 1) {
    openMenu(anchor, { name: ["board.nameBridgeOf", { group: called(group, n) }], items: able.map((one) => ({
      key: ["board.person", { name: nameText(people[one]) }], run: () => { name(one); } })) });
  } else edit(desk, id);
}
