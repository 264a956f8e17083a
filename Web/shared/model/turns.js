// Knows turns in a group: who comes next, and the wishes about them. Mirrors Room+Turns.swift; no DOM.
import { personOf } from "./selectors.js";
import { wish } from "./commands-groups.js";

/** @typedef {import("./types.js").Room} Room */
/** @typedef {import("./types.js").Group} Group */

/**
 * Who is here and has had no turn, in the order in which they sit, from whoever has it now.
 * @param {Room|null} room @param {Group} group @returns {string|null}
 */
export function nextTurn(room, { members, turns }) {
  const place = members.indexOf(turns?.person ?? "");
  const order = [...members.slice(place + 1), ...members.slice(0, Math.max(0, place))];
  return order.find((id) => !turns?.had.includes(id) && personOf(room, id)?.isPresent) ?? null;
}

/**
 * @param {string} [after] whose turn it was
 */
export const giveGroupTurn = (after) => wish("giveGroupTurn", { after });
export const endGroupTurns = () => wish("endGroupTurns");
