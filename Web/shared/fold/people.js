// Knows how often the people of a room have changed: who there is, their names, whether and how they take part. A room is
// changed in place, so whoever keeps an answer about its people asks here whether it still holds.

/** @typedef {import("../model/types.js").Room} Room */

/** @type {WeakMap<Room, number>} */
const changes = new WeakMap();

/** @param {Room} room */
export function peopleChanged(room) { changes.set(room, changesOfPeople(room) + 1); }

/** @param {Room} room */
export function changesOfPeople(room) { return changes.get(room) ?? 0; }
