// Knows how a day is written. Not by the browser: Chromium has plural rules for Welsh but no names of its days.
import { t } from "../shared/texts/i18n.js";
import { dateParts } from "../shared/texts/intl.js";

/** @type {Intl.DateTimeFormatOptions} */
const FIELDS = { year: "numeric", month: "numeric", day: "numeric" };

/**
 * "Thursday 12 March" in a zone.
 * @param {number} instant milliseconds
 * @param {string} zone
 * @returns {string}
 */
export function dayText(instant, zone) {
  const parts = dateParts(FIELDS, instant, zone);
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return t("console.date", { weekday: t(`console.weekday.${weekday}`), day: String(day),
    month: t(`console.month.${month}`) });
}
