// Knows what comes after the present item, with what is prepared for it: so that whoever leads is not taken by surprise.
import { el, put, say, show } from "../../shared/page/html.js";
import { minutes } from "../../shared/texts/durations.js";
import { timeOfDay } from "../../shared/texts/i18n.js";
import { now } from "../../shared/line/time.js";
import { promptsOf } from "../../shared/model/prompt-plans.js";
import { nextSegment } from "../../shared/model/selectors.js";
import { timetable } from "../../shared/model/selectors-time.js";
import { sayGroups, sayKit, sayNote } from "../prepare/segment-facts.js";
import { sayPrompts } from "../prepare/segment-prompts.js";

/**
 * The part.
 * @param {import("../desk.js").Desk} desk
 */
export function thenPart(desk) {
  const title = el("h2", { id: "then-title" });
  const facts = el("span", { class: "numbers" });
  const note = el("p", {});
  const groups = el("p", { class: "quiet" });
  const prompts = el("p", { class: "quiet" });
  const kit = el("p", { class: "quiet" });
  const node = el("section", { class: "console-part", "aria-labelledby": "then-title", hidden: true },
    el("div", { class: "part-head" }, title, facts), note, groups, prompts, kit);

  /** @param {number} moment */
  function tick(moment) {
    const room = desk.state?.room;
    const next = room?.details.phase === "open" ? nextSegment(room) : null;
    if (!room || !next) return;
    const start = timetable(room, moment).starts[(room.agenda ?? []).indexOf(next)];
    const time = minutes(next.timeboxSeconds);
    const kind = [`kind.${next.kind}`, {}];
    if (start === null) say(facts, "console.then.facts", /** @type {any} */ ({ kind, time }));
    else say(facts, "console.then.factsAt", /** @type {any} */ ({ start: timeOfDay(start, room.details.zone), kind, time }));
  }

  return {
    node,
    tick,
    /** @param {import("../../shared/line/store.js").State} state */
    update({ room }) {
      const next = room?.details.phase === "open" ? nextSegment(room) : null;
      show(node, next);
      if (!room || !next) return;
      if (next.title) say(title, "console.then.title", { title: next.title });
      else put(title, "");
      sayNote(note, next);
      sayGroups(groups, next);
      sayPrompts(prompts, promptsOf(room, next.id).length);
      sayKit(kit, next);
      tick(now());
    },
  };
}
