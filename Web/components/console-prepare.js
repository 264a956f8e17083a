// Knows the page on which a meeting is prepared: title and time, agenda, options, how to join.
import { el, put, say, show } from "../lib/html.js";
import { timeOfDay } from "../lib/i18n.js";
import { retitle, schedule } from "../model/commands.js";
import { field, focusFirstError } from "./console-field.js";
import { connectionLine } from "./console-connection.js";
import { dayText } from "./console-dates.js";
import { joinDetails } from "./console-join.js";
import { optionSwitches } from "./console-options.js";
import { segmentList } from "./console-segments.js";
import { fieldsOf, instantOf } from "./console-zone.js";

/** @typedef {import("./console-desk.js").Desk} Desk */
/** @typedef {import("../lib/store.js").State} State */

/**
 * The page.
 * @param {Desk} desk
 * @returns {{node: HTMLElement, update: (state: State) => void, stop: () => void}}
 */
export function preparePage(desk) {
  const heading = el("h1");
  const when = el("p", { class: "console-lead" });
  const line = connectionLine();
  const about = aboutForm(desk);
  const agenda = segmentList(desk);
  const options = optionSwitches(desk);
  const join = joinDetails();
  const over = el("p", { class: "console-note", t: "console.prepare.over", hidden: true });
  const run = el("a", { class: "button primary", href: `#run=${desk.meeting}`, t: "console.prepare.run" });
  const node = el("div", { class: "console-page" },
    el("p", {}, el("a", { class: "console-backlink", href: "#meetings", t: "console.toMeetings" })),
    el("div", { class: "console-page-head" }, el("div", {}, heading, when), run), line.node, over,
    el("div", { class: "console-prepare" },
      panel("console.prepare.agenda", agenda.node, "is-agenda"), panel("console.prepare.about", about.node),
      panel("console.prepare.options", options.node), panel("console.join.title", join.node)));

  /** @param {State} state */
  function update(state) {
    const { room, links } = state;
    if (!room) return;
    const { title, plannedStart, zone, phase } = room.details;
    if (title) put(heading, title);
    else say(heading, "console.meetings.untitled");
    if (plannedStart === undefined) say(when, "console.meetings.noTime");
    else put(when, `${dayText(plannedStart, zone)}, ${timeOfDay(plannedStart, zone)}`);
    show(over, phase === "ended");
    for (const part of [line, about, agenda, options]) part.update(state);
    join.update(links);
  }

  return { node, update, stop: () => join.stop() };
}

/**
 * @param {string} key
 * @param {HTMLElement} content
 * @param {string} [className]
 */
function panel(key, content, className = "") {
  return el("section", { class: `console-panel ${className}`.trim() }, el("h2", { t: key }), content);
}

/**
 * The form of title and planned start. What is being typed is never overwritten by what others change.
 * @param {Desk} desk
 */
function aboutForm(desk) {
  let isTouched = false;
  let zone = "";
  const title = field(el("input", { name: "title", required: true, maxlength: "120", autocomplete: "off" }),
    { label: "console.new.name" });
  const date = field(el("input", { type: "date", name: "date" }), { label: "console.new.date" });
  const time = field(el("input", { type: "time", name: "time" }), { label: "console.new.time",
    hint: "console.new.time" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const note = el("span", { class: "quiet", role: "status" });
  const go = el("button", { type: "submit", class: "button", t: "console.prepare.aboutSave" });
  const form = el("form", { class: "console-form", novalidate: true }, title.node,
    el("div", { class: "console-pair" }, date.node, time.node), trouble,
    el("div", { class: "console-actions" }, go, note));
  form.addEventListener("input", () => {
    isTouched = true;
    put(note, "");
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const room = desk.state?.room;
    if (!room) return;
    const start = instantOf(date.input.value, time.input.value, zone);
    title.fail(title.input.value.trim() ? null : "console.new.nameMissing");
    date.fail(start !== null || (!date.input.value && !time.input.value) ? null : "console.new.dateMissing");
    if (focusFirstError([title, date])) return;
    say(note, "console.saving");
    const { title: oldTitle, plannedStart } = room.details;
    const wanted = title.input.value.trim();
    const isTitled = wanted === oldTitle || await desk.act(retitle(wanted), trouble);
    const isPlanned = start === (plannedStart ?? null) || await desk.act(schedule(start, zone), trouble);
    if (isTitled && isPlanned) {
      isTouched = false;
      say(note, "console.saved");
      if (desk.state) update(desk.state);
    } else put(note, "");
  });

  /** @param {State} state */
  function update({ room }) {
    if (!room) return;
    zone = room.details.zone;
    say(time.hint, "console.new.zoneHint", { zone });
    for (const one of [title, date, time]) one.input.disabled = room.details.phase === "ended";
    go.disabled = room.details.phase === "ended";
    if (isTouched) return;
    title.input.value = room.details.title ?? "";
    const fields = room.details.plannedStart === undefined ? { date: "",
      time: "" } : fieldsOf(room.details.plannedStart, zone);
    date.input.value = fields.date;
    time.input.value = fields.time;
  }

  return { node: form, update };
}
