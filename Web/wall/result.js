// Knows what a quick question came to, for everybody: three bars with their counts, which name nobody.
import { el, list, put, say, svg } from "../shared/page/html.js";
import { answerCount, answeredCount, presentCounts } from "../shared/model/selectors.js";

/** @typedef {import("../shared/model/types.js").Room} Room */
/** @typedef {import("../shared/model/types.js").PulseAnswer} PulseAnswer */

/** @type {PulseAnswer[]} */
const ANSWERS = ["got_it", "nearly", "lost"];
const WIDTH = 1000;

/**
 * The part. `count` stands in the head: how many answered.
 * @returns {{node: HTMLElement, count: HTMLElement, update: (room: Room,
 *   pulse: import("../shared/model/types.js").Pulse|null) => void}}
 */
export function wallResult() {
  const count = el("span", { class: "numbers" });
  const node = el("ul", { class: "wall-bars" });
  return {
    node,
    count,
    update(room, pulse) {
      if (!pulse) return;
      const answered = answeredCount(pulse);
      // Whoever answered and went has answered all the same.
      say(count, "wall.answeredOf", { count: answered, of: Math.max(answered, presentCounts(room).all) });
      const most = Math.max(1, ...ANSWERS.map((answer) => answerCount(pulse, answer)));
      list(node, ANSWERS, (answer) => answer, create, (row, answer) => {
        const [word, bar, number] = [...row.children];
        const many = answerCount(pulse, answer);
        say(word, `pulse.${answer}`);
        bar.firstElementChild?.setAttribute("width", String(Math.round((many / most) * WIDTH)));
        put(number, String(many));
      });
    },
  };
}

function create() {
  return el("li", {}, el("span", { class: "wall-answer" }),
    svg("svg", { viewBox: `0 0 ${WIDTH} 100`, preserveAspectRatio: "none", class: "wall-bar", "aria-hidden": "true" },
      svg("rect", { width: 0, height: 100 })), el("span", { class: "wall-many numbers" }));
}
