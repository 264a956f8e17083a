// Knows the form of what an invitation says: title, planned start, place and the link of the call. What is being typed is
// never overwritten by what others change.
import { keepForm } from "../../shared/page/form-draft.js";
import { el, say } from "../../shared/page/html.js";
import { retitle, schedule, setVenue } from "../../shared/model/commands.js";
import { field, focusFirstError } from "../../shared/parts/field.js";
import { twiceField } from "../../meetings/twice-field.js";
import { startProblem } from "../../meetings/zone.js";
import { choose, zoneField } from "../../meetings/zone-field.js";
import { limit } from "../../shared/limits.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../../shared/line/store.js").State} State */

const LINK = /^https?:\/\/[^\s/]/i;

/**
 * The form.
 * @param {Desk} desk
 */
export function aboutForm(desk) {
  let isTouched = false;
  const title = field(el("input", { name: "title", required: true, maxlength: limit("titleLength"),
    autocomplete: "off" }), { label: "console.new.name" });
  const date = field(el("input", { type: "date", name: "date" }), { label: "console.new.date" });
  const time = field(el("input", { type: "time", name: "time" }), { label: "console.new.time" });
  const zone = zoneField("Europe/London");
  const twice = twiceField({ date, time, zone });
  const place = field(el("input", { name: "place", maxlength: limit("placeLength"), autocomplete: "off" }),
    { label: "invite.place", hint: "invite.placeHint" });
  const call = field(el("input", { type: "url", name: "call", maxlength: limit("linkLength"), autocomplete: "off",
    inputmode: "url" }), { label: "invite.callLink", hint: "invite.callLinkHint" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const note = el("span", { class: "quiet", role: "status" });
  const go = el("button", { type: "submit", class: "button", t: "console.save" });
  const form = el("form", { class: "console-form", novalidate: true }, title.node,
    el("div", { class: "console-pair" }, date.node, time.node), twice.field.node, zone.node,
    el("div", { class: "console-pair" }, place.node, call.node), trouble,
    el("div", { class: "console-actions" }, go, note));
  const all = [title, date, time, twice.field, zone, place, call];

  const draft = keepForm(form, `console.${desk.meeting}.about`);
  isTouched = draft.isKept;
  if (isTouched) say(note, "plan.unsaved");
  form.addEventListener("input", () => {
    isTouched = true;
    say(note, "plan.unsaved");
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const room = desk.state?.room;
    if (!room) return;
    const where = zone.input.value;
    const start = twice.instant();
    const isEmpty = !date.input.value && !time.input.value;
    const link = call.input.value.trim();
    title.fail(title.input.value.trim() ? null : "console.new.nameMissing");
    date.fail(isEmpty ? null : startProblem(date.input.value, time.input.value, where));
    call.fail(!link || LINK.test(link) ? null : "invite.callLinkWrong");
    twice.check();
    if (focusFirstError([title, date, twice.field, call])) return;
    say(note, "console.saving");
    const { title: oldTitle, plannedStart, zone: oldZone, place: oldPlace, callLink } = room.details;
    const [wanted, hall] = [title.input.value.trim(), place.input.value.trim()];
    const isTitled = wanted === oldTitle || await desk.act(retitle(wanted), trouble);
    const isPlanned = (start === (plannedStart ?? null) && where === oldZone)
      || await desk.act(schedule(start, where), trouble);
    const isPlaced = (hall === (oldPlace ?? "") && link === (callLink ?? ""))
      || await desk.act(setVenue(hall || null, link || null), trouble);
    if (isTitled && isPlanned && isPlaced) {
      isTouched = false;
      draft.clear();
      say(note, "console.saved");
      if (desk.state) update(desk.state);
    } else say(note, "plan.unsaved");
  });

  /** @param {State} state */
  function update({ room }) {
    if (!room) return;
    const { details } = room;
    for (const one of all) one.input.disabled = details.phase === "ended";
    go.disabled = details.phase === "ended";
    if (isTouched) return;
    title.input.value = details.title ?? "";
    choose(zone, details.zone);
    if (details.plannedStart === undefined) [date.input.value, time.input.value] = ["", ""];
    else twice.fill(details.plannedStart);
    place.input.value = details.place ?? "";
    call.input.value = details.callLink ?? "";
  }

  return { node: form, update };
}
