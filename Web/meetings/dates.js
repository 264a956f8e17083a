// Knows how a day is written. Not by the browser: Chromium has plural rules for Welsh but no names of its days.
import { t } from "../shared/texts/i18n.js";

/**
 * "Thursday 12 March" in a zone.
 * @param {number} instant milliseconds
 * @param {string} zone
 * @returns {string}
 */
export function dayText(instant, zone) {
  const parts = formatter(zone).formatToParts(instant);
  /** @type {(type: string) => number} */
  const part = (type) => Number(parts.find((one) => one.type === type)?.value);
  const [year, month, day] = [part("year"), part("month"), part("day")];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return t("console.date", { weekday: t(`console.weekday.${weekday}`), day: String(day),
    month: t(`console.month.${month}`) });
}

/** @param {string} zone */
function formatter(zone) {
  /** @type {Intl.DateTimeFormatOptions} */
  const fields = { year: "numeric", month: "numeric", day: "numeric" };
  try {
    return new Intl.DateTimeFormat("en-GB", { ...fields, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat("en-GB", fields);
  }
}
