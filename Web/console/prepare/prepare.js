// Knows the page on which a meeting is prepared: title and time, agenda, options, groups, how to join.
import { el, put, say, show } from "../../shared/page/html.js";
import { timeOfDay } from "../../shared/texts/i18n.js";
import { retitle, schedule } from "../../shared/model/commands.js";
import { account } from "../../meetings/account.js";
import { field, focusFirstError } from "../../shared/parts/field.js";
import { formingPart } from "../forming/forming.js";
import { connectionLine } from "../connection.js";
import { dayText } from "../../meetings/dates.js";
import { joinDetails } from "../join.js";
import { optionSwitches } from "./options.js";
import { segmentList } from "./segments.js";
import { fieldsOf, instantOf, startProblem } from "../../meetings/zone.js";
import { choose, zoneField } from "../../meetings/zone-field.js";
import { limit } from "../../shared/limits.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../../shared/line/store.js").State} State */

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
  const groups = formingPart(desk, () => undefined);
  const join = joinDetails();
  const over = el("p", { class: "console-note", t: "console.prepare.over", hidden: true });
  const rehearsal = el("p", { class: "console-note is-rehearsal", hidden: true });
  const run = el("a", { class: "button primary", href: `#run=${desk.meeting}`, t: "console.prepare.run" });
  const node = el("div", { class: "console-page" },
    el("p", {}, el("a", { class: "console-backlink", href: "#meetings", t: "console.toMeetings" })),
    el("div", { class: "console-page-head" }, el("div", {}, heading, when), run), line.node, rehearsal, over,
    el("div", { class: "console-prepare" },
      panel("console.prepare.agenda", agenda.node, "is-agenda"), panel("console.prepare.about", about.node),
      panel("console.prepare.options", options.node), panel("console.join.title", join.node)),
    panel("board.tab", el("details", { class: "forming-fold" }, el("summary", { t: "forming.prepare" }),
      el("p", { class: "hint", t: "forming.prepareText" }), groups.node)));

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
    show(rehearsal, state.isRehearsal);
    say(rehearsal, "console.rehearsal.note", { code: links?.code ?? "" });
    for (const part of [line, about, agenda, options]) part.update(state);
    groups.update();
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
  const title = field(el("input", { name: "title", required: true, maxlength: limit("titleLength"),
    autocomplete: "off" }), { label: "console.new.name" });
  const date = field(el("input", { type: "date", name: "date" }), { label: "console.new.date" });
  const time = field(el("input", { type: "time", name: "time" }), { label: "console.new.time" });
  const zone = zoneField("Europe/London");
  const calendar = el("a", { class: "button", href: `/api/meetings/${encodeURIComponent(desk.meeting)}/calendar.ics`,
    download: true, t: "console.prepare.calendar", hidden: true });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const note = el("span", { class: "quiet", role: "status" });
  const go = el("button", { type: "submit", class: "button", t: "console.prepare.aboutSave" });
  const form = el("form", { class: "console-form", novalidate: true }, title.node,
    el("div", { class: "console-pair" }, date.node, time.node), zone.node, trouble,
    el("div", { class: "console-actions" }, go, calendar, note));
  form.addEventListener("input", () => {
    isTouched = true;
    put(note, "");
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const room = desk.state?.room;
    if (!room) return;
    const place = zone.input.value;
    const start = instantOf(date.input.value, time.input.value, place);
    const isEmpty = !date.input.value && !time.input.value;
    title.fail(title.input.value.trim() ? null : "console.new.nameMissing");
    date.fail(isEmpty ? null : startProblem(date.input.value, time.input.value, place));
    if (focusFirstError([title, date])) return;
    say(note, "console.saving");
    const { title: oldTitle, plannedStart, zone: oldZone } = room.details;
    const wanted = title.input.value.trim();
    const isTitled = wanted === oldTitle || await desk.act(retitle(wanted), trouble);
    const isPlanned = (start === (plannedStart ?? null) && place === oldZone)
      || await desk.act(schedule(start, place), trouble);
    if (isTitled && isPlanned) {
      isTouched = false;
      say(note, "console.saved");
      if (desk.state) update(desk.state);
    } else put(note, "");
  });

  /** @param {State} state */
  function update({ room }) {
    if (!room) return;
    show(calendar, room.details.plannedStart !== undefined && account());
    for (const one of [title, date, time, zone]) one.input.disabled = room.details.phase === "ended";
    go.disabled = room.details.phase === "ended";
    if (isTouched) return;
    title.input.value = room.details.title ?? "";
    choose(zone, room.details.zone);
    const fields = room.details.plannedStart === undefined ? { date: "",
      time: "" } : fieldsOf(room.details.plannedStart, room.details.zone);
    date.input.value = fields.date;
    time.input.value = fields.time;
  }

  return { node: form, update };
}
