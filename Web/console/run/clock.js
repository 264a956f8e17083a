// Knows the line about the whole meeting in the mast: what time it is, when it will end, and how that stands to its plan.
import { put, say, show } from "../../shared/page/html.js";
import { timeOfDay } from "../../shared/texts/i18n.js";
import { expectedEnd, timetable } from "../../shared/model/selectors-time.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */

const MINUTE_MILLISECONDS = 60_000;
/** Whoever opens this much before the plan does not hold the planned meeting: a rehearsal, or a day changed by word. */
const EARLY_MILLISECONDS = 60 * MINUTE_MILLISECONDS;
/** And this much after it the plan says nothing any more. */
const LATE_MILLISECONDS = 12 * 60 * MINUTE_MILLISECONDS;

/**
 * When the meeting was to end: its timeboxes from its planned start, or from its opening where the plan does not hold.
 * What was skipped counts as planned: skipping is one way to win time.
 * @param {Room} room
 * @returns {number|null}
 */
export function planOfEnd(room) {
  const { plannedStart, openedAt } = room.details;
  const holds = plannedStart !== undefined && (openedAt === undefined
    || (openedAt >= plannedStart - EARLY_MILLISECONDS && openedAt <= plannedStart + LATE_MILLISECONDS));
  const start = holds ? plannedStart : openedAt;
  if (start === undefined) return null;
  return start + (room.agenda ?? []).reduce((sum, one) => sum + one.timeboxSeconds * 1000, 0);
}

/**
 * Minutes by which the meeting ends later than its plan, below zero when time is in hand. They are counted between the
 * minutes that are shown, so that what is said agrees with the clock.
 * @param {Room} room
 * @param {number} now
 */
export function lateMinutes(room, now) {
  const end = expectedEnd(room, now);
  const planned = planOfEnd(room);
  if (end === null || planned === null) return 0;
  return Math.floor(end / MINUTE_MILLISECONDS) - Math.floor(planned / MINUTE_MILLISECONDS);
}

/**
 * Says it; nothing once the meeting is over.
 * @param {HTMLElement} line
 * @param {Room} room
 * @param {number} now
 */
export function clockLine(line, room, now) {
  const { phase, plannedStart, zone } = room.details;
  show(line, phase !== "ended");
  const time = timeOfDay(now, zone);
  if (phase === "planned") {
    if (plannedStart === undefined) put(line, time);
    else say(line, "console.clock.planned", { time, start: timeOfDay(plannedStart, zone) });
    return;
  }
  const moment = timetable(room, now).end ?? now;
  const late = lateMinutes(room, now);
  const params = { time, end: timeOfDay(moment, zone), count: Math.abs(late) };
  if ((room.agenda ?? []).length === 0) put(line, time);
  else say(line, late > 0 ? "console.clock.late" : late < 0 ? "console.clock.early" : "console.clock.onTime", params);
}
