// Knows who is signed in, and how a request that met an expired login is repeated once somebody signed in again.
import { HTTPFailure, get, post } from "../shared/line/http.js";
import { forget } from "../shared/page/stored.js";
import { loginAgain } from "./login.js";

/**
 * @typedef {{name: string, login: string, role: string, hasPassword?: boolean, network: {id: string,
 *   name: string}}} Account
 */

/** @type {{account: Account|null, csrf: string|undefined}} */
const signed = { account: null, csrf: undefined };
/** @type {Set<() => void>} */
const listeners = new Set();
/** @type {Promise<boolean>|null} */
let asking = null;

/** The account in use, null when nobody is signed in. */
export function account() { return signed.account; }

/**
 * Calls back at every change of who is signed in.
 * @param {() => void} listener
 * @returns {() => void} to stop it
 */
export function onAccount(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Takes in what login, setup and `GET /api/account` answer.
 * @param {{account: Account, csrf: string}} answer
 */
export function signedIn({ account: who, csrf }) {
  signed.account = who;
  signed.csrf = csrf;
  for (const listener of listeners) listener();
}

/**
 * Asks the server who is signed in; false when nobody is. Other failures are thrown.
 * @returns {Promise<boolean>}
 */
export async function checkAccount() {
  try {
    signedIn(await get("/api/account"));
    return true;
  } catch (failure) {
    if (!isSignedOut(failure)) throw failure;
    clear();
    return false;
  }
}

function clear() {
  signed.account = null;
  signed.csrf = undefined;
  for (const listener of listeners) listener();
}

/**
 * @param {string} login
 * @param {string} password
 * @returns {Promise<void>} throws HTTPFailure
 */
export async function signIn(login, password) { signedIn(await post("/api/account/login", { login, password })); }

/** Signs out here; what this device kept of drafts for leads goes too. */
export async function signOut() {
  await call((csrf) => post("/api/account/logout", {}, { csrf }), false).catch((failure) => {
    // Whoever is signed out already wants nothing more.
    if (!isSignedOut(failure)) throw failure;
  });
  for (const drafts of ["draft.console.", "draft.announce."]) {
    forget(drafts);
    forget(drafts, "session");
  }
  clear();
}

/** @param {unknown} failure */
export function isSignedOut(failure) { return failure instanceof HTTPFailure && failure.status === 401; }

/**
 * Runs a request; if the login has expired, asks to sign in over the page and runs it again.
 * @template Answer
 * @param {(csrf: string|undefined) => Promise<Answer>} request
 * @param {boolean} [mayAsk]
 * @returns {Promise<Answer>} throws HTTPFailure, also 401 when the person would not sign in
 */
export async function call(request, mayAsk = true) {
  try {
    return await request(signed.csrf);
  } catch (failure) {
    // Another tab signed in since: the session is good, only this tab's token is old.
    const isStale = failure instanceof HTTPFailure && failure.code === "badCsrf" && await checkAccount();
    if (!isStale && !(mayAsk && isSignedOut(failure) && await askToSignIn())) throw failure;
    return request(signed.csrf);
  }
}

/**
 * The dialog over the page, once however many ask for it.
 * @returns {Promise<boolean>} whether somebody signed in
 */
export function askToSignIn() {
  asking ??= loginAgain().finally(() => { asking = null; });
  return asking;
}
