// Knows what the rounds before brought, each folded: it stays on the console for as long as the meeting does.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { timeOfDay } from "../../shared/texts/dates.js";
import { called } from "../../shared/model/group.js";
import { harvestOf, liveCards, pastRounds, roundNumber } from "../../shared/model/selectors-groups.js";
import { broughtNotes } from "./brought.js";
import { personText } from "../names.js";

/** @typedef {import("../../shared/model/types.js").Round} Round */
/** @typedef {ReturnType<typeof harvestOf>[number]} Brought */

/**
 * The part; it is not there while there is nothing before the round that is shown.
 * @param {import("../desk.js").Desk} desk
 */
export function earlierRounds(desk) {
  const rows = el("div", { class: "earlier-rounds" });
  const leftOut = el("p", { class: "quiet small", hidden: true });
  const node = el("section", { class: "console-earlier", "aria-labelledby": "earlier-title", hidden: true },
    el("div", { class: "part-head" }, el("h2", { id: "earlier-title", t: "after.earlier" })), rows, leftOut);
  /** @type {WeakMap<HTMLElement, ReturnType<typeof broughtNotes>>} */
  const notes = new WeakMap();

  function createGroup() {
    const brought = broughtNotes();
    const made = el("li", { class: "harvest-group" }, el("h3", {}), el("p", { class: "quiet small" }), ...brought.nodes);
    notes.set(made, brought);
    return made;
  }

  /** @param {HTMLElement} made @param {Brought} brought */
  function renderGroup(made, brought) {
    const [title, people] = /** @type {HTMLElement[]} */ ([...made.children]);
    say(title, "common.groupCalled", { group: called(brought.group, brought.number) });
    put(people, brought.group.members.map((id) => personText(desk.state?.room, id)).join(", "));
    notes.get(made)?.update(brought);
  }

  const createRound = () => el("details", { class: "forming-fold earlier-round" }, el("summary", {}),
    el("p", { class: "earlier-task", hidden: true }), el("ol", { class: "harvest" }));

  /** @param {number} number @param {Round} round @param {HTMLElement} made */
  function renderRound(number, round, made) {
    const [summary, task, groups] = /** @type {HTMLElement[]} */ ([...made.children]);
    const count = round.groups.reduce((sum, group) => sum + liveCards(group).length, 0);
    say(summary, "after.round", { number, time: timeOfDay(round.formedAt), notes: ["after.countNotes", { count }] });
    put(task, round.task ? t("board.taskIs", { task: round.task }) : "");
    show(task, round.task);
    list(groups, harvestOf(round), ({ group }) => group.id, createGroup, renderGroup);
  }

  return {
    node,
    /** @param {Round|null} shown the round that is looked at beside it, which is left out here */
    update(shown) {
      const room = desk.state?.room;
      if (!room) return;
      const before = room.roundsLeftOut ?? 0;
      const rounds = pastRounds(room).rounds.filter((round) => round.id !== shown?.id);
      show(node, rounds.length + before > 0);
      list(rows, rounds, (round) => round.id, createRound, (made, round) =>
        renderRound(roundNumber(room, round), round, made));
      show(leftOut, before > 0);
      put(leftOut, t("after.roundsLeftOut", { count: before }));
    },
  };
}
