// Knows what the groups brought back, and how it comes to be told: group after group, by their reporters.
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { startTurn } from "../../shared/model/commands.js";
import { called } from "../../shared/model/group.js";
import { reporterOf } from "../../shared/model/board.js";
import { harvestOf } from "../../shared/model/selectors-groups.js";
import { broughtNotes } from "./brought.js";
import { exportButtons, listedRound } from "./exports.js";
import { nameText, personText } from "../names.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../../shared/model/types.js").Round} Round */
/** @typedef {ReturnType<typeof harvestOf>[number]} Brought */
/**
 * @typedef {{title: HTMLElement, said: HTMLElement, call: HTMLButtonElement, members: HTMLElement,
 *   notes: ReturnType<typeof broughtNotes>, id: string}} Row
 */

/**
 * The part.
 * @param {Desk} desk
 * @param {{again: (round: Round) => void, anew: () => void}} on
 */
export function harvestPart(desk, on) {
  /** @type {Round|null} */
  let round = null;
  /** @type {Set<string>} the groups that were called on this page */
  const told = new Set();
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const title = el("h2", { id: "harvest-title", t: "after.title", tabindex: "-1" });
  const next = el("button", { type: "button", class: "button primary", on: { click: () => callNext() } });
  const again = el("button", { type: "button", class: "button", t: "after.again",
    on: { click: () => { if (round) on.again(round); } } });
  const anew = el("button", { type: "button", class: "button", t: "after.anew", on: { click: () => on.anew() } });
  const exporting = exportButtons(() => (round ? listedRound(round, desk.state?.room?.people ?? {}) : []), desk);
  const rows = el("ol", { class: "harvest" });
  const node = el("section", { class: "console-harvest", "aria-labelledby": "harvest-title" },
    el("div", { class: "harvest-head" }, title, el("div", { class: "console-actions" }, next, again, anew)), trouble,
    rows, exporting.node);
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();

  /** @returns {{group: import("../../shared/model/types.js").Group, person: string, n: number}[]} who is still to tell */
  function queue() {
    const room = desk.state?.room;
    if (!room || !round) return [];
    return round.groups.flatMap((group, index) => {
      const person = reporterOf(room, group);
      return person && !told.has(group.id) ? [{ group, person, n: index + 1 }] : [];
    });
  }

  /** @param {string} group @param {string} person */
  async function callOn(group, person) {
    told.add(group);
    const isDone = await desk.act(startTurn(person), trouble);
    if (!isDone) told.delete(group);
    update();
  }

  function callNext() {
    const [first] = queue();
    if (first) callOn(first.group.id, first.person);
  }

  /** @param {Brought} brought */
  function create({ group }) {
    const id = `harvest-${group.id}`;
    const row = { id: group.id, title: el("h3", { id }),
      said: el("span", { class: "chip", t: "after.called", hidden: true }),
      members: el("p", { class: "quiet small" }),
      call: el("button", { type: "button", class: "button bare", on: { click: () => {
        const person = desk.state?.room ? reporterOf(desk.state.room, group) : null;
        if (person) callOn(group.id, person);
      } } }),
      notes: broughtNotes() };
    const made = el("li", { class: "harvest-group", "aria-labelledby": id }, el("div", { class: "harvest-group-head" },
      row.title, row.said, row.call), row.members, ...row.notes.nodes);
    parts.set(made, row);
    return made;
  }

  /** @param {HTMLElement} made @param {Brought} brought */
  function refresh(made, brought) {
    const { group, number } = brought;
    const row = /** @type {Row} */ (parts.get(made));
    const room = desk.state?.room;
    if (!room) return;
    say(row.title, "common.groupCalled", { group: called(group, number) });
    put(row.members, group.members.map((id) => personText(room, id)).join(", "));
    row.notes.update(brought);
    const person = reporterOf(room, group);
    show(row.call, person !== null && room.details.phase === "open");
    show(row.said, told.has(group.id));
    if (person) {
      say(row.call, "console.run.call");
      name(row.call, "console.run.callOf", { name: nameText(room.people?.[person]) });
    }
  }

  function update() {
    const room = desk.state?.room;
    if (!room || !round) return;
    const [first] = queue();
    show(next, room.details.phase === "open");
    next.disabled = !first;
    if (first) {
      say(next, "after.callNext", { name: nameText(room.people?.[first.person]), group: called(first.group, first.n) });
    } else say(next, "after.allCalled");
    show(again, room.details.phase === "open");
    show(anew, room.details.phase === "open");
    list(rows, harvestOf(round), ({ group }) => group.id, create, refresh);
    exporting.update(round.groups.length === 0);
  }

  return {
    node,
    /** @param {Round} ended */
    show(ended) {
      if (ended.id !== round?.id) told.clear();
      round = ended;
      update();
    },
    focus() { title.focus(); },
  };
}
