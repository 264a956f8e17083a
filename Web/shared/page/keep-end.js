// Knows how a talk stays at its end: who is there sees what comes, and who reads further up is not moved.

/** So near is at the end. */
const NEAR_PIXELS = 80;

/**
 * @param {HTMLElement} scroll
 * @param {() => void} reached called when the end comes into view
 * @returns {{isAt: () => boolean, now: () => void, soon: () => void}} `soon` goes there with the next frame: to move in
 *   the midst of a change would lay the page out once more
 */
export function keepEnd(scroll, reached) {
  let isAt = true;
  let top = 0;
  let height = 0;

  function isNear() { return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_PIXELS; }

  function now() {
    isAt = true;
    scroll.scrollTop = scroll.scrollHeight;
    note();
    reached();
  }

  function note() { [top, height] = [scroll.scrollTop, scroll.scrollHeight]; }

  // Where it stands is noticed when it moves: to ask in the midst of a change would lay the page out at once.
  scroll.addEventListener("scroll", () => {
    // What comes below moves nobody away from the end, nor does a browser that then keeps a row in its place; only who
    // goes up leaves it.
    const hasGoneUp = scroll.scrollTop < top && scroll.scrollHeight === height;
    note();
    if (isNear()) {
      isAt = true;
      reached();
    } else if (hasGoneUp) isAt = false;
  });
  new ResizeObserver(() => { if (isAt) now(); }).observe(scroll);

  return {
    isAt: () => isAt,
    now,
    soon() {
      isAt = true;
      requestAnimationFrame(() => { if (isAt) now(); });
    },
  };
}
