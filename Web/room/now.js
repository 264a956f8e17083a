// Knows the middle of the room: the one thing to do now, then who speaks, then one line about what comes next.
import { timeOfDay } from "../shared/texts/dates.js";
import { minutes } from "../shared/texts/durations.js";
import { el, put, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { now } from "../shared/line/time.js";
import { currentSegment, me, nextSegment, openPulse, presentCounts } from "../shared/model/selectors.js";
import { openBench } from "../shared/model/bench.js";
import { openPrompts } from "../shared/model/prompts.js";
import { expectedEnd } from "../shared/model/selectors-time.js";
import { myGroup, runningRound } from "../shared/model/selectors-groups.js";
import { agendaList } from "./agenda-list.js";
import { buddySlot } from "../buddies/slot.js";
import { actionCard, actionDraft } from "./takeaway/action-card.js";
import { benchCard } from "./bench/card.js";
import { callLine } from "./call-line.js";
import { groupCard } from "./groups/card.js";
import { groupNotes } from "./groups/notes.js";
import { groupSignals } from "./groups/signals.js";
import { groupTurns } from "./groups/turns.js";
import { harvestCard } from "./groups/harvest-card.js";
import { chosenAnswer, pulseCard } from "../shared/parts/pulse-card.js";
import { promptCards } from "./prompts/prompts.js";
import { putLinked } from "../shared/page/links.js";
import { questionWall } from "./question-wall.js";
import { samePerson } from "./same-person.js";
import { speakingCard } from "./speaking-card.js";
import { topicsCard } from "./topics-card.js";

/** @typedef {import("../shared/line/store.js").State} State */

/** In these one thinks of what one will do. */
const LAST_KINDS = ["reflection", "checkOut"];

/** So much stands above a place that one was led to. */
const EDGE_PIXELS = 16;

/**
 * @param {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>, meeting: string,
 *   scope: string, toChat: (text: string) => void, seat: {element: HTMLElement}, announcement: {element: HTMLElement}}} options `seat` tells about one's
 *   seat, `announcement` what a lead says to all groups
 */
export function roomNow({ send, meeting, scope, toChat, seat, announcement }) {
  const run = el("a", { class: "button", href: `./coordinator.html#run=${encodeURIComponent(meeting)}`, t: "now.run" });
  const lead = el("div", { class: "notice lead-line" }, el("p", { t: "now.youLead" }), run);
  const guide = el("p", { class: "task-guide" });
  const note = el("p", { class: "task-note" });
  const task = el("section", { class: "card task", label: "now.task" }, guide, note);
  const pulse = pulseCard({ send });
  // A question that waits is the thing to do; an answered one, or one that comes while a group works, stands below.
  const first = el("div", { class: "pulse-place" }, pulse.element);
  const later = el("div", { class: "pulse-place", hidden: true });
  const bench = benchCard({ send, meeting, scope });
  const prompts = promptCards({ send, scope });
  const group = groupCard();
  const signals = groupSignals({ send });
  const turns = groupTurns({ send });
  const action = actionCard({ send, draft: actionDraft(scope) });
  const notes = groupNotes({ send, scope, toChat });
  const topics = topicsCard({ send, scope, isAtHand: true });
  const harvest = harvestCard();
  const same = samePerson({ send, scope });
  const speaking = speakingCard({ send });
  const buddies = buddySlot({ meeting });
  const questions = questionWall({ send, scope, toChat });
  const next = el("p", { class: "next" });
  const ends = el("p", { class: "quiet small" });
  const here = el("p", { class: "quiet small" });
  const call = callLine();
  const agenda = agendaList();
  const fold = el("details", { class: "card fold" },
    el("summary", {}, el("h2", { class: "card-title", t: "agenda.title" })), agenda.element);
  // On a desk there is room for the whole timetable.
  fold.open = matchMedia("(min-width: 64rem)").matches;
  const element = el("section", { class: "panel panel-now", id: "panel-now", label: "bar.now" },
    lead, same.element, announcement.element, seat.element, first, prompts.element, group.element, turns.element,
    notes.element, signals.more, bench.element, task, later, action.element,
    harvest.element, buddies.element, topics.element, speaking.element, questions.element,
    el("div", { class: "ahead" }, next, ends, here), call.element, fold);

  /** @param {State} state */
  const update = (state) => {
    const { room, you } = state;
    if (!room) return;
    show(lead, you?.as === "lead");
    const segment = currentSegment(room);
    // One thing at a time: a pulse that waits for an answer is the thing, and the card below waits.
    const open = openPulse(room);
    const isAsked = open !== null && !chosenAnswer(state, open.id);
    placePulse(isAsked && !myGroup(state) ? first : later);
    // Where there are steps they say what to do; a question that is asked is what one does.
    const hasSteps = you?.as !== "guest" && openBench(room) !== null;
    const isQuiet = !isAsked && !runningRound(room) && openPrompts(room).length === 0;
    show(task, (isQuiet && (!hasSteps || segment?.note)) || you?.as === "guest");
    show(guide, !hasSteps);
    say(guide, you?.as === "guest" && segment ? "guide.guest" : guideKey(room, segment));
    show(note, segment?.note);
    putLinked(note, segment?.note ?? "");
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
    call.update(state);
    turns.update(state);
    action.update(state, you?.as !== "guest" && LAST_KINDS.includes(segment?.kind ?? "") && me(state)?.role !== "table");
    for (const part of [same, pulse, prompts, bench, group, notes, signals, topics, harvest, buddies, speaking, questions,
      agenda]) part.update(state);
    // In a group one speaks to each other; who notes for everybody goes on.
    if (myGroup(state) && !me(state)?.isScribe) show(speaking.element, false);
  };

  /** @param {HTMLElement} place */
  const placePulse = (place) => {
    if (place.contains(pulse.element)) return;
    const focused = document.activeElement;
    const hadFocus = pulse.element.contains(focused);
    place.append(pulse.element);
    for (const one of [first, later]) show(one, one === place);
    if (hadFocus && focused instanceof HTMLElement) focused.focus();
  };

  /** What is here now is another thing; unless somebody is writing, it is seen from its beginning. */
  const toTop = () => {
    if (!element.contains(document.activeElement?.closest("textarea, input") ?? null)) element.scrollTop = 0;
  };

  /**
   * Brings one place of it into view, and the focus to its title.
   * @param {HTMLElement} place
   */
  const toPlace = (place) => {
    const [top, own] = [place, element].map((one) => one.getBoundingClientRect().top);
    // Only the panel is moved: what scrolls a place into view would take the strip along.
    if (element.scrollHeight > element.clientHeight) element.scrollTop += top - own - EDGE_PIXELS;
    else place.scrollIntoView({ block: "nearest" });
    /** @type {HTMLElement|null} */ (place.querySelector("[tabindex='-1']"))?.focus({ preventScroll: true });
  };
  return { element, update, toTop, toPlace, restoreNote: notes.restore, restoreQuestion: questions.restore,
    signals: signals.element,
    stop: () => {
      turns.stop();
      action.stop();
      bench.stop();
    },
    places: { pulse: pulse.element, group: group.element, bench: bench.asked } };
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
