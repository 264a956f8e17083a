// Knows which one thing the wall shows: what to do now, where to sit, what came out, or a word to all. Pure; no DOM.
import { heldPrompts, openPrompts } from "./prompts.js";
import { currentSegment, openPulse } from "./selectors.js";
import { harvestOf, pastRounds, runningRound } from "./selectors-groups.js";

/** @typedef {import("./types.js").Room} Room */
/** @typedef {import("./types.js").Prompt} Prompt */
/** @typedef {"planned"|"ended"|"item"|"message"|"result"|"prompt"|"answers"|"groups"|"harvest"} Mode */

/** A new message to all has the wall to itself for so long; then it stands at the foot. */
export const MESSAGE_MILLISECONDS = 30_000;
/** So long does a result stand that somebody asked for by closing the question. */
export const RESULT_MILLISECONDS = 60_000;

/**
 * @param {Room} room @param {number} now @returns {Mode}
 */
export function modeOf(room, now) {
  const { phase } = room.details;
  if (phase !== "open") return phase;
  const message = messageToAll(room);
  if (message && now - message.at < MESSAGE_MILLISECONDS) return "message";
  const prompt = promptNow(room);
  if (prompt) return prompt.revealedAt === undefined ? "prompt" : "answers";
  if (runningRound(room)) return "groups";
  if (freshResult(room, now)) return "result";
  return reports(room).length > 0 ? "harvest" : "item";
}

/**
 * The prompt that is the talk of the meeting: what was asked in this item, what waits to be shown, or what was shown in
 * it. Where people find their groups, what was asked before they went is over.
 * @param {Room} room @returns {Prompt|null}
 */
export function promptNow(room) {
  const begun = Math.max(...(room.agenda ?? []).flatMap((one) => one.runs).map((run) => run.from), 0);
  const round = runningRound(room);
  const since = Math.max(begun, round?.formedAt ?? 0);
  const open = openPrompts(room).filter((one) => (one.openedAt ?? 0) >= since);
  const held = heldPrompts(room).filter((one) => (one.closedAt ?? 0) >= since);
  const shown = (room.prompts ?? []).filter((one) => (one.revealedAt ?? -1) >= since)
    .sort((one, other) => (one.revealedAt ?? 0) - (other.revealedAt ?? 0));
  return open.at(-1) ?? held.at(-1) ?? shown.at(-1) ?? null;
}

/**
 * The newest message to all groups while they run.
 * @param {Room} room
 */
export function messageToAll(room) {
  const round = runningRound(room);
  const all = (room.announcements ?? []).filter((one) => one.round === round?.id && one.text);
  return round ? all[all.length - 1] ?? null : null;
}

/**
 * The quick question that a lead has just closed. One that closed because the meeting went on is not asked for: what is
 * to be done now is more to the point.
 * @param {Room} room @param {number} now
 */
export function freshResult(room, now) {
  if (openPulse(room)) return null;
  const begun = Math.max(...(room.agenda ?? []).flatMap((one) => one.runs).map((run) => run.from), 0);
  const closed = (room.pulses ?? []).filter((one) => one.closedAt !== undefined && one.closedAt > begun
    && now - one.closedAt < RESULT_MILLISECONDS && Object.keys(one.counts ?? {}).length > 0);
  return closed[closed.length - 1] ?? null;
}

/**
 * What the last groups brought back, while it is still the talk of the meeting.
 * @param {Room} room
 * @returns {{id: string, text: string, stars: number, group: import("./group.js").Group,
 *   number: number}[]} the most starred first
 */
export function reports(room) {
  const { rounds, isFresh } = pastRounds(room);
  if (!isFresh || rounds.length === 0) return [];
  return harvestOf(rounds[0]).flatMap(({ group, number, reports: cards }) => cards.map((card) => ({
    id: card.id, text: card.text ?? "", stars: card.stars.length, group, number })))
    .sort((one, other) => other.stars - one.stars);
}

/**
 * What is done now, in words: the item's title and its note; of groups what they share.
 * @param {Room} room @returns {{title: string, note: string}}
 */
export function whatToDo(room) {
  const segment = currentSegment(room);
  const task = runningRound(room)?.task;
  return { title: segment?.title ?? room.details.title ?? "", note: task ?? segment?.note ?? "" };
}
