// Knows who is in as facts change it: joining, lobby, presence, name, mode, roles. Mirrors Room+Roster.swift. A tier
// is never folded: nobody is shown another person's.
import { present } from "./present.js";
import { giveUpSeat } from "./forming.js";
import { prepareInstead } from "./drafts.js";
import { peopleChanged } from "./people.js";

const COUNTED = "counted";

/** @param {import("../model/types.js").Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyRoster(room, fact) {
  const isMine = applyDoor(room, fact) || applyPerson(room, fact);
  if (isMine) peopleChanged(room);
  return isMine;
}

/** @param {import("../model/types.js").Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
function applyDoor(room, { name, fields, at, viewer, isLead }) {
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
    case "waitEnded":
      if (isLead && room.waiting) delete room.waiting[id];
      return true;
    case "personRemoved":
      giveUpSeat(room, id);
      delete people[id];
      if (!isLead) return true;
      if (room.waiting) delete room.waiting[id];
      (room.removed ??= []).push(id);
      return true;
    case "personErased":
      giveUpSeat(room, id);
      delete people[id];
      if (isLead && room.waiting) delete room.waiting[id];
      return true;
    case "entryClaimed":
      if (isLead && people[id]) people[id].claims = fields.other;
      return true;
    case "personMerged":
      merge(room, id, fields.into, isLead);
      // A wall has no use for who somebody was before.
      if (viewer === "wall") delete room.merged;
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

/**
 * Two entries are one person: whoever came on another device is here as they were there. Mirrors Merging.swift.
 * @param {import("../model/types.js").Room} room @param {string} id @param {string} into @param {boolean} isLead
 */
function merge(room, id, into, isLead) {
  giveUpSeat(room, id);
  const people = room.people ?? {};
  const [gone, kept] = [people[id], people[into]];
  delete people[id];
  for (const person of Object.values(people)) if (person.claims === id) delete person.claims;
  room.merged ??= {};
  for (const [former, now] of Object.entries(room.merged)) if (now === id) room.merged[former] = into;
  room.merged[id] = into;
  prepareInstead(room, id, into);
  if (room.turn?.person === id) room.turn.person = into;
  const hand = room.queue?.find((one) => one.person === id);
  if (hand && room.queue?.some((one) => one.person === into)) room.queue = room.queue.filter((one) => one !== hand);
  else if (hand) hand.person = into;
  if (isLead && room.talk?.[id]) {
    const talked = room.talk[id];
    delete room.talk[id];
    const own = room.talk[into] ??= { turns: 0, milliseconds: 0, words: 0 };
    own.turns += talked.turns;
    own.milliseconds += talked.milliseconds;
    own.words += talked.words;
  }
  if (gone && kept) takePlace(kept, gone);
}

/** @param {import("../model/types.js").Person} kept @param {import("../model/types.js").Person} gone */
function takePlace(kept, gone) {
  kept.joinedAt = Math.min(kept.joinedAt, gone.joinedAt);
  kept.isScribe ||= gone.isScribe;
  delete kept.claims;
  if (!kept.offers?.length) kept.offers = gone.offers;
  if (!kept.needs?.length) kept.needs = gone.needs;
  kept.teaching ??= gone.teaching;
  const isOnDevice = gone.isPresent && !gone.isCheckedIn;
  if (isOnDevice ? !kept.isPresent || kept.isCheckedIn : gone.isPresent && !kept.isPresent) {
    Object.assign(kept, { isPresent: true, isCheckedIn: gone.isCheckedIn, leftAt: undefined, mode: gone.mode,
      table: gone.table });
  }
  present(kept);
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
