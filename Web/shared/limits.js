// Knows the bounds and tables that the server and the pages share. Swift writes them into limits.json; a page takes
// them in before it starts, and nobody writes one of these numbers again.
import { fetchFile } from "./page/coming.js";
import { fileAddress } from "./page/files.js";

/** @typedef {typeof import("./limits.json")} Limits */
/** @typedef {{least: number, most: number}} Bounds */

/** @type {Limits|null} */
let taken = null;
/** @type {Set<string>} */
let doneForOthers = new Set();

/**
 * Takes in what limits.json says.
 * @param {Limits} limits
 */
export function takeLimits(limits) {
  taken = limits;
  doneForOthers = new Set(limits.doneForOthers);
}

/** Fetches the file; it is needed as the texts are. */
export async function fetchLimits() {
  takeLimits(await fetchFile(fileAddress("shared/limits.json")));
}

/**
 * The most there may be of something: characters, entries, seconds.
 * @param {keyof Limits["limits"]} name @returns {number}
 */
export function limit(name) { return entry(taken?.limits, name); }

/**
 * The least and the most of a number.
 * @param {keyof Limits["bounds"]} name @returns {Bounds}
 */
export function bounds(name) { return entry(taken?.bounds, name); }

/**
 * Whether a command can be given for somebody who has no device of their own.
 * @param {string} command
 */
export function canBeDoneForOthers(command) {
  if (!taken) throw new Error("no limits yet");
  return doneForOthers.has(command);
}

/**
 * @template {object} Table
 * @template {keyof Table & string} Name
 * @param {Table|undefined} table @param {Name} name @returns {Table[Name]}
 */
function entry(table, name) {
  if (!table || !Object.hasOwn(table, name)) throw new Error(`no limit "${name}"${table ? "" : " yet"}`);
  return table[name];
}
