// Knows the middle of the room: the one thing to do now, then who speaks, then one line about what comes next.
import { timeOfDay } from "../shared/texts/dates.js";
import { minutes } from "../shared/texts/durations.js";
import { el, put, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { now } from "../shared/line/time.js";
import { currentSegment, me, nextSegment, openPulse, presentCounts } from "../shared/model/selectors.js";
import { expectedEnd } from "../shared/model/selectors-time.js";
import { myGroup, runningRound } from "../shared/model/selectors-groups.js";
import { agendaList } from "./agenda-list.js";
import { buddySlot } from "../buddies/slot.js";
import { groupCard } from "./groups/card.js";
import { groupNotes } from "./groups/notes.js";
import { groupSignals } from "./groups/signals.js";
import { harvestCard } from "./groups/harvest-card.js";
import { pulseCard } from "../shared/parts/pulse-card.js";
import { questionWall } from "./question-wall.js";
import { speakingCard } from "./speaking-card.js";
import { topicsCard } from "./topics-card.js";

/** @typedef {import("../shared/line/store.js").State} State */

/**
 * @param {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>, meeting: string,
 *   scope: string, seat: {element: HTMLElement}}} options `seat` tells about one's seat
 */
export function roomNow({ send, meeting, scope, seat }) {
  const run = el("a", { class: "button", href: `./coordinator.html#run=${encodeURIComponent(meeting)}`, t: "now.run" });
  const lead = el("div", { class: "notice lead-line" }, el("p", { t: "now.youLead" }), run);
  const kind = el("p", { class: "task-kind" });
  const guide = el("p", { class: "task-guide" });
  const note = el("p", { class: "task-note" });
  const task = el("section", { class: "card task", label: "now.task" }, kind, guide, note);
  const pulse = pulseCard({ send });
  const group = groupCard();
  const signals = groupSignals({ send });
  const notes = groupNotes({ send, scope });
  const topics = topicsCard({ send, scope, isAtHand: true });
  const harvest = harvestCard();
  const speaking = speakingCard({ send });
  const buddies = buddySlot({ meeting });
  const questions = questionWall({ send, scope });
  const next = el("p", { class: "next" });
  const ends = el("p", { class: "quiet small" });
  const here = el("p", { class: "quiet small" });
  const agenda = agendaList();
  const fold = el("details", { class: "card fold" },
    el("summary", {}, el("h2", { class: "card-title", t: "agenda.title" })), agenda.element);
  // On a desk there is room for the whole timetable.
  fold.open = matchMedia("(min-width: 64rem)").matches;
  const element = el("section", { class: "panel panel-now", id: "panel-now", label: "bar.now" },
    lead, seat.element, pulse.element, group.element, notes.element, signals.element, task, harvest.element,
    buddies.element, topics.element, speaking.element, questions.element,
    el("div", { class: "ahead" }, next, ends, here), fold);

  /** @param {State} state */
  const update = (state) => {
    const { room, you } = state;
    if (!room) return;
    show(lead, you?.as === "lead");
    const segment = currentSegment(room);
    // One thing at a time: while a pulse is open it is the thing, and the card below waits.
    show(task, (!openPulse(room) && !runningRound(room)) || you?.as === "guest");
    show(kind, segment);
    if (segment) say(kind, `kind.${segment.kind}`);
    say(guide, you?.as === "guest" && segment ? "guide.guest" : guideKey(room, segment));
    show(note, segment?.note);
    put(note, segment?.note ?? "");
    const following = nextSegment(room);
    if (following) say(next, "now.next", {
      title: following.title ?? t(`kind.${following.kind}`), time: minutes(following.timeboxSeconds),
    });
    else say(next, "now.last");
    const end = expectedEnd(room, now());
    show(ends, end !== null);
    if (end !== null) say(ends, "now.ends", { time: timeOfDay(end, room.details.zone) });
    const counts = presentCounts(room);
    show(here, you?.as !== "guest");
    say(here, "now.here", { inRoom: counts.inRoom, onCall: counts.onCall });
    for (const part of [pulse, group, notes, signals, topics, harvest, buddies, speaking, questions, agenda]) part.update(state);
    // In a group one speaks to each other; who notes for everybody goes on.
    if (myGroup(state) && !me(state)?.isScribe) show(speaking.element, false);
  };
    /** What is here now is another thing; unless somebody is writing, it is seen from its beginning. */
  const toTop = () => {
    if (!element.contains(document.activeElement?.closest("textarea, input") ?? null)) element.scrollTop = 0;
  };
  return { element, update, toTop, restoreNote: notes.restore };
}

/**
 * @param {import("../shared/model/types.js").Room} room
 * @param {import("../shared/model/types.js").Segment|null} segment
 */
function guideKey(room, segment) {
  if (segment) return `guide.${segment.kind}`;
  if (room.details.phase === "planned") return "guide.planned";
  return nextSegment(room) ? "guide.between" : "guide.done";
}
