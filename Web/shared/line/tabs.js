// Knows this page among the tabs of its browser: what one tab has on its way is taken over by another only when that one
// is gone, so that nothing is asked twice of a server that may answer twice differently. Where a browser has no locks
// (without TLS), every tab asks for all.
import { randomID } from "../page/random.js";

const NAME = "staffroom.tab.";
/** @type {LockManager|undefined} */
let locks;
/** @type {string|undefined} */
let own;

/**
 * The name of this page; new with every load, and held for as long as the page is there.
 * @returns {string|undefined} nothing where tabs cannot know of each other
 */
export function ownTab() {
  const found = globalThis.navigator?.locks;
  if (!found) return undefined;
  if (found !== locks || !own) {
    locks = found;
    own = randomID();
    found.request(NAME + own, () => new Promise(() => {})).catch(() => {});
  }
  return own;
}

/**
 * Calls back once that page is gone, alone among the tabs that wait for it; at once where that cannot be known.
 * @param {string} tab @param {() => void} then
 */
export function onceGone(tab, then) {
  const found = globalThis.navigator?.locks;
  if (!found) then();
  // A browser that refuses locks is like one without.
  else found.request(NAME + tab, async () => then()).catch(then);
}
