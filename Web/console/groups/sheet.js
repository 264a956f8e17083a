// Knows one running group opened: all that was written in it, its task and place, and what a lead can change.
import { el, list, put, show } from "../../shared/page/html.js";
import { editGroup } from "../../shared/model/commands-groups.js";
import { newestCards, numberOf } from "../../shared/model/board.js";
import { bridges } from "../forming/plan-places.js";
import { groupText, runningRound } from "../../shared/model/selectors-groups.js";
import { openGroupFields } from "./fields.js";
import { openMenu } from "../menu.js";
import { nameText } from "../names.js";
import { openSheet } from "../sheet.js";

/** @typedef {import("../desk.js").Desk} Desk */

/** @param {Desk} desk @param {string} id */
function find(desk, id) {
  const room = desk.state?.room;
  const round = runningRound(room ?? null);
  const group = round?.groups.find((one) => one.id === id);
  return room && round && group ? { room, round, group, n: numberOf(round, id) } : null;
}

/**
 * Opens it; it follows what is written meanwhile.
 * @param {Desk} desk
 * @param {string} id
 * @param {(sheet: {update: () => void}|null) => void} watch
 */
export function openRunningGroup(desk, id, watch) {
  const found = find(desk, id);
  if (!found) return;
  const sheet = openSheet({ title: ["board.group", { n: found.n }], className: "is-wide", onClose: () => watch(null) });
  const task = el("p", {});
  const cards = el("ul", { class: "harvest-cards" });
  const empty = el("p", { class: "quiet", t: "board.noNotes" });
  sheet.body.append(el("h3", { t: "forming.task" }), task, el("h3", { t: "board.notes" }), empty, cards,
    el("button", { type: "button", class: "button", t: "board.edit", on: { click: () => {
      sheet.close();
      edit(desk, id);
    } } }));

  function update() {
    const now = find(desk, id);
    if (!now) return;
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

/** @param {Desk} desk @param {string} id */
function edit(desk, id) {
  const found = find(desk, id);
  if (!found) return;
  const { room, group, n } = found;
  const people = room.people ?? {};
  const choosable = (/** @type {string[]} */ ids) => ids.map((one) => ({ id: one, name: nameText(people[one]) }));
  openGroupFields({
    n, members: choosable(group.members), bridges: choosable(bridges(group.members, people)), facts: [],
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
    openMenu(anchor, { name: ["board.nameBridgeOf", { n }], items: able.map((one) => ({
      key: ["board.person", { name: nameText(people[one]) }], run: () => { name(one); } })) });
  } else edit(desk, id);
}
