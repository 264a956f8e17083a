// Knows the card of my group while the groups run: what we do, who is here and why.
import { el, say, show } from "../../shared/page/html.js";
import { putLinked } from "../../shared/page/links.js";
import { groupText, myGroup } from "../../shared/model/selectors-groups.js";
import { isYou } from "../../shared/model/selectors.js";
import { groupMembers } from "./members.js";
import { groupReasonList } from "./reasons.js";

/** @typedef {import("../../shared/line/store.js").State} State */

export function groupCard() {
  const task = el("p", { class: "group-task" });
  const resources = el("p", { class: "group-resources" });
  const hand = el("div", {}, el("h3", { class: "group-part", t: "group.resources" }), resources);
  const members = groupMembers();
  const alone = el("p", { class: "quiet", t: "group.alone" });
  const reasons = groupReasonList();
  const element = el("section", { class: "card group", label: "group.card", hidden: true },
    el("div", {}, el("h2", { class: "group-part", t: "group.task", tabindex: "-1" }), task), hand,
    el("div", {}, el("h3", { class: "group-part", t: "group.with" }), members.element, alone), reasons.element);

  /** @param {State} state */
  const update = (state) => {
    const { room } = state;
    const seat = myGroup(state);
    show(element, seat);
    if (!room || !seat) return;
    const { round, group } = seat;
    const given = groupText(round, group, "task");
    const isCoffee = round.kind === "coffee";
    if (given) putLinked(task, given);
    else say(task, isCoffee ? "coffee.guide" : "group.noTask");
    task.classList.toggle("quiet", !given && !isCoffee);
    const found = groupText(round, group, "resources");
    show(hand, found);
    putLinked(resources, found ?? "");
    members.update(state, seat);
    show(alone, group.members.length === 1);
    reasons.update(room, seat, isYou(state, seat.person) ? seat.person : undefined);
  };
  return { element, update };
}
