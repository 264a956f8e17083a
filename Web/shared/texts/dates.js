// Knows how a day and a time of day are said. The names come from the catalogues, because many browsers know no Welsh.
import { t } from "./i18n.js";
import { dateParts } from "./intl.js";

/** @type {Intl.DateTimeFormatOptions} */
const FIELDS = {
  weekday: "short", day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
};

const MINUTE_MILLISECONDS = 60_000;
/** A meeting has a few hundred minutes; of what is older only the words are forgotten. */
const MINUTES_KEPT = 2_000;
/** What was said of a minute: lists of many messages ask for the same ones again and again. @type {Map<string, string>} */
const said = new Map();

/**
 * "17:08" in a zone.
 * @param {number} milliseconds server time
 * @param {string} [zone] IANA name; this device's if missing
 */
export function timeOfDay(milliseconds, zone) {
  // No zone differs from another by less than a minute nowadays.
  const key = `${Math.floor(milliseconds / MINUTE_MILLISECONDS)} ${zone ?? ""}`;
  const known = said.get(key);
  if (known !== undefined) return known;
  const { hour, minute } = dateParts(FIELDS, milliseconds, zone);
  if (said.size >= MINUTES_KEPT) said.clear();
  said.set(key, `${hour}:${minute}`);
  return `${hour}:${minute}`;
}

/**
 * "Thursday 12 March" in a zone.
 * @param {number} milliseconds
 * @param {string} [zone]
 */
export function dayOf(milliseconds, zone) {
  const { weekday, day, month } = dateParts(FIELDS, milliseconds, zone);
  return t("date.day", {
    weekday: t(`date.weekday.${weekday}`), day: Number(day), month: t(`date.month.${Number(month)}`),
  });
}
