// Knows the speaking queue and the turn as facts change them. Mirrors Room+Queue.swift; how much somebody has talked
// is folded for leads only.

/** @typedef {import("../model/types.js").Room} Room */

/** @param {Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyQueue(room, { name, fields, at, isLead }) {
  const id = fields.person;
  const { turn } = room;
  switch (name) {
    case "handRaised": {
      const queue = room.queue ??= [];
      if (id !== "counted" && !queue.some((hand) => hand.person === id)) {
        queue.splice(Math.min(Math.max(0, fields.index), queue.length), 0, { person: id, raisedAt: at });
      }
      return true;
    }
    case "handLowered":
    case "handCalled": return leaveQueue(room, id);
    case "turnStarted":
      leaveQueue(room, id);
      room.turn = { person: id, startedAt: at, source: fields.source, words: 0, characters: 0 };
      return true;
    case "speechNoted":
      if (turn && turn.person === id) {
        turn.words += fields.words;
        turn.characters += fields.characters;
      }
      if (isLead && id) talkOf(room, id).words += fields.words;
      return true;
    case "turnEnded":
      delete room.turn;
      if (isLead) {
        const talk = talkOf(room, id);
        talk.turns += 1;
        talk.milliseconds += fields.milliseconds;
      }
      return true;
    default: return false;
  }
}

/** @param {Room} room @param {string} id */
function leaveQueue(room, id) {
  if (room.queue) room.queue = room.queue.filter((hand) => hand.person !== id);
  return true;
}

/** @param {Room} room @param {string} id */
function talkOf(room, id) {
  return (room.talk ??= {})[id] ??= { turns: 0, milliseconds: 0, words: 0 };
}
