// Knows who is in as facts change it: joining, lobby, presence, name, mode, roles. Mirrors Room+Roster.swift. A tier
// is never folded: nobody is shown another person's.
import { present } from "./present.js";
import { giveUpSeat } from "./forming.js";
import { peopleChanged } from "./people.js";

const COUNTED = "counted";

/** @param {import("../model/types.js").Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyRoster(room, fact) {
  const isMine = applyDoor(room, fact) || applyPerson(room, fact);
  if (isMine) peopleChanged(room);
  return isMine;
}

/** @param {import("../model/types.js").Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
function applyDoor(room, { name, fields, at, isLead }) {
  const id = fields.person;
  const people = room.people ?? {};
  switch (name) {
    case "personJoined":
      if (room.waiting) delete room.waiting[id];
      if (id === COUNTED) {
        if (room.countedPeople !== undefined) room.countedPeople += 1;
      } else {
        room.people = people;
        people[id] = present({
          name: fields.name, school: fields.school, role: fields.role, mode: fields.mode, isScribe: false,
          isPresent: false, isCheckedIn: false, joinedAt: at, offers: [], needs: [],
        });
      }
      return true;
    case "personWaited":
      if (isLead) wait(room, id, fields, at);
      return true;
    case "personDenied":
      if (!isLead) return true;
      if (room.waiting) delete room.waiting[id];
      room.denials = { ...room.denials, [id]: (room.denials?.[id] ?? 0) + 1 };
      return true;
    case "personRemoved":
      giveUpSeat(room, id);
      delete people[id];
      if (!isLead) return true;
      if (room.waiting) delete room.waiting[id];
      (room.removed ??= []).push(id);
      return true;
    case "personReturnedToLobby": {
      giveUpSeat(room, id);
      const person = people[id];
      delete people[id];
      if (isLead && person) wait(room, id, person, at);
      return true;
    }
    default: return false;
  }
}

/** @param {import("../model/types.js").Room} room @param {string} id @param {Record<string, any>} who @param {number} since */
function wait(room, id, who, since) {
  (room.waiting ??= {})[id] = present({ name: who.name, school: who.school, mode: who.mode, since });
}

/** @param {import("../model/types.js").Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
function applyPerson(room, { name, fields, at, isLead }) {
  const person = room.people?.[fields.person];
  /** @type {Record<string, () => void>} */
  const changes = {
    personRenamed: () => change({ name: fields.name, school: fields.school }),
    modeSet: () => change({ mode: fields.mode }),
    tierSet: () => {},
    presenceBegan: () => change({ isPresent: true, isCheckedIn: false, mode: fields.mode, leftAt: undefined }),
    personCheckedIn: () => change({ isPresent: true, isCheckedIn: true, leftAt: undefined }),
    personSeated: () => change({ table: fields.table }),
    presenceEnded: () => change({ isPresent: false, isCheckedIn: false }),
    leaveTaken: () => { if (isLead) change({ leftAt: at }); },
    leadAppointed: () => change({ role: "lead", isScribe: false }),
    leadDismissed: () => change({ role: "participant" }),
    scribeAppointed: () => change({ isScribe: true }),
    scribeDismissed: () => change({ isScribe: false }),
  };
  if (!Object.hasOwn(changes, name)) return false;
  changes[name]();
  return true;

  /** @param {Record<string, any>} values */
  function change(values) {
    if (person) present(Object.assign(person, values));
  }
}
