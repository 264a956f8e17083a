// Knows what this device remembers. A browser may refuse storage; then the page works and forgets.

const PREFIX = "staffroom.";

/** @param {"local"|"session"} kind @returns {Storage|null} */
function area(kind) {
  try { return kind === "local" ? localStorage : sessionStorage; } catch { return null; }
}

/**
 * A remembered value, or null.
 * @param {string} key @param {"local"|"session"} [kind] @returns {any}
 */
export function recall(key, kind = "local") {
  try {
    const text = area(kind)?.getItem(PREFIX + key);
    return text ? JSON.parse(text) : null;
  } catch { return null; }
}

/**
 * Remembers a value, or forgets it if it is null.
 * @param {string} key @param {any} value @param {"local"|"session"} [kind]
 */
export function remember(key, value, kind = "local") {
  try {
    if (value === null || value === undefined) area(kind)?.removeItem(PREFIX + key);
    else area(kind)?.setItem(PREFIX + key, JSON.stringify(value));
  } catch { /* Full or forbidden: the page goes on without. */ }
}

/**
 * The keys that begin with `start`, in order.
 * @param {string} start @returns {string[]}
 */
export function storedKeys(start) {
  const store = area("local");
  /** @type {string[]} */
  const keys = [];
  for (let index = 0; store && index < store.length; index += 1) {
    const key = store.key(index);
    if (key?.startsWith(PREFIX + start)) keys.push(key.slice(PREFIX.length));
  }
  return keys.sort();
}

/**
 * Forgets all that begins with `start`.
 * @param {string} start
 */
export function forget(start) {
  for (const key of storedKeys(start)) remember(key, null);
}
