// Knows how a fact changes the room as one viewer sees it: the mirror of `Room.apply` in Sources/Meetings, on the
// redacted JSON. Total: a fact of a later version has no effect. No DOM. The room is changed in place.
import { applyAgenda } from "./agenda.js";
import { applyBench } from "./bench.js";
import { applyCards } from "./cards.js";
import { applyChat } from "./chat.js";
import { applyDrafts } from "./drafts.js";
import { applyForming } from "./forming.js";
import { applyFrame } from "./frame.js";
import { applyPrompts } from "./prompts.js";
import { applyPulse } from "./pulse.js";
import { applyQuestions } from "./questions.js";
import { applyQueue } from "./queue.js";
import { applyRoster } from "./roster.js";
import { applyTopics } from "./topics.js";
import { applyTurns } from "./turns.js";
import { applyGroups } from "../model/group.js";

/** @typedef {import("../model/types.js").Room} Room */
/** @typedef {import("../model/types.js").Entry} Entry */
/** @typedef {import("../model/types.js").Viewer} Viewer */
/**
 * One fact taken apart: its name, its fields, its time and for whom it is folded.
 * @typedef {{name: string, fields: Record<string, any>, at: number, viewer: Viewer, isLead: boolean}} Fact
 */

/** The first facet that knows a fact takes it in. */
const FACETS = [applyFrame, applyRoster, applyAgenda, applyPulse, applyPrompts, applyBench, applyChat, applyQueue,
  applyQuestions, applyTopics, applyDrafts, applyForming, applyGroups, applyCards, applyTurns];

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
