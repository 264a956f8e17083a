// Knows how to keep the screen on where the browser can; where it cannot, nothing happens.

let isWanted = false;
/** @type {any} */
let lock = null;

/** @param {boolean} wanted */
export function keepAwake(wanted) {
  isWanted = wanted;
  if (wanted) acquire();
  else release();
}

async function acquire() {
  const wakeLock = /** @type {any} */ (navigator).wakeLock;
  if (!wakeLock || lock || document.visibilityState !== "visible") return;
  try {
    lock = await wakeLock.request("screen");
    lock.addEventListener("release", () => { lock = null; });
    if (!isWanted) release();
  } catch { lock = null; }
}

function release() {
  lock?.release().catch(() => {});
  lock = null;
}

if (typeof document !== "undefined") {
  // The browser takes the lock away from a hidden page.
  document.addEventListener("visibilitychange", () => { if (isWanted) acquire(); });
}
