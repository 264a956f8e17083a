// Knows how a date and a time in a zone become a moment, and back; the browser has only the one direction built in.
import { dateParts, sayable } from "../shared/texts/intl.js";

/** @type {Intl.DateTimeFormatOptions} */
const FIELDS = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
  second: "numeric", hourCycle: "h23" };

/** Where meetings are planned when this device does not say. */
export const USUAL_ZONE = "Europe/London";

/** The zone of this device. */
export function deviceZone() {
  try { return new Intl.DateTimeFormat().resolvedOptions().timeZone || USUAL_ZONE; } catch { return USUAL_ZONE; }
}

/**
 * The fields of a form for a moment: `2026-03-12` and `16:30`.
 * @param {number} instant milliseconds
 * @param {string} zone
 * @returns {{date: string, time: string}}
 */
export function fieldsOf(instant, zone) {
  const local = new Date(sayable(instant) + offsetMilliseconds(sayable(instant), zone)).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

/**
 * The moment of a date and a time in a zone; null when they are not both there.
 * @param {string} date
 * @param {string} time
 * @param {string} zone
 * @returns {number|null} milliseconds
 */
export function instantOf(date, time, zone) {
  const local = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(local)) return null;
  // Twice, because the first guess may lie on the other side of a change of the clocks.
  const guess = local - offsetMilliseconds(local, zone);
  return local - offsetMilliseconds(guess, zone);
}

const DAY_MILLISECONDS = 86_400_000;

/**
 * The two moments of a time that comes twice, because the clocks go back over it; null for any other.
 * @param {string} date
 * @param {string} time
 * @param {string} zone
 * @returns {[number, number]|null}
 */
export function bothOf(date, time, zone) {
  const local = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(local)) return null;
  const [first, second] = [local - DAY_MILLISECONDS, local + DAY_MILLISECONDS]
    .map((near) => local - offsetMilliseconds(near, zone));
  const isShown = (/** @type {number} */ instant) => {
    const fields = fieldsOf(instant, zone);
    return fields.date === date && fields.time === time;
  };
  return first < second && isShown(first) && isShown(second) ? [first, second] : null;
}

/**
 * What is wrong with a date and a time in a zone: one of them is missing, or the clocks go forward over it.
 * @param {string} date
 * @param {string} time
 * @param {string} zone
 * @returns {string|null} a key
 */
export function startProblem(date, time, zone) {
  const instant = instantOf(date, time, zone);
  if (instant === null) return "console.new.dateMissing";
  const fields = fieldsOf(instant, zone);
  return fields.date === date && fields.time === time ? null : "console.zone.gap";
}

/**
 * @param {number} instant
 * @param {string} zone milliseconds by which the zone is ahead of UTC then
 */
function offsetMilliseconds(instant, zone) {
  const parts = dateParts(FIELDS, instant, zone);
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const local = Date.UTC(year, month - 1, day, Number(parts.hour), Number(parts.minute), Number(parts.second));
  return local - Math.floor(instant / 1000) * 1000;
}
