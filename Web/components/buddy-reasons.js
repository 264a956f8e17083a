// Knows how the reasons for buddies become words: for the two of them, for a first message, and for the coordinator.
import { el, put } from "../lib/html.js";
import { onLanguage, t } from "../lib/i18n.js";

/**
 * @typedef {{code: string, one: string, other: string, kilometres?: number, skills?: string[], value?: string,
 *   otherValue?: string}} Reason
 */
/** @typedef {{person: string, name: string, school?: string}} Named */

/** Reasons that a first message names, the most telling first. */
const SAID_FIRST = ["gives", "sameSubject", "samePhase", "near"];
const MOST_SAID = 3;

/** @param {Named} who */
export function nameOf(who) { return who.name || t("common.nameless"); }

/** @param {Named[]} people */
export function namesOf(people) { return people.map(nameOf).join(t("buddies.and")); }

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
 * The reasons as a list, one pair after the other.
 * @param {Reason[]} reasons
 * @param {Named[]} people
 * @param {string} [reader]
 * @returns {HTMLElement}
 */
export function reasonList(reasons, people, reader) {
  const isTrio = people.length > 2;
  const lines = reasons.map((reason) => {
    const line = el("li");
    const write = () => {
      const text = reasonText(reason, people, reader);
      // Among three it matters of which two it is said; who gives what says that itself.
      const two = people.filter((one) => [reason.one, reason.other].includes(one.person));
      put(line, isTrio && reason.code !== "gives" ? `${namesOf(two)}: ${text}` : text);
    };
    write();
    onLanguage(() => { if (line.isConnected) write(); });
    return line;
  });
  return el("ul", { class: "buddy-reasons" }, ...lines);
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
