// Knows the sentence about the end of the meeting: how late or early it will be, in words and never hidden.
import { say, show } from "../../shared/page/html.js";
import { timeOfDay } from "../../shared/texts/i18n.js";
import { expectedEnd } from "../../shared/model/selectors-time.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */

const MINUTE_MILLISECONDS = 60_000;

/**
 * Minutes by which the meeting ends later than its plan, below zero when time is in hand. What a lead added to a
 * timebox is plan by then; what is over its timebox, and what began late, is not.
 * @param {Room} room
 * @param {number} now
 */
export function lateMinutes(room, now) {
  const end = expectedEnd(room, now);
  const { plannedStart, openedAt } = room.details;
  const start = plannedStart ?? openedAt;
  if (end === null || start === undefined) return 0;
  // What was skipped counts as planned: skipping is one way to win time.
  const boxes = (room.agenda ?? []).reduce((sum, one) => sum + one.timeboxSeconds * 1000, 0);
  return Math.round((end - start - boxes) / MINUTE_MILLISECONDS);
}

/**
 * Says it.
 * @param {HTMLElement} line
 * @param {Room} room
 * @param {number|null} left milliseconds left of the open segment
 * @param {number} now
 */
export function endingLine(line, room, left, now) {
  const moment = expectedEnd(room, now);
  const { phase, plannedStart, zone } = room.details;
  show(line, phase !== "ended" && (moment !== null || phase === "planned"));
  if (phase === "planned") {
    if (plannedStart === undefined) say(line, "console.run.noStart");
    else say(line, "console.run.startsAt", { time: timeOfDay(plannedStart, zone) });
    return;
  }
  if (moment === null) return;
  const end = timeOfDay(moment, zone);
  if (left !== null && left <= 0) {
    const over = Math.floor(-left / MINUTE_MILLISECONDS);
    if (over === 0) say(line, "console.run.overSoon", { end });
    else say(line, "console.run.over", { count: over, end });
    return;
  }
  const late = lateMinutes(room, now);
  if (late > 0) say(line, "console.run.endsLate", { count: late, end });
  else if (late < 0) say(line, "console.run.endsEarly", { count: -late, end });
  else say(line, "console.run.endsAt", { end });
}
