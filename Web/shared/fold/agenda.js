// Knows the agenda as facts change it: editing and flow. Mirrors the second half of Room+Agenda.swift.
import { present } from "./present.js";

/** @typedef {import("../model/types.js").Room} Room */
/** @typedef {import("../model/types.js").Segment} Segment */

/** @param {Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyAgenda(room, { name, fields, at }) {
  const agenda = room.agenda ?? [];
  const index = agenda.findIndex((segment) => segment.id === fields.segment);
  const segment = agenda[index];
  switch (name) {
    case "segmentAdded":
      room.agenda = agenda;
      agenda.splice(within(fields.index, agenda.length), 0, present({
        id: fields.segment, kind: fields.kind, title: fields.title, note: fields.note,
        timeboxSeconds: fields.timeboxSeconds, state: /** @type {const} */ ("upcoming"), runs: [],
      }));
      return true;
    case "segmentEdited":
      if (segment) {
        const { kind, title, note, timeboxSeconds } = fields;
        present(Object.assign(segment, { kind, title, note, timeboxSeconds }));
      }
      return true;
    case "segmentMoved":
      if (segment) {
        agenda.splice(index, 1);
        agenda.splice(within(fields.index, agenda.length), 0, segment);
      }
      return true;
    case "segmentRemoved":
      if (segment) agenda.splice(index, 1);
      return true;
    case "segmentOpened":
      room.current = fields.segment;
      if (segment) {
        segment.state = "open";
        segment.runs.push({ from: at });
      }
      return true;
    case "segmentEnded": return close(room, segment, fields.segment, "done", at);
    case "segmentSkipped": return close(room, segment, fields.segment, "skipped", at);
    case "timeboxSet":
      if (segment) segment.timeboxSeconds = fields.timeboxSeconds;
      return true;
    default: return false;
  }
}

/** @param {number} index @param {number} count */
function within(index, count) { return Math.min(Math.max(0, index), count); }

/**
 * @param {Room} room @param {Segment|undefined} segment @param {string} id
 * @param {"done"|"skipped"} state @param {number} at
 */
function close(room, segment, id, state, at) {
  if (room.current === id) delete room.current;
  if (segment) {
    segment.state = state;
    const last = segment.runs[segment.runs.length - 1];
    if (last && last.to === undefined) last.to = at;
  }
  return true;
}
