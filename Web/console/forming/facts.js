// Knows how facts about groups become sentences of the language in use. Mirrors Sources/Exchange/MatchingTexts.swift:
// a value is put in once, so that a name that looks like a placeholder stays a name. People and topics come by their
// identifiers.
import { has, t } from "../../shared/texts/i18n.js";

/** @typedef {{code: string, values?: Record<string, any>}} Fact */
/** @typedef {{person: (id: string) => string, topic: (id: string) => string}} Names */

/** Values that are topics, and values that are words of the catalogue. */
const TOPICS = ["skill", "skills"];
const WORDED = ["samePhase", "otherPhase", "sameSubject", "otherSubject"];

/**
 * The sentences that say something in a meeting; how mixed a group is says itself there.
 * @param {Fact[]} facts @param {Names} names @param {boolean} hasCore whether anybody is known to come often
 * @returns {string[]}
 */
export function groupSentences(facts, names, hasCore) {
  return facts.filter(({ code }) => hasCore || code !== "nobodyWelcomes").map((fact) => {
    return fact.code === "mix" ? shown(fact.values?.parts ?? { parts: [] }, "parts", fact.code, names)
      : factText(fact, names);
  });
}

/**
 * The sentence of a fact.
 * @param {Fact} fact @param {Names} names @returns {string}
 */
export function factText({ code, values = {} }, names) {
  return t(`matching.${code}`,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value, name, code, names)])));
}

/** @param {any} value @param {string} name @param {string} code @param {Names} names @returns {string} */
function shown(value, name, code, names) {
  if (typeof value === "number") return counted(value, name);
  if (Array.isArray(value)) return value.map((one) => shown(one, name, code, names)).join(", ");
  if (value.people) return value.people.map(names.person).join(", ");
  if (value.pairs) {
    return value.pairs.map((/** @type {string[]} */ pair) => pair.map(names.person).join(" – ")).join(", ");
  }
  if (value.wishes) {
    return value.wishes.map((/** @type {{person: string, topic: string}} */ { person, topic }) =>
      `${names.person(person)} (${names.topic(topic)})`).join(", ");
  }
  if (value.facts) return value.facts.map((/** @type {Fact} */ fact) => factText(fact, names)).join("; ");
  if (value.parts) return value.parts.map((/** @type {Fact} */ fact) => factText(fact, names)).join(", ");
  if (TOPICS.includes(name)) return names.topic(String(value));
  const word = `matching.value.${value}`;
  return WORDED.includes(code) && has(word) ? t(word) : String(value);
}

/**
 * A number with its noun, if the language has one for it.
 * @param {number} count @param {string} name
 */
function counted(count, name) {
  const key = `matching.count.${name}`;
  return has(key) ? t(key, { count }) : String(count);
}
