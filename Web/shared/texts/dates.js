// Knows how a day and a time of day are said. The names come from the catalogues, because many browsers know no Welsh.
import { t } from "./i18n.js";
import { dateParts } from "./intl.js";

/** @type {Intl.DateTimeFormatOptions} */
const FIELDS = {
  weekday: "short", day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
};

/**
 * "17:08" in a zone.
 * @param {number} milliseconds server time
 * @param {string} [zone] IANA name; this device's if missing
 */
export function timeOfDay(milliseconds, zone) {
  const { hour, minute } = dateParts(FIELDS, milliseconds, zone);
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
