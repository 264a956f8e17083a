// Knows a debrief as it is read in five minutes: three short paragraphs, at most three things to change, then the charts.
import { el } from "../../shared/page/html.js";
import { chartFigure } from "../charts/frame.js";
import { charts } from "./charts.js";
import { read, sentence } from "./words.js";

/** @typedef {import("./types.js").Told} Told */

/** @typedef {import("./types.js").Saying} Saying */

/**
 * The parts of the page below its title, in the language in use.
 * @param {Told} told
 * @param {{proposal?: (one: Saying) => HTMLElement, below?: HTMLElement}} [acts] what can be done with a proposal, and
 *   what is said below all of them
 * @returns {HTMLElement[]}
 */
export function debriefParts(told, acts = {}) {
  const items = told.figures?.items ?? [];
  const story = told.says.map((paragraph, at) => el("p", { class: at === 0 && "debrief-lede" },
    ...read(paragraph.map((saying) => sentence("say", saying, items)).join(" "))));
  const next = told.proposals.map((proposal) => el("li", {}, el("div", {}, el("p", { text: sentence("next", proposal, items) }),
    el("p", { class: "quiet small", text: sentence("why", proposal, items) }), acts.proposal?.(proposal))));
  return [
    el("div", { class: "debrief-front" },
      el("section", { class: "debrief-story", label: "figures.story" }, ...story),
      el("section", { class: "debrief-next", "aria-labelledby": "debrief-next" },
        el("div", { class: "part-head" }, el("h2", { id: "debrief-next", t: "figures.next" })),
        next.length > 0 ? el("ol", {}, ...next) : el("p", { class: "quiet", t: "figures.nothingNext" }),
        next.length > 0 && acts.below)),
    el("div", { class: "charts" }, ...charts(told).map((one) => chartFigure(one))),
  ];
}
