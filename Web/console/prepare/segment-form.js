// Knows the form of one segment, to add it or to change it.
import { el, show } from "../../shared/page/html.js";
import { addSegment, editSegment } from "../../shared/model/commands.js";
import { field, focusFirstError } from "../../shared/parts/field.js";
import { openSheet } from "../sheet.js";
import { bounds, limit } from "../../shared/limits.js";

/** @typedef {import("../../shared/model/types.js").Segment} Segment */
/** @typedef {import("../../shared/model/types.js").SegmentKind} SegmentKind */
/** @typedef {import("../desk.js").Desk} Desk */

/** @type {SegmentKind[]} */
export const KINDS = ["check-in", "talk", "hands-on", "breakout", "discussion", "reflection", "break", "check-out"];
const USUAL_MINUTES = 10;

/**
 * Opens the form; it stays open, with all that was typed, until the server has taken the change.
 * @param {Desk} desk
 * @param {Segment|null} segment null to add one at the end
 */
export function openSegmentForm(desk, segment) {
  const isNew = segment === null;
  const mostMinutes = Math.floor(bounds("timeboxSeconds").most / 60);
  const choice = el("select", { name: "kind" }, ...KINDS.map((kind) => el("option", { value: kind,
    t: `kind.${kind}` })));
  choice.value = segment?.kind ?? "talk";
  const kind = field(choice, { label: "console.prepare.kind" });
  const title = field(el("input", { name: "title", required: true, maxlength: limit("titleLength"), autocomplete: "off",
    value: segment?.title ?? "" }), { label: "console.prepare.segmentTitle" });
  const minutes = field(el("input", { type: "number", name: "minutes", inputmode: "numeric", min: "1",
    max: mostMinutes, required: true, value: String(shownMinutes(segment)) }),
  { label: "console.prepare.minutes", hint: "console.prepare.minutesHint" });
  const note = field(el("textarea", { name: "note", rows: "3", maxlength: limit("noteLength"),
    value: segment?.note ?? "" }),
    { label: "console.prepare.note", hint: "console.prepare.noteHint" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const go = el("button", { type: "submit", class: "button primary", t: isNew
    ? "console.prepare.addGo" : "console.save" });
  const form = el("form", { class: "console-form", novalidate: true },
    el("div", { class: "console-pair" }, kind.node, minutes.node), title.node, note.node, trouble, go);
  const sheet = openSheet({ title: isNew ? "console.prepare.addTitle" : "console.prepare.editTitle" });
  sheet.body.append(form);
  (isNew ? choice : title.input).focus();

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    show(trouble, false);
    const count = Number(minutes.input.value);
    title.fail(title.input.value.trim() ? null : "console.prepare.titleMissing");
    minutes.fail(count >= 1 && count <= mostMinutes ? null : "console.prepare.minutesWrong");
    if (focusFirstError([title, minutes])) return;
    // A timebox in odd seconds keeps them unless the minutes were changed.
    const timeboxSeconds = segment && count === shownMinutes(segment) ? segment.timeboxSeconds : Math.round(count * 60);
    const plan = { kind: /** @type {SegmentKind} */ (choice.value), title: title.input.value.trim(), timeboxSeconds,
      note: note.input.value.trim() || null };
    const end = desk.state?.room?.agenda?.length ?? 0;
    go.disabled = true;
    const isDone = await desk.act(isNew ? addSegment(plan, end) : editSegment(segment.id, plan), trouble);
    go.disabled = false;
    if (isDone) sheet.close();
  });
}

/** @param {Segment|null} segment */
function shownMinutes(segment) { return segment ? Math.max(1,
  Math.round(segment.timeboxSeconds / 60)) : USUAL_MINUTES; }
