// Knows how a day is said where there is little room: "10 September".
import { t } from "../shared/texts/i18n.js";
import { dateParts } from "../shared/texts/intl.js";

/** @type {Intl.DateTimeFormatOptions} */
const FIELDS = { day: "numeric", month: "numeric" };

/**
 * @param {number|null|undefined} milliseconds @param {string} [zone] IANA name
 * @returns {string} empty where there is none
 */
export function shortDay(milliseconds, zone) {
  if (milliseconds === null || milliseconds === undefined) return "";
  const { day, month } = dateParts(FIELDS, milliseconds, zone);
  return t("review.day", { day: Number(day), month: t(`date.month.${Number(month)}`) });
}
