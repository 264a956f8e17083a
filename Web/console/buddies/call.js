// Knows how the console asks about buddies.
import { post } from "../../shared/line/http.js";
import { call } from "../../meetings/account.js";

/**
 * A request of the coordinator to the buddies.
 * @param {string} verb
 * @param {object} [body]
 */
export function askBuddies(verb, body = {}) { return call((csrf) => post(`/api/buddies/${verb}`, body, { csrf })); }
