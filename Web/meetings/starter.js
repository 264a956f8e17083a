// Knows the agenda a new meeting starts with: a term's meeting of an hour and a bit in which everybody speaks, tries
// something and reflects. The texts are keys, because they become the coordinator's own words in their language.
import { t } from "../shared/texts/i18n.js";

/** @typedef {import("../shared/model/types.js").SegmentPlan} SegmentPlan */

/** @type {{kind: import("../shared/model/types.js").SegmentKind, key: string, minutes: number, note?: string, asks?: string, kit?: string}[]} */
const STARTER = [
  { kind: "check-in", key: "console.agenda.checkIn", minutes: 10, note: "console.agenda.checkInNote" },
  { kind: "talk", key: "console.agenda.talk", minutes: 10 },
  { kind: "hands-on", key: "console.agenda.handsOn", minutes: 20, kit: "console.agenda.kit" },
  { kind: "reflection", key: "console.agenda.reflection", minutes: 10, note: "console.agenda.reflectionNote",
    asks: "console.agenda.reflectionAsk" },
  { kind: "discussion", key: "console.agenda.discussion", minutes: 15 },
  { kind: "check-out", key: "console.agenda.checkOut", minutes: 5 },
];

/** So many seconds of silence. */
const WRITING = 180;
/** Under which name its question is found at other meetings that began with this agenda. */
const QUESTION = "starter.will-try";
/** What there is to do with a kit. */
const STEPS = ["console.agenda.kitOpen", "console.agenda.kitFirst", "console.agenda.kitChange"];

/**
 * The agenda in the language in use.
 * @param {boolean} [isRehearsal] whether it is to practise with: then there is a kit on the tables
 * @returns {SegmentPlan[]}
 */
export function starterAgenda(isRehearsal = false) {
  return STARTER.map(({ kind, key, minutes, note, asks, kit }) => ({
    kind, title: t(key), timeboxSeconds: minutes * 60, note: note ? t(note) : null,
    ...(asks ? { prompts: [{ kind: "open", text: t(asks), circle: "named", seconds: WRITING, key: QUESTION }] } : {}),
    ...(kit && isRehearsal ? { bench: { kit: t(kit), steps: STEPS.map((step) => ({ text: t(step) })) } } : {}),
  }));
}

/**
 * The options a new meeting starts with; the same as the server's own.
 * @returns {import("../shared/model/types.js").Options}
 */
export function starterOptions() { return { lobby: false, leastHeardFirst: false, pulseAfterTalk: true, chat: true }; }
