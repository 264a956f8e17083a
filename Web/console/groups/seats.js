// Knows how the server is asked for seats in groups that run, and how what it offers is done.
import { post } from "../../shared/line/http.js";
import { movePeople, openGroup } from "../../shared/model/commands-groups.js";
import { account, call } from "../../meetings/account.js";

/** @typedef {import("../../shared/model/types.js").Move} Move */
/** @typedef {{moves: Move[], groups: string[][]}} Offer moves in groups that run, and one more group each */

/**
 * @param {string} meeting @param {"rest"|"repair"} want @returns {Promise<Offer>} throws HTTPFailure
 */
export function offeredSeats(meeting, want) {
  const wish = { meeting, want };
  return account() ? call((csrf) => post("/api/groups/seats", wish, { csrf })) : post("/api/groups/seats", wish);
}

/**
 * Does what was offered, as one act where nothing has to be opened.
 * @param {import("../desk.js").Desk} desk @param {Offer} offer @param {HTMLElement} trouble
 */
export async function takeSeats(desk, offer, trouble) {
  for (const members of offer.groups) {
    if (!(await desk.act(openGroup({ members, roles: {}, texts: {} }), trouble))) return false;
  }
  return offer.moves.length === 0 || desk.act(movePeople(offer.moves), trouble);
}
