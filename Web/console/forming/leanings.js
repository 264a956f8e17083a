// Knows the three plain weights beside the one-tap choices: what each counts, and what came of it in the groups on the
// screen, in words at once.
import { el, put, say } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { effects } from "./effects.js";

/** @typedef {"strangers"|"mix"|"needs"} Leaning */
/** @typedef {"ignore"|"little"|"normal"|"strong"} Level */

/** @type {Leaning[]} */
const LEANINGS = ["strangers", "mix", "needs"];
/** From nothing to most, as the slider goes. @type {Level[]} */
const LEVELS = ["ignore", "little", "normal", "strong"];
const USUAL = LEVELS.indexOf("normal");

/**
 * The part.
 * @param {() => void} changed called when one was turned
 */
export function leaningsPart(changed) {
  const rows = new Map(LEANINGS.map((leaning) => [leaning, row(leaning)]));
  // Where the groups stand below, the weights would be in their way.
  const node = el("details", { class: "forming-fold", open: matchMedia("(min-width: 68rem)").matches },
    el("summary", { id: "forming-leanings", t: "forming.leanings" }),
    el("div", { class: "forming-leanings", role: "group", "aria-labelledby": "forming-leanings" },
      ...[...rows.values()].map((one) => one.node)));

  /** @param {Leaning} leaning */
  function row(leaning) {
    const id = `leaning-${leaning}`;
    const input = el("input", { type: "range", id, min: "0", max: String(LEVELS.length - 1), step: "1",
      value: String(USUAL), "aria-describedby": `${id}-effect` });
    const level = el("output", { class: "quiet small", for: id });
    const effect = el("p", { class: "quiet small", id: `${id}-effect` });
    const name = el("label", { for: id, t: `forming.leaning.${leaning}` });
    input.addEventListener("input", () => write());
    input.addEventListener("change", changed);
    const made = { input, effect, node: el("div", { class: "forming-leaning" }, el("div", { class: "forming-leaning-head" },
      name, level), input, effect), write };
    function write() {
      const key = `forming.level.${LEVELS[Number(input.value)]}`;
      say(level, key);
      input.setAttribute("aria-valuetext", t(key));
      input.dataset.level = input.value;
    }
    write();
    return made;
  }

  return {
    node,
    /** @returns {Record<Leaning, Level>} as the server is asked */
    values: () => /** @type {Record<Leaning, Level>} */ (Object.fromEntries([...rows].map(([leaning, { input }]) =>
      [leaning, LEVELS[Number(input.value)]]))),
    /**
     * @param {import("./plan.js").Plan} plan
     * @param {Record<string, import("../../shared/model/types.js").Person>} people
     */
    update(plan, people) {
      const told = effects(plan, people);
      for (const [leaning, { effect, write }] of rows) {
        write();
        put(effect, told[leaning].map(([key, params]) => t(key, params)).join(" "));
      }
    },
  };
}
