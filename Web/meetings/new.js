// Knows how a meeting is planned: what it starts from, title, date, time and zone.
import { get, post } from "../shared/line/http.js";
import { el, put, show } from "../shared/page/html.js";
import { minutes } from "../shared/texts/durations.js";
import { now } from "../shared/line/time.js";
import { onLanguage, t } from "../shared/texts/i18n.js";
import { call } from "./account.js";
import { dayText } from "./dates.js";
import { sayFailure } from "../console/failure.js";
import { field, focusFirstError } from "../shared/parts/field.js";
import { planAdvice } from "../console/prepare/findings.js";
import { blankPlan, inLanguage, planOf, simplePlan, templatePlan, templates } from "./sources.js";
import { twiceField } from "./twice-field.js";
import { deviceZone, fieldsOf, startProblem } from "./zone.js";
import { choose, zoneField } from "./zone-field.js";
import { limit } from "../shared/limits.js";

/** @typedef {import("./sources.js").Plan} Plan */
/** @typedef {import("./sources.js").Template} Template */
/** @typedef {import("./list.js").Meeting} Meeting */

const WEEK_MILLISECONDS = 7 * 24 * 3_600_000;
const AFTER_SCHOOL = "16:00";
const SIMPLE = "simple";
const BLANK = "blank";

/**
 * The page.
 * @param {(meeting: string) => void} done
 * @param {string} [source] the meeting to copy
 * @returns {{node: HTMLElement, stop: () => void}}
 */
export function newPage(done, source = "") {
  const from = field(el("select", { name: "from" }), { label: "console.new.from", hint: "console.new.fromHint" });
  const about = el("p", { class: "hint", hidden: true });
  const title = field(el("input", { name: "title", required: true, maxlength: limit("titleLength"),
    autocomplete: "off" }), { label: "console.new.name", hint: "console.new.nameHint" });
  const soon = fieldsOf(now() + WEEK_MILLISECONDS, deviceZone());
  const date = field(el("input", { type: "date", name: "date", required: true, value: soon.date }),
    { label: "console.new.date" });
  const time = field(el("input", { type: "time", name: "time", required: true, value: AFTER_SCHOOL }),
    { label: "console.new.time" });
  const zone = zoneField(deviceZone());
  const twice = twiceField({ date, time, zone });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const go = el("button", { type: "submit", class: "button primary", t: "console.new.go" });
  const agenda = el("ol", { class: "console-starter" });
  const advice = planAdvice();
  /** @type {Template[]} */
  let known = [];
  /** @type {Meeting[]} */
  let earlier = [];
  let plan = simplePlan();
  let chosen = SIMPLE;
  let isTitled = false;
  title.input.addEventListener("input", () => { isTitled = true; });

  function drawChoices() {
    const option = (/** @type {string} */ value, /** @type {string} */ text) => el("option", { value, text });
    const group = (/** @type {string} */ key, /** @type {Node[]} */ items) => {
      const made = el("optgroup", {}, ...items);
      made.label = t(key);
      return items.length > 0 ? [made] : [];
    };
    from.input.replaceChildren(option(SIMPLE, t("console.new.simple")), option(BLANK, t("meetings.blank")),
      ...group("console.new.templates", known.map((one) => option(`template ${one.id}`, inLanguage(one.title)))),
      ...group("console.new.earlier", earlier.map((one) => option(`meeting ${one.id}`, earlierText(one)))));
    from.input.value = chosen;
  }

  function draw() {
    const template = known.find((one) => `template ${one.id}` === chosen);
    if (chosen === SIMPLE) plan = simplePlan();
    else if (chosen === BLANK) plan = blankPlan();
    else if (template) plan = templatePlan(template);
    drawChoices();
    show(about, template);
    put(about, template ? inLanguage(template.about) : "");
    agenda.replaceChildren(...plan.segments.map((one) => el("li", {},
      el("span", { class: "quiet", t: `kind.${one.kind}` }), " ", el("span", { class: "console-starter-title",
        text: one.title }), " ", el("span", { class: "quiet", text: minutes(one.timeboxSeconds) }))));
    advice.update(plan.segments);
  }

  /** @param {string} choice */
  async function take(choice) {
    show(trouble, false);
    chosen = choice;
    if (choice.startsWith("meeting ")) {
      try {
        const copied = await planOf(choice.slice("meeting ".length));
        if (chosen !== choice) return;
        plan = copied;
      } catch (failure) {
        chosen = SIMPLE;
        sayFailure(trouble, failure);
      }
      if (!isTitled && plan.title) title.input.value = plan.title;
      if (plan.zone) choose(zone, plan.zone);
      if (plan.plannedStart) time.input.value = fieldsOf(plan.plannedStart, zone.input.value).time;
      twice.update();
    }
    draw();
  }

  async function load() {
    const [found, list] = await Promise.allSettled([templates(), call(() => get("/api/meetings"))]);
    if (found.status === "fulfilled") known = found.value;
    if (list.status === "fulfilled") {
      earlier = list.value.meetings.filter((/** @type {Meeting} */ one) => !one.rehearsal)
        .sort((/** @type {Meeting} */ one, /** @type {Meeting} */ other) =>
          (other.plannedStart ?? 0) - (one.plannedStart ?? 0));
    }
    await take(source ? `meeting ${source}` : chosen);
  }

  const form = el("form", { class: "console-form", novalidate: true }, from.node, about, title.node,
    el("div", { class: "console-pair" }, date.node, time.node), twice.field.node, zone.node,
    el("section", { class: "console-panel" }, el("h2", { t: "console.new.agenda" }), agenda, advice.node,
      el("p", { class: "hint", t: "console.new.agendaHint" })),
    trouble, go);
  from.input.addEventListener("change", () => take(from.input.value));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    show(trouble, false);
    const [day, hour, place] = [date.input.value, time.input.value, zone.input.value];
    const problem = startProblem(day, hour, place);
    title.fail(title.input.value.trim() ? null : "console.new.nameMissing");
    date.fail(day ? null : "console.new.dateMissing");
    time.fail(day && problem ? problem : null);
    twice.check();
    if (focusFirstError([title, date, time, twice.field])) return;
    go.disabled = true;
    // A series meets in the same place, on the same call.
    const wish = { title: title.input.value.trim(), plannedStart: twice.instant(), zone: place,
      options: plan.options, segments: plan.segments, place: plan.place ?? null, callLink: plan.callLink ?? null };
    try {
      done((await call((csrf) => post("/api/meetings", wish, { csrf }))).meeting);
    } catch (failure) {
      sayFailure(trouble, failure);
      go.disabled = false;
    }
  });
  draw();
  load();
  const node = el("section", { class: "console-narrow" }, el("h1", { t: "console.new.title" }),
    el("p", { class: "console-lead", t: "console.new.lead" }), form);
  return { node, stop: onLanguage(draw) };
}

/** @param {Meeting} meeting */
function earlierText(meeting) {
  const title = meeting.title || t("console.meetings.untitled");
  return meeting.plannedStart ? `${title}, ${dayText(meeting.plannedStart, meeting.zone)}` : title;
}
