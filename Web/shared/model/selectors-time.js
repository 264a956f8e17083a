// Knows how the time of an agenda adds up. All moments in server milliseconds. Mirrors Agenda.swift.
import { running } from "../fold/forming.js";

/** @typedef {import("./types.js").Room} Room */
/** @typedef {import("./types.js").Segment} Segment */

/**
 * Milliseconds a segment has been open.
 * @param {Segment} segment @param {number} now
 */
export function elapsedMilliseconds(segment, now) {
  return segment.runs.reduce((sum, run) => sum + Math.max(0, (run.to ?? now) - run.from), 0);
}

/**
 * When the timebox of an open segment runs out; earlier runs count.
 * @param {Segment} segment @returns {number|null}
 */
export function deadline(segment) {
  const last = segment.runs[segment.runs.length - 1];
  if (segment.state !== "open" || !last || last.to !== undefined) return null;
  const before = segment.runs.slice(0, -1).reduce((sum, run) => sum + Math.max(0, (run.to ?? run.from) - run.from), 0);
  return last.from + segment.timeboxSeconds * 1000 - before;
}

/**
 * Milliseconds left of an open segment, below zero when over; null if it is not open.
 * @param {Segment} segment @param {number} now
 */
export function leftMilliseconds(segment, now) {
  const end = deadline(segment);
  return end === null ? null : end - now;
}

/**
 * Milliseconds by which what is over took longer than planned, below zero when time was won.
 * @param {Room} room @param {number} now
 */
export function carriedMilliseconds(room, now) {
  return (room.agenda ?? []).filter((segment) => segment.state === "done")
    .reduce((sum, segment) => sum + elapsedMilliseconds(segment, now) - segment.timeboxSeconds * 1000, 0);
}

/**
 * When the meeting will end if all that is left takes its time; null before it began.
 * @param {Room} room @param {number} now @returns {number|null}
 */
export function expectedEnd(room, now) {
  if (room.details.phase !== "open") return null;
  const agenda = room.agenda ?? [];
  return now + rest(room, now) + agenda.filter((segment) => segment.state === "upcoming")
    .reduce((sum, segment) => sum + segment.timeboxSeconds * 1000, 0);
}

/**
 * What is left of the open item, and of the groups that work in it.
 * @param {Room} room @param {number} now
 */
function rest(room, now) {
  const open = (room.agenda ?? []).find((segment) => segment.id === room.current);
  const round = roundEnd(running(room));
  return Math.max(0, open ? leftMilliseconds(open, now) ?? 0 : 0, round === null ? 0 : round - now);
}

/**
 * When the time of groups is over; null where they work until a lead ends them.
 * @param {import("./types.js").Round|null} round @returns {number|null}
 */
export function roundEnd(round) {
  return round?.timeboxSeconds === undefined ? null : round.formedAt + round.timeboxSeconds * 1000;
}

/**
 * What is counted down: the time of the groups that work, where they have one of their own, else of the open item.
 * @param {Room|null} room
 * @returns {{id: string, end: number, allMilliseconds: number, isRound: boolean}|null} `id` changes with what is
 *   counted and with its length
 */
export function countdown(room) {
  const round = running(room);
  const over = roundEnd(round);
  if (round && over !== null) {
    return { id: `${round.id}.${round.timeboxSeconds}`, end: over, allMilliseconds: over - round.formedAt, isRound: true };
  }
  const segment = room?.agenda?.find((one) => one.id === room.current);
  const end = segment ? deadline(segment) : null;
  if (!segment || end === null) return null;
  return { id: `${segment.id}.${segment.runs.length}.${segment.timeboxSeconds}`, end,
    allMilliseconds: segment.timeboxSeconds * 1000, isRound: false };
}

/**
 * When the meeting was to end by its plan: start plus all timeboxes.
 * @param {Room} room @returns {number|null}
 */
export function plannedEnd(room) {
  const start = room.details.openedAt ?? room.details.plannedStart;
  return start === undefined ? null : start + plannedMilliseconds(room);
}

/**
 * All timeboxes that are not skipped.
 * @param {Room} room
 */
export function plannedMilliseconds(room) {
  return (room.agenda ?? []).filter((segment) => segment.state !== "skipped")
    .reduce((sum, segment) => sum + segment.timeboxSeconds * 1000, 0);
}

/**
 * The agenda by the clock: when each item began or will begin, and when all is over. What is to come moves with what
 * takes longer; null where no clock says anything.
 * @param {Room} room @param {number} now @returns {{starts: (number|null)[], end: number|null}}
 */
export function timetable(room, now) {
  const agenda = room.agenda ?? [];
  const { phase, plannedStart, endedAt } = room.details;
  /** @type {number|null} */
  let at = null;
  if (phase === "planned") at = plannedStart ?? null;
  if (phase === "open") at = now + rest(room, now);
  const starts = agenda.map((segment) => {
    if (phase !== "planned" && segment.state !== "upcoming") return segment.runs[0]?.from ?? null;
    const start = at;
    if (at !== null) at += segment.timeboxSeconds * 1000;
    return start;
  });
  return { starts, end: phase === "ended" ? endedAt ?? null : at };
}
