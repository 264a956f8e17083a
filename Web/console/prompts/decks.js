// Knows the decks: prompts that are there to be asked, by name and language, and those that the network keeps for itself.
// Only an account is given them; whoever leads without one writes their own.
import { get, post } from "../../shared/line/http.js";
import { account, call } from "../../meetings/account.js";

/** @typedef {import("../../shared/model/types.js").PromptPlan} PromptPlan */
/**
 * The network's own deck has no language and no name.
 * @typedef {{key: string, name: string|null, language: string|null, prompts: PromptPlan[]}} Deck
 */
/** @typedef {{id: string, plan: PromptPlan}} KeptPrompt */

/** @type {Promise<Deck[]>|null} */
let coming = null;
/** @type {Set<() => void>} */
const listeners = new Set();

/**
 * All of them, the network's own first; asked for again when they did not come.
 * @returns {Promise<Deck[]>}
 */
export async function fetchDecks() {
  if (!account()) return [];
  coming ??= get("/api/prompts").then(({ decks }) => (Array.isArray(decks) ? decks : []), () => {
    coming = null;
    return [];
  });
  const own = await fetchOwn().catch(() => []);
  const deck = { key: "own", name: null, language: null, prompts: own.map(({ plan }) => plan) };
  return [...own.length > 0 ? [deck] : [], ...await coming];
}

/**
 * What the network keeps for itself.
 * @returns {Promise<KeptPrompt[]>} throws HTTPFailure
 */
export async function fetchOwn() { return (await call(() => get("/api/prompts/own"), false)).own; }

/**
 * Keeps a prompt for any meeting of the network, or changes one that is kept.
 * @param {PromptPlan} plan @param {string} [id] @returns {Promise<KeptPrompt[]>} what is kept now; throws HTTPFailure
 */
export function keepOwn(plan, id) { return change("keep", { ...id ? { prompt: id } : {}, plan }); }

/**
 * Keeps a prompt no more; meetings that asked it have it still.
 * @param {string} id @returns {Promise<KeptPrompt[]>} what is kept now; throws HTTPFailure
 */
export function dropOwn(id) { return change("drop", { prompt: id }); }

/** @param {"keep"|"drop"} verb @param {Record<string, any>} body @returns {Promise<KeptPrompt[]>} */
async function change(verb, body) {
  const { own } = await call((csrf) => post(`/api/prompts/${verb}`, body, { csrf }));
  for (const listener of listeners) listener();
  return own;
}

/**
 * Calls back when there are other ones.
 * @param {() => void} listener @returns {() => void} to stop it
 */
export function onDecks(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Those in a language, and the network's own; all where there is none in it.
 * @param {Deck[]} decks @param {string} language
 */
export function decksIn(decks, language) {
  if (!decks.some((one) => one.language === language)) return decks;
  return decks.filter((one) => one.language === language || one.language === null);
}
