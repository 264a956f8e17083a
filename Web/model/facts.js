// Knows how facts about groups become sentences of the language in use. Mirrors Sources/Exchange/MatchingTexts.swift:
// a value is put in once, so that a name that looks like a placeholder stays a name.
import { has, t } from "../lib/i18n.js";

/** @typedef {string|number|string[]|Fact[]} Value */
/** @typedef {{code: string, values?: Record<string, any>}} Fact */

/**
 * The sentence of a fact.
 * @param {Fact} fact @returns {string}
 */
export function factText({ code, values = {} }) {
  return t(`matching.${code}`,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value, name, code)])));
}

/** Facts whose values are words of the catalogue and no names. */
const WORDED = ["samePhase", "otherPhase", "sameSubject", "otherSubject"];

/** @param {any} value @param {string} name @param {string} code @returns {string} */
function shown(value, name, code) {
  if (typeof value === "number") return counted(value, name);
  if (WORDED.includes(code) && has(`matching.value.${value}`)) return t(`matching.value.${value}`);
  if (!Array.isArray(value)) return String(value);
  return typeof value[0] === "object" ? value.map(factText).join("; ") : value.join(", ");
}

/**
 * A number with its noun, if the language has one for it.
 * @param {number} count @param {string} name
 */
function counted(count, name) {
  const key = `matching.count.${name}`;
  return has(key) ? t(key, { count }) : String(count);
}
