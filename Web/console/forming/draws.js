// Knows how one draw follows the other on the forming page: what the server is asked for, what counts, and the line that
// says what came of it.
import { areSame, drawSeries } from "./another.js";
import { drawLine } from "./draw-line.js";
import { leaningsPart } from "./leanings.js";
import { seats } from "./plan.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./another.js").People} People */

/**
 * The draws of the page. `counts` is what can be turned, `line` what is said of the proposal.
 * @param {(id: string) => string} nameOf
 * @param {() => void} turned called when what counts was turned
 */
export function draws(nameOf, turned) {
  const series = drawSeries();
  const line = drawLine(nameOf);
  const leanings = leaningsPart(turned);
  let isAnother = false;
  /** @type {Plan|null} what was on the screen when the draw was asked for */
  let before = null;
  return {
    counts: leanings.node,
    line: line.node,
    /**
     * What a wish for groups says of it.
     * @param {Plan} shown @param {boolean} isOther whether another one of those that are as good or nearly
     */
    next(shown, isOther) {
      before = shown;
      isAnother = isOther;
      return { ...series.next(isOther), leanings: leanings.values() };
    },
    /**
     * Says what came. After a change by hand the first of a new series may be what was on the screen already: then there
     * is another to be asked for.
     * @param {Plan} plan @param {import("./another.js").Answer} answer @param {People} people
     * @returns {boolean} whether it is
     */
    took(plan, answer, people) {
      if (!before) return false;
      if (isAnother && answer.alternatives > 1 && areSame(seats(before), seats(plan))) return true;
      line.tell({ before, after: plan, answer, isAnother, ...series.took(answer), people });
      return false;
    },
    /** The plan was changed by hand. */
    forget() {
      series.forget();
      line.clear();
    },
    /** @param {Plan} plan @param {People} people */
    update(plan, people) {
      leanings.update(plan, people);
      line.update();
    },
  };
}
