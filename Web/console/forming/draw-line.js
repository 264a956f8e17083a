// Knows the line under a proposal that says what this draw is: how it differs from the one before, that there is only one,
// or that another choice came to the same groups.
import { el, put, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { seats } from "./plan.js";
import { areSame, difference, hints, sameBecause } from "./another.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./another.js").Sentence} Sentence */

/** @param {(id: string) => string} nameOf */
export function drawLine(nameOf) {
  const node = el("p", { class: "forming-draw quiet", role: "status", hidden: true });
  /** @type {Sentence[]} */
  let said = [];

  function update() {
    put(node, said.map(([key, params]) => t(key, params)).join(" "));
    show(node, said.length > 0);
  }

  return {
    node,
    update,
    clear() {
      said = [];
      update();
    },
    /**
     * @param {{before: Plan, after: Plan, answer: import("./another.js").Answer, isAnother: boolean, place: number,
     *   first: import("./another.js").Answer, people: import("./another.js").People}} draw
     */
    tell({ before, after, answer, isAnother, place, first, people }) {
      const [was, is] = [seats(before), seats(after)];
      // Of many people nobody can say that there is no other, only that none was found.
      const isOnly = answer.alternatives === 1 || (answer.alternatives === undefined && areSame(was, is));
      if (isAnother && isOnly) said = [["forming.draw.only", {}], ...hints(after, people)];
      else if (isAnother) said = difference({ before: was, after: is, answer, first, place, nameOf });
      else if (was.length > 0 && before.draw.choice !== after.draw.choice && areSame(was, is)) {
        said = [["forming.draw.same", { choice: [`forming.choice.${before.draw.choice}`, {}] }],
          ...sameBecause(after.draw.choice, after, people)];
      } else said = [];
      update();
    },
  };
}
