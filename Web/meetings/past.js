// Knows the page of a past meeting: what there is to learn of it in five minutes, then charts, then every figure of its log.
import { get } from "../shared/line/http.js";
import { el, show } from "../shared/page/html.js";
import { LANGUAGES, fetchLanguage, onLanguage, timeOfDay } from "../shared/texts/i18n.js";
import { debriefParts } from "../figures/debrief/part.js";
import { account, call } from "./account.js";
import { carryAct, nowherePlanned } from "./carry.js";
import { dayText } from "./dates.js";
import { sayFailure } from "../console/failure.js";
import { importsPart } from "./imports/part.js";
import { minutesPart } from "./minutes.js";
import { figures, sentences } from "./past-sentences.js";
import { placesNav } from "./places.js";

/** @typedef {import("../figures/debrief/types.js").Told} Told */
/** @typedef {Record<string, any>} Report */

/**
 * @param {string} meeting
 * @returns {{node: HTMLElement, stop: () => void}}
 */
export function pastPage(meeting) {
  const status = el("p", { role: "status", t: "console.loading" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const again = el("button", { type: "button", class: "button", t: "console.tryAgain", hidden: true,
    on: { click: () => load() } });
  const body = el("div", { class: "debrief" });
  const minutes = minutesPart(meeting, "h2");
  // An evaluator reads figures, not who wrote what.
  const isCoordinator = account()?.role === "coordinator";
  show(minutes, isCoordinator);
  const reports = importsPart(meeting);
  show(reports, isCoordinator);
  const node = el("section", { class: "console-page debrief-page" }, placesNav("figures"), status, trouble, again, body,
    reports, minutes, el("p", { class: "debrief-back" }, el("a", { class: "button", href: "#meetings", t: "console.past.back" })));
  /** @type {{told: Told, report: Report}|null} */
  let known = null;

  async function load() {
    for (const one of [trouble, again]) show(one, false);
    show(status, true);
    const path = `/api/meetings/${encodeURIComponent(meeting)}`;
    try {
      const [told, { report }] = await call(() => Promise.all([get(`${path}/figures`), get(`${path}/report`)]));
      known = { told, report };
      // What was noted in the next agenda may be in the other language.
      if (told.next?.notes.length > 0) await Promise.all(LANGUAGES.map(fetchLanguage));
      draw();
    } catch (failure) {
      sayFailure(trouble, failure, { offline: "console.people.offline" });
      show(again, true);
    }
    show(status, false);
  }

  function draw() {
    if (!known) return;
    const { told, report } = known;
    body.replaceChildren(head(told, report, minutes), ...(told.figures ? debriefParts(told, acts(told))
      : [el("p", { class: "quiet", t: "figures.notEnough" })]), everything(report, !told.figures));
  }

  /** @param {Told} told */
  function acts(told) {
    if (!isCoordinator) return {};
    return told.next ? { proposal: (/** @type {import("../figures/debrief/types.js").Saying} */ one) => carryAct(meeting, told, one) }
      : { below: nowherePlanned(meeting) };
  }

  load();
  return { node, stop: onLanguage(draw) };
}

/** @param {Told} told @param {Report} report @param {HTMLElement} minutes */
function head(told, report, minutes) {
  const sittings = told.figures?.sittings ?? [];
  const [from] = sittings[0] ?? [told.plannedStart ?? undefined];
  const end = sittings[sittings.length - 1]?.[1];
  const print = el("button", { type: "button", class: "button bare", t: "figures.print", on: { click: () => globalThis.print() } });
  const toMinutes = el("button", { type: "button", class: "button bare", t: "console.minutes.title", hidden: minutes.hidden,
    on: { click: () => {
      const title = minutes.querySelector("h2");
      title?.setAttribute("tabindex", "-1");
      title?.focus();
    } } });
  return el("div", { class: "debrief-head" },
    el("div", {}, from === undefined || end === undefined ? el("p", { class: "quiet", t: "console.meetings.noTime" })
      : el("p", { class: "quiet numbers", t: ["figures.when", { day: dayText(from, told.zone), count: report.attended,
        time: timeOfDay(end, told.zone) }] }),
    el("h1", { ...(told.title ? { text: told.title } : { t: "console.meetings.untitled" }) })),
    el("div", { class: "debrief-acts" }, toMinutes, print));
}

/**
 * What the log says beyond that, with how each figure is made.
 * @param {Report} report @param {boolean} isOpen
 */
function everything(report, isOpen) {
  return el("details", { class: "debrief-all", open: isOpen }, el("summary", {}, el("h2", { t: "figures.all" })),
    el("ul", { class: "console-past-words" },
      ...sentences(report).map(({ key, params }) => el("li", { t: [key, params] }))),
    table(report), el("p", { class: "quiet small", t: "figures.limits" }));
}

/** @param {Report} report */
function table(report) {
  return el("table", { class: "console-figures" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col", t: "console.past.figure" }),
      el("th", { scope: "col", class: "numbers", t: "console.past.value" }))),
    el("tbody", {}, ...figures(report).map(({ key, value }) => el("tr", {},
      el("th", { scope: "row" }, el("span", { t: `console.past.${key}` }),
        el("span", { class: "console-figure-method small", t: `console.past.${key}.method` })),
      el("td", { class: "numbers", text: value })))));
}
