// Knows how the console asks about buddies.
import { post } from "../lib/http.js";
import { call } from "./console-account.js";

/**
 * A request of the coordinator to the buddies.
 * @param {string} verb
 * @param {object} [body]
 */
export function askBuddies(verb, body = {}) { return call((csrf) => post(`/api/buddies/${verb}`, body, { csrf })); }
