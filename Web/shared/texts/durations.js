// Knows how a stretch of time is said: as people say it ("4 min left") and exactly ("3:52").
import { t } from "./i18n.js";

/**
 * "3:52", "1:02:10"; without a sign.
 * @param {number} milliseconds
 */
export function exact(milliseconds) {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] > 0 ? parts : parts.slice(1);
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}

/**
 * "4 min left", "40 s left", "2 min over", "time is up". Minutes are rounded up, so that "1 min" is never nothing.
 * @param {number} milliseconds until the deadline; less than zero once it is over
 */
export function leftInWords(milliseconds) {
  if (milliseconds > 60_000) return t("time.minutesLeft", { count: Math.ceil(milliseconds / 60_000) });
  if (milliseconds > 0) return t("time.secondsLeft", { count: Math.ceil(milliseconds / 1000) });
  if (milliseconds > -60_000) return t("time.up");
  return t("time.minutesOver", { count: Math.floor(-milliseconds / 60_000) });
}

/**
 * "15 min".
 * @param {number} seconds
 */
export function minutes(seconds) { return t("time.minutes", { count: Math.max(1, Math.round(seconds / 60)) }); }

/** The moments at which a countdown is spoken, in seconds before the deadline. */
export const SPOKEN_SECONDS = Object.freeze([300, 60, 10]);

/**
 * The moment that lies between two looks at the clock, or null: so none is missed and none is said twice.
 * @param {number} before milliseconds left at the last look @param {number} after milliseconds left now
 * @returns {number|null} seconds
 */
export function crossed(before, after) {
  // After a long sleep only the last one counts, and none if the end has passed.
  if (after <= 0) return null;
  const passed = SPOKEN_SECONDS.filter((seconds) => before > seconds * 1000 && after <= seconds * 1000);
  return passed.length > 0 ? passed[passed.length - 1] : null;
}
