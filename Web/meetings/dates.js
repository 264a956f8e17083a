// Knows how a day is written. Not by the browser: Chromium has plural rules for Welsh but no names of its days.
import { t } from "../shared/texts/i18n.js";
import { dateFormat } from "../shared/texts/intl.js";

/** @type {Intl.DateTimeFormatOptions} */
const FIELDS = { year: "numeric", month: "numeric", day: "numeric" };

/**
 * "Thursday 12 March" in a zone.
 * @param {number} instant milliseconds
 * @param {string} zone
 * @returns {string}
 */
export function dayText(instant, zone) {
  const parts = dateFormat(FIELDS, zone).formatToParts(instant);
  /** @type {(type: string) => number} */
  const part = (type) => Number(parts.find((one) => one.type === type)?.value);
  const [year, month, day] = [part("year"), part("month"), part("day")];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return t("console.date", { weekday: t(`console.weekday.${weekday}`), day: String(day),
    month: t(`console.month.${month}`) });
}
