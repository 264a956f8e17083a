// Knows how the time of an agenda adds up. All moments in server milliseconds. Mirrors Agenda.swift.

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
  const open = agenda.find((segment) => segment.id === room.current);
  const rest = open ? Math.max(0, leftMilliseconds(open, now) ?? 0) : 0;
  return now + rest + agenda.filter((segment) => segment.state === "upcoming")
    .reduce((sum, segment) => sum + segment.timeboxSeconds * 1000, 0);
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
