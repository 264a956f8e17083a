// Knows the evaluator's page: a series, one table of its meetings, four questions, the pack. Nobody is named on it.
import { el, show } from "../shared/page/html.js";
import { get, post } from "../shared/line/http.js";
import { onLanguage, t } from "../shared/texts/i18n.js";
import { sayFailure } from "../console/failure.js";
import { chartFigure } from "../figures/charts/frame.js";
import { call } from "../meetings/account.js";
import { placesNav } from "../meetings/places.js";
import { askedPart } from "./asked.js";
import { charts } from "./charts.js";
import { shortDay } from "./day.js";
import { packPart } from "./pack.js";
import { seriesTable } from "./table.js";

/** @typedef {import("./types.js").Series} Series */
/** @typedef {import("./types.js").SeriesFigures} SeriesFigures */
/** @typedef {import("./types.js").AskedSeveral} AskedSeveral */

const ALL = "";

/** @returns {{node: HTMLElement, stop: () => void}} */
export function reviewPage() {
  const status = el("p", { role: "status", t: "console.loading" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const again = el("button", { type: "button", class: "button", t: "console.tryAgain", hidden: true, on: { click: () => begin() } });
  const choice = el("select", { id: "series", on: { change: () => choose(choice.value) } });
  const about = el("p", { class: "quiet" });
  const body = el("div", { class: "review-body" });
  const pack = el("aside", { class: "review-aside" });
  const node = el("section", { class: "review" }, placesNav("figures", "./coordinator.html"),
    el("div", { class: "review-head" }, el("h1", { t: "review.title" }),
      el("div", { class: "field" }, el("label", { for: "series", t: "review.series" }), choice), about),
    status, trouble, again, el("div", { class: "review-columns" }, body, pack));
  /** @type {Series[]} */
  let all = [];
  /** @type {SeriesFigures|null} */
  let figures = null;
  /** @type {AskedSeveral|null} */
  let several = null;
  /** @type {ReturnType<typeof packPart>|null} */
  let part = null;
  let wanted = 0;

  async function begin() {
    show(again, false);
    show(trouble, false);
    try {
      all = (await call(() => get("/api/series"))).series;
      choice.value = ALL;
      drawChoice();
      await choose(all.find(({ meetings }) => meetings.length > 0)?.id ?? ALL);
    } catch (failure) {
      fail(failure);
    }
  }

  /** @param {unknown} failure */
  function fail(failure) {
    show(status, false);
    sayFailure(trouble, failure, { offline: "console.people.offline" });
    show(again, true);
  }

  /** @param {string} series */
  async function choose(series) {
    choice.value = series;
    wanted += 1;
    const asked = wanted;
    figures = null;
    body.replaceChildren();
    show(status, true);
    show(trouble, false);
    show(again, false);
    about.textContent = "";
    part?.stop();
    part = packPart(series === ALL ? undefined : series);
    pack.replaceChildren(part.node);
    try {
      const of = series === ALL ? {} : { series };
      const [told, repeated] = await call((csrf) => Promise.all([post("/api/series/figures", of, { csrf }), post("/api/series/asked", of, { csrf })]));
      // Another one was chosen meanwhile.
      if (asked !== wanted) return;
      [figures, several] = [told, repeated];
      show(status, false);
      draw();
    } catch (failure) {
      if (asked === wanted) fail(failure);
    }
  }

  function drawChoice() {
    const chosen = choice.value;
    choice.replaceChildren(...all.map(({ id, name }) => el("option", { value: id, ...(name ? { text: name } : { t: "review.untitled" }) })),
      el("option", { value: ALL, t: "review.all" }));
    choice.value = chosen;
  }

  function draw() {
    drawChoice();
    if (!figures) return;
    const { meetings, people } = figures;
    const [first, last] = [meetings[0], meetings[meetings.length - 1]];
    const [from, to] = [first, last].map((one) => shortDay(one?.start, one?.zone));
    about.textContent = first ? t(from === to ? "review.aboutDay" : "review.about", { meetings: ["review.meetings", { count: meetings.length }],
      people: ["review.people", { count: people }], from, to }) : "";
    body.replaceChildren(...(meetings.length > 0 ? [seriesTable(figures),
      el("div", { class: "charts" }, ...charts(figures).map((one) => chartFigure(one))),
      several && askedPart(several), figures.isComingHeldBack && el("p", { class: "quiet small", t: "review.coming.heldBack" }),
      el("p", { class: "quiet small", t: "review.limits" })].flatMap((one) => one || []) : [el("p", { class: "quiet", t: "review.empty" })]));
  }

  begin();
  const stop = onLanguage(draw);
  return { node, stop: () => { stop(); part?.stop(); } };
}
