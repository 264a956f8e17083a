// Knows the page of a past meeting: what its log says, in sentences first, each with its figure and how it is made.
import { get } from "../shared/line/http.js";
import { el, show } from "../shared/page/html.js";
import { onLanguage, timeOfDay } from "../shared/texts/i18n.js";
import { call } from "./account.js";
import { dayText } from "./dates.js";
import { sayFailure } from "../console/failure.js";
import { figures, sentences } from "./past-sentences.js";

/**
 * @param {string} meeting
 * @returns {{node: HTMLElement, stop: () => void}}
 */
export function pastPage(meeting) {
  const status = el("p", { role: "status", t: "console.loading" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const body = el("div", { class: "console-past" });
  const node = el("section", { class: "console-page" }, status, trouble, body,
    el("p", {}, el("a", { class: "button", href: "#meetings", t: "console.past.back" })));
  /** @type {Record<string, any>|null} */
  let told = null;

  async function load() {
    try {
      told = await call(() => get(`/api/meetings/${encodeURIComponent(meeting)}/report`));
      draw();
    } catch (failure) {
      sayFailure(trouble, failure);
    }
    show(status, false);
  }

  function draw() {
    if (!told) return;
    const start = told.plannedStart;
    body.replaceChildren(
      el("h1", { text: told.title }),
      start ? el("p", { class: "console-when", text: `${dayText(start, told.zone)}, ${timeOfDay(start, told.zone)}` })
        : el("p", { class: "console-when", t: "console.meetings.noTime" }),
      el("section", { class: "console-card console-past-words" }, el("h2", { t: "console.past.says" }),
        el("ul", {}, ...sentences(told.report).map(({ key, params }) => el("li", { t: [key, params] }))),
        el("p", { class: "quiet small", t: "console.past.limits" })),
      el("details", { class: "console-card" }, el("summary", {}, el("h2", { t: "console.past.figures" })),
        table(told.report)));
  }

  load();
  return { node, stop: onLanguage(draw) };
}

/** @param {Record<string, any>} report */
function table(report) {
  return el("table", { class: "console-figures" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col", t: "console.past.figure" }),
      el("th", { scope: "col", class: "numbers", t: "console.past.value" }))),
    el("tbody", {}, ...figures(report).map(({ key, value }) => el("tr", {},
      el("th", { scope: "row" }, el("span", { t: `console.past.${key}` }),
        el("span", { class: "console-figure-method small", t: `console.past.${key}.method` })),
      el("td", { class: "numbers", text: value })))));
}
