// Knows the middle of the console: the present segment, its time, and the one next action.
import { announce } from "../../shared/page/announce.js";
import { crossed, exact, leftInWords } from "../../shared/texts/durations.js";
import { confirm } from "../../shared/parts/dialog.js";
import { el, put, say, show } from "../../shared/page/html.js";
import { dayOf, t, timeOfDay } from "../../shared/texts/i18n.js";
import { now } from "../../shared/line/time.js";
import { adjustTimebox, openMeeting, openNext, openSegment, reopenMeeting } from "../../shared/model/commands.js";
import { currentSegment, nextSegment, pendingOf, previousSegment, progress } from "../../shared/model/selectors.js";
import { deadline, expectedEnd, leftMilliseconds } from "../../shared/model/selectors-time.js";
import { runningRound } from "../../shared/model/selectors-groups.js";
import { promptOffer } from "../prompts/offer.js";
import { minutesPart } from "../../meetings/minutes.js";
import { putFigure } from "./figure.js";
import { hint } from "../keys.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {import("../desk.js").Desk} Desk */

const MINUTE_SECONDS = 60;
const LAST_MILLISECONDS = 60_000;

/**
 * The part; `finish` asks whether to end the meeting, `toGroups` shows what is prepared for the groups of an item,
 * `isCarried` says whether whoever speaks goes on in the next item.
 * @param {Desk} desk
 * @param {{finish: () => void, toGroups: () => void, toPrompts: () => void, isCarried: () => boolean}} on
 */
export function segmentPart(desk, { finish, toGroups, toPrompts, isCarried }) {
  const kicker = el("p", { class: "quiet" });
  const title = el("h2", { class: "console-segment-title", id: "present-segment" });
  const note = el("p", { class: "console-segment-note quiet" });
  const time = el("p", { class: "console-time" });
  const exactly = el("p", { class: "console-exact numbers quiet small" });
  const bar = el("progress", { class: "thread", max: "1", "aria-hidden": "true" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const around = el("p", { class: "hint" });
  const next = hint(el("button", { type: "button", class: "button primary console-next",
    on: { click: () => go() } }), "next");
  const back = hint(el("button", { type: "button", class: "button tool", t: "console.run.back",
    on: { click: () => goBack() } }), "back");
  const less = step("console.run.less1", "less", -MINUTE_SECONDS);
  const more = step("console.run.more1", "more", MINUTE_SECONDS);
  const five = step("console.run.more5", "five", 5 * MINUTE_SECONDS);
  const last = hint(el("button", { type: "button", class: "button tool", t: "console.run.endIn1",
    on: { click: () => endSoon() } }), "end");
  const steps = el("div", { class: "console-steps" }, more, five, less, last, back);
  const offer = promptOffer(desk, toPrompts);
  const minutes = minutesPart(desk.meeting, "h3");
  const node = el("section", { class: "console-present", "aria-labelledby": "present-segment",
    data: { tab: "now" } },
    el("div", { class: "console-present-head" }, el("div", { class: "console-present-text" }, kicker, title, note),
      el("div", { class: "console-clock" }, time, exactly)),
    bar, trouble, around, el("div", { class: "console-acts" }, next, steps), offer.node, minutes);
  let before = 0;

  /**
   * @param {string} key
   * @param {import("../keys.js").KeyName} name
   * @param {number} seconds
   */
  function step(key, name, seconds) {
    return hint(el("button", { type: "button", class: "button tool", t: key, on: { click: () => adjust(seconds) } }), name);
  }

  /** The one next action; by name of the segment, so that two leads who tap at once do not skip one. */
  async function go() {
    const state = desk.state;
    if (!state?.room || state.pending.some((item) => "openSegment" in item.do || "openNext" in item.do)) return;
    const { details } = state.room;
    if (details.phase === "planned") {
      const mayOpen = state.isRehearsal || await isItsDay(details);
      if (mayOpen && desk.state && pendingOf(desk.state, "openMeeting").length === 0) desk.act(openMeeting(), trouble);
      return;
    }
    if (details.phase === "ended") {
      reopen();
      return;
    }
    const following = nextSegment(state.room);
    if (following && !(await mayEndGroups(following))) return;
    if (following) {
      if (await desk.act(openSegment(following.id, isCarried()), trouble) && following.breakout) toGroups();
    } else if (currentSegment(state.room)) desk.act(openNext(), trouble);
    else finish();
  }

  /**
   * A meeting of another day is not opened by a slip.
   * @param {import("../../shared/model/types.js").Details} details
   */
  async function isItsDay({ plannedStart, zone }) {
    if (plannedStart === undefined) return true;
    const day = dayOf(plannedStart, zone);
    if (day === dayOf(now(), zone)) return true;
    return confirm({ title: ["console.run.openAsk", { day }], text: "console.run.openAskText", yes: "console.run.open" });
  }

  /**
   * What others feel asks first: the next item ends the groups at work.
   * @param {import("../../shared/model/types.js").Segment} following
   */
  async function mayEndGroups(following) {
    if (!runningRound(desk.state?.room ?? null)) return true;
    return confirm({ title: "console.run.nextEnds", text: ["console.run.nextEndsText", { title: following.title ?? "" }],
      yes: ["console.run.next", { title: following.title ?? "" }] });
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
  function update(state) {
    const { room } = state;
    if (!room) return;
    offer.update(state);
    const { phase } = room.details;
    const segment = currentSegment(room);
    const following = nextSegment(room);
    node.dataset.phase = phase;
    head(room, segment);
    show(around, phase !== "open");
    show(minutes, phase === "ended");
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
    show(note, segment?.note);
    put(note, segment?.note ?? "");
    if (segment) {
      const { place, count } = progress(room);
      say(kicker, "console.run.kindOf", { kind: [`kind.${segment.kind}`, {}], n: place, all: count });
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
    if (!segment || left === null) {
      idle(room);
      return;
    }
    putFigure(time, leftInWords(left));
    const { zone } = room.details;
    say(exactly, left > 0 ? "console.run.exact" : "console.run.exactOver", { clock: exact(left),
      planned: exact(segment.timeboxSeconds * 1000), end: timeOfDay(left > 0 ? deadline(segment) ?? moment
        : expectedEnd(room, moment) ?? moment, zone) });
    bar.value = Math.min(1, Math.max(0, 1 - left / (segment.timeboxSeconds * 1000)));
    if (crossed(before, left) !== null) announce(t("console.run.spoken", { left: leftInWords(left) }));
    before = left;
  }

  /** @param {Room} room */
  function idle(room) {
    const { phase, plannedStart, zone, openedAt, endedAt } = room.details;
    if (phase === "planned" && plannedStart !== undefined) putFigure(time, timeOfDay(plannedStart, zone));
    else if (phase === "ended" && openedAt !== undefined && endedAt !== undefined) {
      putFigure(time, t("time.minutes", { count: Math.round((endedAt - openedAt) / 60_000) }));
    } else put(time, "");
  }

  return { node, update, tick, go, goBack, adjust, endSoon };
}
