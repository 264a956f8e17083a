// Knows how a fact changes the room as one viewer sees it: the mirror of `Room.apply` in Sources/Meetings, on the
// redacted JSON. Total: a fact of a later version has no effect. No DOM. The room is changed in place.
import { applyAgenda } from "./room-agenda.js";
import { applyCards } from "./room-cards.js";
import { applyChat } from "./room-chat.js";
import { applyDrafts } from "./room-drafts.js";
import { applyForming } from "./room-forming.js";
import { applyFrame } from "./room-frame.js";
import { applyGroups } from "./room-groups.js";
import { applyPulse } from "./room-pulse.js";
import { applyQuestions } from "./room-questions.js";
import { applyQueue } from "./room-queue.js";
import { applyRoster } from "./room-roster.js";
import { applyTopics } from "./room-topics.js";

/** @typedef {import("./types.js").Room} Room */
/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").Viewer} Viewer */
/**
 * One fact taken apart: its name, its fields, its time and for whom it is folded.
 * @typedef {{name: string, fields: Record<string, any>, at: number, viewer: Viewer, isLead: boolean}} Fact
 */

/** The first facet that knows a fact takes it in. */
const FACETS = [applyFrame, applyRoster, applyAgenda, applyPulse, applyChat, applyQueue, applyQuestions, applyTopics,
  applyDrafts, applyForming, applyGroups, applyCards];

/**
 * Takes one fact in.
 * @param {Room} room @param {Entry} entry @param {Viewer} viewer @returns {Room} the same room
 */
export function apply(room, entry, viewer) {
  room.sequence = entry.sequence;
  room.at = Math.max(room.at ?? 0, entry.at);
  const [name] = Object.keys(entry.event ?? {});
  if (!name) return room;
  const fact = { name, fields: entry.event[name] ?? {}, at: entry.at, viewer, isLead: viewer === "lead" };
  FACETS.some((facet) => facet(room, fact));
  return room;
}

/**
 * Goes past facts that are not for this viewer.
 * @param {Room} room @param {number} through
 */
export function advance(room, through) {
  if (through > room.sequence) room.sequence = through;
}
