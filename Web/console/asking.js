// Knows how a lead's page asks the server about its meeting: as coordinator by the account, else by the ticket of this
// device.
import { post } from "../shared/line/http.js";
import { account, call } from "../meetings/account.js";

/** @param {string} path @param {Record<string, any>} body @returns {Promise<any>} the answer; throws HTTPFailure */
export function ask(path, body) {
  return account() ? call((csrf) => post(path, body, { csrf })) : post(path, body);
}
