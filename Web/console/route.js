// Knows which page an address names. One-time tokens leave the address before anything else happens.
import { recall, remember } from "../shared/page/stored.js";
import { TOKEN_KEY } from "../meetings/setup.js";

/** @typedef {{name: "setup"|"login"|"meetings"|"new"|"network"|"people"|"prepare"|"run"|"past"|"buddies"|"ledger"|"account", value: string}} Route */

const NAMES = ["setup", "login", "meetings", "new", "network", "people", "prepare", "run", "past", "buddies",
  "ledger", "account"];

/**
 * The page the address names; the list of meetings if it names none.
 * @returns {Route}
 */
export function readRoute() {
  const [name, value = ""] = location.hash.slice(1).split("=", 2);
  if (!NAMES.includes(name)) return { name: "meetings", value: "" };
  if (name === "setup") return { name: "setup", value: takeToken(value) };
  return { name: /** @type {Route["name"]} */ (name), value: decode(value) };
}

/**
 * @param {string} value
 * @returns {string} the token, from the address or, after a reload, from this tab
 */
function takeToken(value) {
  if (!value) return recall(TOKEN_KEY, "session") ?? "";
  const token = decode(value);
  remember(TOKEN_KEY, token, "session");
  history.replaceState(null, "", `${location.pathname}${location.search}#setup`);
  return token;
}

/** @param {string} value */
function decode(value) {
  try { return decodeURIComponent(value); } catch { return ""; }
}

/**
 * Goes to a page without leaving a step in the history.
 * @param {string} hash such as "#meetings"
 */
export function replaceRoute(hash) {
  history.replaceState(null, "", `${location.pathname}${location.search}${hash}`);
  dispatchEvent(new HashChangeEvent("hashchange"));
}
