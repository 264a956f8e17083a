// Knows the steps with a kit as a room reads them from afar: what to do now, and how many have it working. Nobody is
// named, and nobody is counted by what they have not done.
import { el, list, put, say } from "../shared/page/html.js";
import { benchOf, benchSums, busiestStep } from "../shared/model/bench.js";

/** @typedef {import("../shared/model/types.js").BenchStep} BenchStep */

/** So many steps are read from the back of a room: where most are, and what is around it. */
const SHOWN = 4;

/** The part. `count` stands in the head. */
export function wallBench() {
  const count = el("span", { class: "numbers", hidden: true });
  const node = el("ol", { class: "wall-steps", hidden: true, label: "wall.benchSteps" });
  return {
    node,
    count,
    /**
     * @param {import("../shared/model/types.js").Room} room
     * @param {{segment: import("../shared/model/types.js").Segment, plan: import("../shared/model/types.js").BenchPlan}} open
     * @param {number} [most] so many steps have room
     */
    update(room, { segment, plan: { steps } }, most = SHOWN) {
      const bench = benchOf(room, segment.id);
      const sums = benchSums(room, bench, steps.length);
      say(count, "wall.benchWorking", { n: sums.working, all: sums.all });
      const now = busiestStep(bench, steps.length);
      const from = Math.max(0, Math.min(most > 1 ? now - 1 : now, steps.length - most));
      const shown = steps.map((step, index) => ({ step, index })).slice(from, from + most);
      list(node, shown, ({ index }) => String(index),
        () => el("li", {}, el("span", { class: "wall-step-number numbers" }), el("span", { class: "wall-step-text", "data-may-shorten": true })),
        (row, { step, index }) => {
          const [number, text] = /** @type {HTMLElement[]} */ ([...row.children]);
          put(number, String(index + 1));
          put(text, step.text);
          row.classList.toggle("is-now", index === now);
        });
    },
  };
}
