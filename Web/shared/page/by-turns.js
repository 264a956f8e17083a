// Knows how a talk takes many messages that come at once: the first with what is drawn now, more of them in each turn
// after it, so that neither a tap nor a frame waits for all.

/** So many at most are added in one turn. */
const TURN = 12;

/**
 * @param {() => void} again called in a later turn while some are still to come
 * @returns {(count: number, key?: string) => number} how many of `count` are to stand there now; all of them the first
 *   time, when `key` names another list than before, and when nobody looks
 */
export function byTurns(again) {
  let shown = 0;
  /** @type {string|null} */
  let list = null;
  let isDue = false;
  return (count, key = "") => {
    const isAll = list !== key || document.visibilityState !== "visible" || count <= shown + TURN;
    list = key;
    shown = isAll ? count : shown + TURN;
    if (!isAll && !isDue) {
      isDue = true;
      // After the frame and not in it, which has to lay out and paint what stands there already.
      requestAnimationFrame(() => setTimeout(() => {
        isDue = false;
        again();
      }));
    }
    return shown;
  };
}
