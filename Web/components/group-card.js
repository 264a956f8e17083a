// Knows the card of my group while the groups run: what we do, who is here and why, and that the time runs out.
import { announce } from "../lib/announce.js";
import { el, put, say, show } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { putLinked } from "../lib/links.js";
import { now, tick } from "../lib/time.js";
import { currentSegment } from "../model/selectors.js";
import { groupText, myGroup } from "../model/selectors-groups.js";
import { leftMilliseconds } from "../model/selectors-time.js";
import { groupMembers } from "./group-members.js";
import { groupReasonList } from "./group-reasons.js";
import { namesIn } from "./names.js";

/** @typedef {import("../lib/store.js").State} State */

/** The moments at which a group is told that the time runs out, in seconds before the end; the last comes first. */
const CUES = Object.freeze([0, 10, 60, 300]);
/** After that, a page that wakes up says nothing any more about the end. */
const LATE_MILLISECONDS = 5_000;

export function groupCard() {
  const visit = el("p", { class: "notice", hidden: true });
  const cue = el("p", { class: "group-cue", hidden: true });
  const task = el("p", { class: "group-task" });
  const resources = el("p", { class: "group-resources" });
  const hand = el("div", {}, el("h3", { class: "group-part", t: "group.resources" }), resources);
  const members = groupMembers();
  const alone = el("p", { class: "quiet", t: "group.alone" });
  const reasons = groupReasonList();
  const element = el("section", { class: "card group", label: "group.card", hidden: true }, visit, cue,
    el("div", {}, el("h2", { class: "group-part", t: "group.task" }), task), hand,
    el("div", {}, el("h3", { class: "group-part", t: "group.with" }), members.element, alone), reasons.element);

  /** @type {State|null} */
  let state = null;
  let leftBefore = -Infinity;

  /** @param {number} moment */
  const renderCue = (moment) => {
    const segment = state && myGroup(state) ? currentSegment(state.room) : null;
    const left = segment ? leftMilliseconds(segment, moment) : null;
    const reached = left === null ? undefined : CUES.find((seconds) => left <= seconds * 1000);
    show(cue, reached !== undefined);
    if (reached !== undefined) say(cue, `group.cue.${reached}`);
    cue.classList.toggle("is-over", reached === 0);
    const isNew = reached !== undefined && left !== null && leftBefore > reached * 1000 && left > -LATE_MILLISECONDS;
    leftBefore = left ?? -Infinity;
    if (isNew) announce(t(`group.cue.${reached}`));
  };

  /** @param {State} next */
  const update = (next) => {
    state = next;
    const { room } = next;
    const seat = myGroup(next);
    show(element, seat);
    renderCue(now());
    if (!room || !seat) return;
    const { round, group } = seat;
    const given = groupText(round, group, "task");
    if (given) putLinked(task, given);
    else say(task, "group.noTask");
    task.classList.toggle("quiet", !given);
    const found = groupText(round, group, "resources");
    show(hand, found);
    putLinked(resources, found ?? "");
    members.update(room, seat);
    show(alone, group.members.length === 1);
    reasons.update(room, seat);
    show(visit, group.visitors.length > 0);
    if (group.visitors.length > 0) {
      say(visit, "group.visit", { names: namesIn(room, group.visitors), count: group.visitors.length });
    } else put(visit, "");
  };
  return { element, update, stop: tick(renderCue) };
}
