// Knows how many rows are drawn without the page standing still: some at once, the rest a slice at a time, and what
// changes meanwhile is drawn with the next slice.

/** So many rows are drawn at once. */
export const SLICE = 40;

/**
 * @param {(until: number) => void} draw draws the first `until` rows
 * @param {(run: () => void) => void} [later] calls back once the page has had its turn
 * @returns {{show: (count: number) => void, stop: () => void}}
 */
export function slices(draw, later = (run) => setTimeout(run)) {
  let drawn = 0;
  let wanted = 0;
  let isComing = false;
  let isStopped = false;

  function step() {
    isComing = false;
    if (isStopped) return;
    drawn = Math.min(wanted, drawn + SLICE);
    draw(drawn);
    if (drawn < wanted) go();
  }

  function go() {
    if (isComing) return;
    isComing = true;
    later(step);
  }

  return {
    /** There are so many rows now, or they read differently. */
    show(count) {
      wanted = count;
      drawn = Math.min(drawn, wanted);
      // What stands there is drawn anew with the slice that comes; nothing is drawn twice in between.
      go();
    },
    stop() { isStopped = true; },
  };
}
