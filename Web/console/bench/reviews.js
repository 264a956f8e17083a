// Knows what people say of a kit: how fiddly and frustrating it was, as teachers and in the student's hat, and how they
// would adapt it, in their words.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { number, t } from "../../shared/texts/i18n.js";
import { reviewSums } from "../../shared/model/bench.js";
import { personName } from "./who.js";

const HATS = /** @type {const} */ ([["benchBoard.asTeacher", false], ["benchBoard.asStudent", true]]);

/** The part. */
export function reviewsOfBench() {
  const empty = el("p", { class: "quiet small", t: "benchBoard.noReviews" });
  const sums = HATS.map(([key]) => el("p", { class: "numbers" }, el("strong", { t: key }), " ", el("span", {})));
  const words = el("ul", { class: "bench-adaptions" });
  const node = el("section", { class: "console-part", "aria-labelledby": "bench-reviews" },
    el("div", { class: "part-head" }, el("h2", { id: "bench-reviews", t: "benchBoard.reviews" })), empty, ...sums, words);
  return {
    node,
    /** @param {import("../../shared/model/types.js").Room} room @param {import("../../shared/model/types.js").Bench} bench */
    update(room, bench) {
      const reviews = bench.reviews ?? [];
      show(empty, reviews.length === 0);
      HATS.forEach(([, isStudent], index) => {
        const { count, fiddly, frustrating } = reviewSums(bench, isStudent);
        show(sums[index], count > 0);
        say(/** @type {HTMLElement} */ (sums[index].lastElementChild), "benchBoard.reviewMeans",
          { count, fiddly: tenths(fiddly), frustrating: tenths(frustrating) });
      });
      list(words, reviews.filter(({ adaption }) => adaption), ({ person, isStudent }) => `${person} ${isStudent}`,
        () => el("li", {}, el("p", { class: "bench-adaption" }), el("p", { class: "quiet small" })),
        (made, { person, isStudent, adaption }) => {
          const [text, by] = /** @type {HTMLElement[]} */ ([...made.children]);
          put(text, adaption ?? "");
          put(by, isStudent ? `${personName(room, person)}, ${t("bench.hat.student")}` : personName(room, person));
        });
    },
  };
}

/** @param {number} mean */
function tenths(mean) { return number(Math.round(mean * 10) / 10); }
