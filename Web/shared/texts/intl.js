// Knows the browser's rules for languages and zones, each made once: to make one costs as much as to ask it a thousand
// times.

/** @type {Map<string, any>} */
const made = new Map();
/** @type {WeakMap<Intl.DateTimeFormatOptions, Map<string, Intl.DateTimeFormat>>} by the fields, which are constants */
const formats = new WeakMap();

/**
 * @template Made
 * @param {string} key @param {() => Made} make @returns {Made}
 */
function once(key, make) {
  let rule = made.get(key);
  if (rule === undefined) {
    rule = make();
    made.set(key, rule);
  }
  return rule;
}

/**
 * The order of names in a language: neither case nor accents part them. A browser without Welsh has the English order.
 * @param {string} language
 */
export function collator(language) {
  return once(`collator ${language}`, () => new Intl.Collator([language, "en"], { sensitivity: "base" }));
}

/**
 * Which plural form a number asks for. Only for languages whose rules every browser has.
 * @param {string} language
 */
export function pluralRules(language) { return once(`plural ${language}`, () => new Intl.PluralRules(language)); }

/** How numbers are written; both languages write them alike. */
export function numberFormat() { return once("number", () => new Intl.NumberFormat("en-GB")); }

/**
 * How a moment is taken apart in a zone; in this device's for a zone that the browser has not heard of, which is better
 * than not at all.
 * @param {Intl.DateTimeFormatOptions} fields always the same object
 * @param {string} [zone] IANA name; this device's if missing
 * @returns {Intl.DateTimeFormat}
 */
export function dateFormat(fields, zone) {
  const zones = formats.get(fields) ?? new Map();
  formats.set(fields, zones);
  const key = zone ?? "";
  if (!zones.has(key)) zones.set(key, makeDateFormat(fields, zone));
  return zones.get(key);
}

/** The last moment that a browser can say, either side of 1970. */
const LAST_MOMENT = 8_640_000_000_000_000;
/** So far can the clocks of a zone be from those of UTC, and some more. */
const ZONE_MOST = 86_400_000;

/**
 * The parts of a moment in a zone. A moment that no browser can say is said as the last one that it can: whoever asks
 * has a page to show.
 * @param {Intl.DateTimeFormatOptions} fields always the same object
 * @param {number} milliseconds @param {string} [zone]
 * @returns {Record<string, string>}
 */
export function dateParts(fields, milliseconds, zone) {
  const parts = dateFormat(fields, zone).formatToParts(sayable(milliseconds));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/**
 * A moment that can be said in any zone.
 * @param {number} milliseconds
 */
export function sayable(milliseconds) {
  const most = LAST_MOMENT - ZONE_MOST;
  return Number.isNaN(milliseconds) ? 0 : Math.min(most, Math.max(-most, milliseconds));
}

/** @param {Intl.DateTimeFormatOptions} fields @param {string} [zone] */
function makeDateFormat(fields, zone) {
  try {
    return new Intl.DateTimeFormat("en-GB", { ...fields, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat("en-GB", fields);
  }
}
