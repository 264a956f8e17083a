// Knows how the reasons for buddies become words: for the two of them, for a first message, and for the coordinator.
import { el, put } from "../shared/page/html.js";
import { onLanguage, t } from "../shared/texts/i18n.js";

/**
 * @typedef {{code: string, one: string, other: string, kilometres?: number, skills?: string[], value?: string,
 *   otherValue?: string}} Reason
 */
/** @typedef {{person: string, name: string, school?: string}} Named */

/** Reasons that a first message names, the most telling first. */
const SAID_FIRST = ["gives", "sameSubject", "samePhase", "near"];
const MOST_SAID = 3;
const VOWEL = /^[aeiouwy]/i;

/** @param {Named} who */
export function nameOf(who) { return who.name || t("common.nameless"); }

/**
 * "Ann", "Ann and Bob", "Ann, Bob and Cai".
 * @param {Named[]} people
 */
export function namesOf(people) {
  const names = people.map(nameOf);
  const last = names.pop() ?? "";
  if (names.length === 0) return last;
  // Before a vowel "and" is another word in Welsh.
  const key = VOWEL.test(last.normalize("NFD")) ? "buddies.namesVowel" : "buddies.names";
  return t(key, { names: names.join(", "), last });
}

/**
 * One reason as part of a sentence.
 * @param {Reason} reason
 * @param {Named[]} people
 * @param {string} [reader] the person who reads; they are "you"
 * @returns {string}
 */
export function reasonText(reason, people, reader) {
  const called = (/** @type {string} */ id) => {
    const who = people.find((one) => one.person === id);
    return who ? nameOf(who) : t("common.nameless");
  };
  const { code, one, other } = reason;
  const skills = (reason.skills ?? []).join(", ");
  if (code === "gives" && reader === one) return t("buddies.youGive", { skills, name: called(other) });
  if (code === "gives" && reader === other) return t("buddies.theyGive", { skills, name: called(one) });
  return t(`matching.${code}`, { name: called(one), other: said(reason.otherValue, code) ?? called(other), skills,
    phase: said(reason.value, code) ?? "", subject: reason.value ?? "", kilometres: reason.kilometres ?? 0 });
}

/**
 * Phases are ours and have words in both languages; subjects are people's own.
 * @param {string|undefined} value
 * @param {string} code
 */
function said(value, code) {
  if (value === undefined) return undefined;
  return code.endsWith("Phase") ? t(`buddies.phase.${value}`) : value;
}

/**
 * The reasons as a list. Among three it is said of each two in one line; somebody who reads sees only their own.
 * @param {Reason[]} reasons
 * @param {Named[]} people
 * @param {string} [reader]
 * @returns {HTMLElement}
 */
export function reasonList(reasons, people, reader) {
  const own = reasons.filter(({ one, other }) => !reader || one === reader || other === reader);
  // What one gets oneself comes first.
  const isMine = (/** @type {Reason} */ { code, other }) => code === "gives" && other === reader;
  const sorted = [...own.filter(isMine), ...own.filter((reason) => !isMine(reason))];
  const texts = people.length > 2 ? byPair(sorted, people, reader)
    : sorted.map((reason) => () => reasonText(reason, people, reader));
  return el("ul", { class: "buddy-reasons" }, ...texts.map((text) => {
    const line = el("li", { text: text() });
    onLanguage(() => { if (line.isConnected) put(line, text()); });
    return line;
  }));
}

/** @param {Reason[]} reasons @param {Named[]} people @param {string} [reader] */
function byPair(reasons, people, reader) {
  /** @type {Map<string, Reason[]>} */
  const pairs = new Map();
  for (const reason of reasons) {
    const key = [reason.one, reason.other].sort().join();
    pairs.set(key, [...pairs.get(key) ?? [], reason]);
  }
  return [...pairs.values()].map((of) => () => {
    const two = people.filter((one) => [of[0].one, of[0].other].includes(one.person) && one.person !== reader);
    return `${namesOf(two)}: ${of.map((reason) => reasonText(reason, people, reader)).join("; ")}`;
  });
}

/**
 * A first message, made from the explanation, in the language in use.
 * @param {Reason[]} reasons
 * @param {Named[]} others
 * @param {Named} me
 * @returns {string}
 */
export function firstMessage(reasons, others, me) {
  const own = reasons.filter(({ one, other }) => one === me.person || other === me.person)
    .filter(({ code }) => SAID_FIRST.includes(code))
    .sort((one, other) => SAID_FIRST.indexOf(one.code) - SAID_FIRST.indexOf(other.code)).slice(0, MOST_SAID);
  const people = [...others, me];
  const why = own.map((reason) => (reason.code === "gives" ? offer(reason, others, me)
    : t("buddies.message.share", { reason: reasonText(reason, people) })));
  return [t("buddies.message.hello", { names: namesOf(others) }), "", t("buddies.message.made"), ...why, "",
    t("buddies.message.ask"), "", nameOf(me)].join("\n");
}

/** @param {Reason} reason @param {Named[]} others @param {Named} me */
function offer({ one, other, skills = [] }, others, me) {
  const isMine = one === me.person;
  const who = others.find(({ person }) => person === (isMine ? other : one));
  const params = { skills: skills.join(", "), name: who ? nameOf(who) : "" };
  if (others.length === 1) return t(isMine ? "buddies.message.iGive" : "buddies.message.youGive", params);
  return t(isMine ? "buddies.message.iGiveTo" : "buddies.message.getsFrom", params);
}
