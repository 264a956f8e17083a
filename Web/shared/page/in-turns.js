// Knows how a page with many parts brings them up to date: all at once while that is quick, else in several turns, so
// that neither a tap nor a frame waits for all of them.

/** A turn ends after the part with which it has lasted so long. */
const TURN_MILLISECONDS = 20;

/**
 * @param {(() => void)[]} parts each brings itself up to date; one that fails takes nothing else with it
 * @param {{now?: () => number, later?: (run: () => void) => void}} [means]
 * @returns {{update: () => void, stop: () => void}}
 */
export function inTurns(parts, means = {}) {
  const { now = () => performance.now(), later = (/** @type {() => void} */ run) => setTimeout(run) } = means;
  /** Those that have waited longest come first. @type {Set<() => void>} */
  const waiting = new Set();
  let isDue = false;

  function turn() {
    const from = now();
    for (const part of waiting) {
      waiting.delete(part);
      try {
        part();
      } catch (fault) {
        reportError(fault);
      }
      const isLong = now() - from >= TURN_MILLISECONDS && document.visibilityState === "visible";
      if (!isLong || waiting.size === 0) continue;
      isDue = true;
      later(() => {
        isDue = false;
        turn();
      });
      return;
    }
  }

  return {
    update() {
      for (const part of parts) waiting.add(part);
      if (!isDue) turn();
    },
    stop() { waiting.clear(); },
  };
}
