// Knows the frame of a meeting as facts change it: title, start, options, phase, lock. Mirrors Room+Frame.swift.
import { peopleChanged } from "./people.js";
import { present } from "./present.js";

/** @param {import("../model/types.js").Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyFrame(room, { name, fields, at }) {
  const { details } = room;
  switch (name) {
    case "meetingPlanned":
      Object.assign(details, {
        title: fields.title, plannedStart: fields.plannedStart, zone: fields.zone, options: fields.options,
      });
      break;
    case "meetingRetitled": details.title = fields.title; break;
    case "meetingScheduled": Object.assign(details, { plannedStart: fields.plannedStart, zone: fields.zone }); break;
    case "venueSet": Object.assign(details, { place: fields.place, callLink: fields.callLink }); break;
    case "optionsSet": details.options = fields.options; break;
    case "meetingOpened": Object.assign(details, { phase: "open", openedAt: at }); break;
    case "meetingEnded":
      Object.assign(details, { phase: "ended", endedAt: at });
      endForEverybody(room);
      break;
    case "meetingReopened": Object.assign(details, { phase: "open", endedAt: undefined }); break;
    case "roomLocked": details.isLocked = true; break;
    case "roomUnlocked": details.isLocked = false; break;
    default: return false;
  }
  present(details);
  return true;
}

/**
 * Nobody is present in a meeting that is over. Who chose "count only" is not known here, so their names go with the
 * next welcome, not with this fact.
 * @param {import("../model/types.js").Room} room
 */
function endForEverybody(room) {
  if (room.queue) room.queue = [];
  delete room.turn;
  if (room.waiting) room.waiting = {};
  for (const person of Object.values(room.people ?? {})) {
    person.isPresent = false;
    person.isCheckedIn = false;
  }
  peopleChanged(room);
}
