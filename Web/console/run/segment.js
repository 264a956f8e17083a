// Knows the middle of the console: the present segment, its time, and the one next action.
import { announce } from "../../shared/page/announce.js";
import { crossed, exact, leftInWords } from "../../shared/texts/durations.js";
import { confirm } from "../../shared/parts/dialog.js";
import { el, put, say, show } from "../../shared/page/html.js";
import { t, timeOfDay } from "../../shared/texts/i18n.js";
import { now } from "../../shared/line/time.js";
import { adjustTimebox, openMeeting, openNext, openSegment, reopenMeeting } from "../../shared/model/commands.js";
import { currentSegment, nextSegment, pendingOf, previousSegment } from "../../shared/model/selectors.js";
import { expectedEnd, leftMilliseconds } from "../../shared/model/selectors-time.js";
import { endingLine } from "./ending.js";
import { hint } from "../keys.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {import("../desk.js").Desk} Desk */

const MINUTE_SECONDS = 60;
const LAST_MILLISECONDS = 60_000;

/**
 * The part; `finish` asks whether to end the meeting.
 * @param {Desk} desk
 * @param {() => void} finish
 */
export function segmentPart(desk, finish) {
  const kicker = el("p", { class: "console-kicker" });
  const title = el("h2", { class: "console-segment-title", id: "present-segment" });
  const time = el("p", { class: "console-time numbers" });
  const exactly = el("p", { class: "console-exact numbers quiet" });
  const ending = el("p", { class: "console-ending" });
  const bar = el("progress", { class: "console-progress", max: "1", "aria-hidden": "true" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const around = el("p", { class: "hint" });
  const next = hint(el("button", { type: "button", class: "button primary wide console-next",
    on: { click: () => go() } }), "next");
  const back = hint(el("button", { type: "button", class: "button", t: "console.run.back",
    on: { click: () => goBack() } }), "back");
  const less = step("console.run.less1", "less", -MINUTE_SECONDS);
  const more = step("console.run.more1", "more", MINUTE_SECONDS);
  const five = step("console.run.more5", "five", 5 * MINUTE_SECONDS);
  const last = hint(el("button", { type: "button", class: "button", t: "console.run.endIn1",
    on: { click: () => endSoon() } }), "end");
  const steps = el("div", { class: "console-steps" }, back, less, more, five, last);
  const node = el("section", { class: "console-card console-present", "aria-labelledby": "present-segment",
    data: { tab: "now" } },
    el("div", { class: "console-present-head" }, el("div", {}, kicker, title),
      el("div", { class: "console-clock" }, time, exactly)),
    bar, ending, trouble, around, next, steps);
  let before = 0;

  /**
   * @param {string} key
   * @param {import("../keys.js").KeyName} name
   * @param {number} seconds
   */
  function step(key, name, seconds) {
    return hint(el("button", { type: "button", class: "button", t: key, on: { click: () => adjust(seconds) } }), name);
  }

  /** The one next action; by name of the segment, so that two leads who tap at once do not skip one. */
  function go() {
    const state = desk.state;
    if (!state?.room || state.pending.some((item) => "openSegment" in item.do || "openNext" in item.do)) return;
    const { details } = state.room;
    if (details.phase === "planned") {
      if (pendingOf(state, "openMeeting").length === 0) desk.act(openMeeting(), trouble);
      return;
    }
    if (details.phase === "ended") {
      reopen();
      return;
    }
    const following = nextSegment(state.room);
    if (following) desk.act(openSegment(following.id), trouble);
    else if (currentSegment(state.room)) desk.act(openNext(), trouble);
    else finish();
  }

  async function reopen() {
    const isSure = await confirm({ title: "console.run.reopenAsk", text: "console.run.reopenText",
      yes: "console.run.reopen" });
    if (isSure) desk.act(reopenMeeting(), trouble);
  }

  function goBack() {
    const room = desk.state?.room;
    const previous = room?.details.phase === "open" ? previousSegment(room) : null;
    if (previous) desk.act(openSegment(previous.id), trouble);
  }

  /** @param {number} seconds */
  function adjust(seconds) {
    const segment = currentSegment(desk.state?.room ?? null);
    if (segment && seconds !== 0) desk.act(adjustTimebox(segment.id, seconds), trouble);
  }

  /** Leaves one minute, so that people can finish their sentence; also when the time is already over. */
  function endSoon() {
    const segment = currentSegment(desk.state?.room ?? null);
    const left = segment ? leftMilliseconds(segment, now()) : null;
    if (left !== null) adjust(Math.round((LAST_MILLISECONDS - left) / 1000));
  }

  /** @param {import("../../shared/line/store.js").State} state */
  function update({ room }) {
    if (!room) return;
    const { phase } = room.details;
    const segment = currentSegment(room);
    const following = nextSegment(room);
    node.dataset.phase = phase;
    head(room, segment);
    show(around, phase !== "open");
    say(around, phase === "planned" ? "console.run.openHint" : "console.run.endedHint");
    next.classList.toggle("primary", phase !== "ended");
    if (phase === "ended") say(next, "console.run.reopen");
    else if (phase === "planned") say(next, "console.run.open");
    else if (!segment && following) say(next, "console.run.start", { title: following.title ?? "" });
    else if (following) say(next, "console.run.next", { title: following.title ?? "" });
    else if (segment) say(next, "console.run.finish", { title: segment.title ?? "" });
    else say(next, "console.run.end");
    back.disabled = phase !== "open" || !previousSegment(room);
    // Nothing to step through before the first item and after the end.
    show(steps, segment || !back.disabled);
    for (const button of [less, more, five, last]) button.disabled = !segment;
    tick(now());
  }

  /**
   * @param {Room} room
   * @param {import("../../shared/model/types.js").Segment|null} segment
   */
  function head(room, segment) {
    const { phase } = room.details;
    if (segment) {
      say(kicker, `kind.${segment.kind}`);
      put(title, segment.title ?? "");
      return;
    }
    if (phase === "planned") say(kicker, "console.run.notOpen");
    else say(kicker, phase === "ended" ? "console.phase.ended" : "console.run.between");
    if (phase === "ended") say(title, "console.run.endedTitle");
    else if ((room.agenda ?? []).length === 0) say(title, "console.run.noAgenda");
    else if (phase === "open" && !nextSegment(room)) say(title, "console.run.allDone");
    else if (room.details.title) put(title, room.details.title);
    else say(title, "console.meetings.untitled");
  }

  /**
   * Once a second.
   * @param {number} moment
   */
  function tick(moment) {
    const room = desk.state?.room;
    if (!room) return;
    const segment = currentSegment(room);
    const left = segment ? leftMilliseconds(segment, moment) : null;
    const isOver = room.details.phase === "ended";
    show(exactly, left !== null || isOver);
    if (isOver) say(exactly, "console.run.lasted");
    show(bar, left !== null);
    node.dataset.over = String(left !== null && left <= 0);
    endingLine(ending, room, left, moment);
    if (!segment || left === null) {
      idle(room);
      return;
    }
    const planned = Math.round(segment.timeboxSeconds / 60);
    put(time, leftInWords(left));
    say(exactly, left > 0 ? "console.run.exact" : "console.run.exactOver", { clock: exact(left), planned });
    bar.value = Math.min(1, Math.max(0, 1 - left / (segment.timeboxSeconds * 1000)));
    if (crossed(before, left) !== null) announce(t("console.run.spoken", { left: leftInWords(left) }));
    before = left;
  }

  /** @param {Room} room */
  function idle(room) {
    const { phase, plannedStart, zone, openedAt, endedAt } = room.details;
    if (phase === "planned" && plannedStart !== undefined) put(time, timeOfDay(plannedStart, zone));
    else if (phase === "ended" && openedAt !== undefined && endedAt !== undefined) {
      say(time, "time.minutes", { count: Math.round((endedAt - openedAt) / 60_000) });
    } else {
      const end = expectedEnd(room, now());
      put(time, end === null ? "" : timeOfDay(now(), zone));
    }
  }

  return { node, update, tick, go, goBack, adjust, endSoon };
}
