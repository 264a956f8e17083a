// Knows the agenda a new meeting starts with: a term's meeting of an hour and a bit in which everybody speaks, tries
// something and reflects. The texts are keys, because they become the coordinator's own words in their language.
import { t } from "../shared/texts/i18n.js";

/** @typedef {import("../shared/model/types.js").SegmentPlan} SegmentPlan */

/** @type {{kind: import("../shared/model/types.js").SegmentKind, key: string, minutes: number, note?: string}[]} */
const STARTER = [
  { kind: "check-in", key: "console.agenda.checkIn", minutes: 10, note: "console.agenda.checkInNote" },
  { kind: "talk", key: "console.agenda.talk", minutes: 10 },
  { kind: "hands-on", key: "console.agenda.handsOn", minutes: 20 },
  { kind: "reflection", key: "console.agenda.reflection", minutes: 10, note: "console.agenda.reflectionNote" },
  { kind: "discussion", key: "console.agenda.discussion", minutes: 15 },
  { kind: "check-out", key: "console.agenda.checkOut", minutes: 5 },
];

/**
 * The agenda in the language in use.
 * @returns {SegmentPlan[]}
 */
export function starterAgenda() {
  return STARTER.map(({ kind, key, minutes, note }) => ({
    kind, title: t(key), timeboxSeconds: minutes * 60, note: note ? t(note) : null,
  }));
}

/**
 * The options a new meeting starts with; the same as the server's own.
 * @returns {import("../shared/model/types.js").Options}
 */
export function starterOptions() { return { lobby: false, leastHeardFirst: false, pulseAfterTalk: true, chat: true }; }
