// Knows for whom somebody taps on their own device: people who are here, have none, and sit at no table that has one.
// Mirrors Room+Rights.swift, `charges`. Pure.
import { me, presentSeats } from "./selectors.js";
import { runningRound, seatIn } from "./selectors-groups.js";

/** @typedef {import("../line/store.js").State} State */
/** @typedef {import("./people.js").Seat} Seat */

/** In these ways of taking part others tap for one. */
export const NEEDING_OTHERS = ["room_no_device", "table_device", "phone_in"];

/**
 * Those of one's own group first.
 * @param {State} state @returns {Seat[]}
 */
export function chargesOf(state) {
  const { room, you } = state;
  const self = me(state);
  if (!room || !self || !you || self.role === "table" || self.role === "guest") return [];
  const group = seatIn(room, runningRound(room), you.person)?.group;
  const isOfMine = (/** @type {Seat} */ { id }) => group?.members.includes(id) === true;
  const isForAll = self.role === "lead" || self.role === "coordinator" || self.isScribe;
  const writes = group !== undefined && group.roles.scribe === you.person;
  if (!isForAll && !writes) return [];
  const those = presentSeats(room).filter((seat) => seat.id !== you.person && seat.person.role === "participant"
    && !seat.person.table && NEEDING_OTHERS.includes(seat.person.mode) && (isForAll || isOfMine(seat)));
  return [...those.filter(isOfMine), ...those.filter((seat) => !isOfMine(seat))];
}
