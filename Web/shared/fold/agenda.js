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
        speaker: fields.speaker, leadNote: fields.leadNote, breakout: fields.breakout, bench: fields.bench,
      }));
      return true;
    case "segmentEdited":
      if (segment) {
        const { kind, title, note, timeboxSeconds, speaker, leadNote, breakout, bench } = fields;
        present(Object.assign(segment, { kind, title, note, timeboxSeconds, speaker, leadNote, breakout, bench }));
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
      delete room.itemRules?.[fields.segment];
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
    case "stepUndone":
      undo(room, fields, at);
      return true;
    default: return false;
  }
}

/**
 * All is as it was before a step.
 * @param {Room} room @param {Record<string, any>} fields @param {number} at
 */
function undo(room, fields, at) {
  if (fields.current) room.current = fields.current; else delete room.current;
  for (const { segment: id, state } of fields.segments) {
    const segment = (room.agenda ?? []).find((one) => one.id === id);
    if (!segment) continue;
    if (segment.state === "open") segment.runs.pop();
    if (state === "open" && segment.runs.length) delete segment.runs[segment.runs.length - 1].to;
    segment.state = state;
  }
  for (const pulse of room.pulses ?? []) {
    if (fields.reopened.includes(pulse.id)) delete pulse.closedAt;
    if (fields.closed.includes(pulse.id)) pulse.closedAt = at;
  }
  if (fields.speaker) {
    room.queue = (room.queue ?? []).filter((hand) => hand.person !== fields.speaker);
    room.turn = { person: fields.speaker, startedAt: at, source: "client", words: 0, characters: 0 };
  }
  const rounds = room.rounds ?? [];
  const last = rounds[rounds.length - 1];
  if (last && last.id === fields.round) delete last.endedAt;
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
