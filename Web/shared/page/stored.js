// Knows what this device remembers. A browser may refuse storage; then the page remembers as long as it is open.

const PREFIX = "staffroom.";
/** What storage did not take. @type {Map<string, string>} */
const unkept = new Map();

/**
 * As the browser calls it, in an event of its storage.
 * @param {string} key
 */
export function storedKey(key) { return PREFIX + key; }

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
    const text = unkept.get(`${kind} ${key}`) ?? area(kind)?.getItem(PREFIX + key);
    return text ? JSON.parse(text) : null;
  } catch { return null; }
}

/**
 * Remembers a value, or forgets it if it is null.
 * @param {string} key @param {any} value @param {"local"|"session"} [kind]
 */
export function remember(key, value, kind = "local") {
  const text = value === null || value === undefined ? null : JSON.stringify(value);
  const store = area(kind);
  unkept.delete(`${kind} ${key}`);
  try {
    if (text === null) store?.removeItem(PREFIX + key);
    else if (store) store.setItem(PREFIX + key, text);
    else unkept.set(`${kind} ${key}`, text);
  } catch {
    // Full or forbidden.
    if (text !== null) unkept.set(`${kind} ${key}`, text);
  }
}

/**
 * The keys that begin with `start`, in order.
 * @param {string} start @param {"local"|"session"} [kind] @returns {string[]}
 */
export function storedKeys(start, kind = "local") {
  /** @type {Set<string>} */
  const keys = new Set();
  const store = area(kind);
  for (let index = 0; store && index < store.length; index += 1) {
    const key = store.key(index);
    if (key?.startsWith(PREFIX + start)) keys.add(key.slice(PREFIX.length));
  }
  for (const key of unkept.keys()) if (key.startsWith(`${kind} ${start}`)) keys.add(key.slice(kind.length + 1));
  return [...keys].sort();
}

/**
 * Forgets all that begins with `start`.
 * @param {string} start @param {"local"|"session"} [kind]
 */
export function forget(start, kind = "local") {
  for (const key of storedKeys(start, kind)) remember(key, null, kind);
}
