// Knows how a meeting is planned: title, date, time, and a sensible agenda to begin with.
import { post } from "../lib/http.js";
import { el, show } from "../lib/html.js";
import { minutes } from "../lib/durations.js";
import { now } from "../lib/time.js";
import { onLanguage } from "../lib/i18n.js";
import { call } from "./console-account.js";
import { sayFailure } from "./console-failure.js";
import { field, focusFirstError } from "./console-field.js";
import { starterAgenda, starterOptions, STARTER_MINUTES } from "./console-starter.js";
import { deviceZone, fieldsOf, instantOf } from "./console-zone.js";

const WEEK_MILLISECONDS = 7 * 24 * 3_600_000;
const AFTER_SCHOOL = "16:00";

/**
 * The page.
 * @param {(meeting: string) => void} done
 * @returns {{node: HTMLElement, stop: () => void}}
 */
export function newPage(done) {
  const zone = deviceZone();
  const soon = fieldsOf(now() + WEEK_MILLISECONDS, zone);
  const title = field(el("input", { name: "title", required: true, maxlength: "120", autocomplete: "off" }),
    { label: "console.new.name", hint: "console.new.nameHint" });
  const date = field(el("input", { type: "date", name: "date", required: true, value: soon.date }),
    { label: "console.new.date" });
  const time = field(el("input", { type: "time", name: "time", required: true, value: AFTER_SCHOOL }),
    { label: "console.new.time", hint: ["console.new.zoneHint", { zone }] });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const go = el("button", { type: "submit", class: "button primary", t: "console.new.go" });
  const agenda = el("ol", { class: "console-starter" });
  const draw = () => agenda.replaceChildren(...starterAgenda().map((plan) => el("li", {},
    el("span", { class: "quiet", t: `kind.${plan.kind}` }), " ", el("span", { class: "console-starter-title",
      text: plan.title }), " ",
    el("span", { class: "quiet", text: minutes(plan.timeboxSeconds) }))));
  draw();
  const form = el("form", { class: "console-form", novalidate: true }, title.node,
    el("div", { class: "console-pair" }, date.node, time.node),
    el("section", { class: "console-panel" }, el("h2", { t: "console.new.agenda" }), agenda,
      el("p", { class: "hint", t: ["console.new.agendaText", { count: STARTER_MINUTES }] })),
    trouble, go);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    show(trouble, false);
    const plannedStart = instantOf(date.input.value, time.input.value, zone);
    title.fail(title.input.value.trim() ? null : "console.new.nameMissing");
    date.fail(date.input.value ? null : "console.new.dateMissing");
    time.fail(time.input.value ? null : "console.new.dateMissing");
    if (focusFirstError([title, date, time]) || plannedStart === null) return;
    go.disabled = true;
    const plan = { title: title.input.value.trim(), plannedStart, zone, options: starterOptions(),
      segments: starterAgenda() };
    try {
      done((await call((csrf) => post("/api/meetings", plan, { csrf }))).meeting);
    } catch (failure) {
      sayFailure(trouble, failure);
      go.disabled = false;
    }
  });
  const node = el("section", { class: "console-narrow" }, el("h1", { t: "console.new.title" }),
    el("p", { class: "console-lead", t: "console.new.lead" }), form);
  return { node, stop: onLanguage(draw) };
}
