// Knows the form of one segment, to add it or to change it, in its place in the agenda.
import { keepForm } from "../../shared/page/form-draft.js";
import { el, say, show } from "../../shared/page/html.js";
import { addSegment, editSegment } from "../../shared/model/commands.js";
import { field, focusFirstError } from "../../shared/parts/field.js";
import { benchForm } from "./bench-form.js";
import { breakoutForm } from "./breakout-form.js";
import { bounds, limit } from "../../shared/limits.js";

/** @typedef {import("../../shared/model/types.js").Segment} Segment */
/** @typedef {import("../../shared/model/types.js").SegmentKind} SegmentKind */
/** @typedef {import("../desk.js").Desk} Desk */

/** @type {SegmentKind[]} */
export const KINDS = ["check-in", "talk", "hands-on", "breakout", "discussion", "reflection", "break", "check-out"];
const USUAL_MINUTES = 10;
/** The item that is being added. */
export const NEW = "new";

/**
 * The form; it stays, with all that was typed, until the server has taken the change.
 * @param {Desk} desk
 * @param {{segment: Segment|null, index?: number, onDone: () => void, more?: Node|null}} how without a segment one is
 *   added before `index`, or at the end; `more` stands beside the button
 * @returns {HTMLFormElement}
 */
export function segmentForm(desk, { segment, index, onDone, more = null }) {
  const isNew = segment === null;
  const mostMinutes = Math.floor(bounds("timeboxSeconds").most / 60);
  const choice = el("select", { name: "kind" }, ...KINDS.map((kind) => el("option", { value: kind,
    t: `kind.${kind}` })));
  choice.value = segment?.kind ?? "talk";
  const kind = field(choice, { label: "console.prepare.kind" });
  const title = field(el("input", { name: "title", required: true, maxlength: limit("titleLength"), autocomplete: "off",
    value: segment?.title ?? "" }), { label: "console.prepare.segmentTitle" });
  const minutes = field(el("input", { type: "number", name: "minutes", inputmode: "numeric", min: "1",
    max: mostMinutes, required: true, value: String(shownMinutes(segment)) }), { label: "console.prepare.minutes" });
  const note = field(el("textarea", { name: "note", rows: "2", maxlength: limit("noteLength"),
    value: segment?.note ?? "" }), { label: "plan.task", hint: "plan.taskHint" });
  const speaker = field(el("input", { name: "speaker", maxlength: limit("nameLength"), autocomplete: "off",
    value: segment?.speaker ?? "" }), { label: "plan.speaker" });
  const own = field(el("textarea", { name: "own", rows: "2", maxlength: limit("noteLength"),
    value: segment?.leadNote ?? "" }), { label: "plan.leadNote", hint: "plan.leadNoteHint" });
  const breakout = breakoutForm(segment?.breakout, isNew, desk.state?.room?.drafts ?? []);
  const bench = benchForm(segment?.bench);
  const showBreakout = () => {
    breakout.show(choice.value === "breakout");
    bench.show(choice.value === "hands-on");
  };
  choice.addEventListener("change", showBreakout);
  showBreakout();
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const state = el("span", { class: "quiet small", role: "status" });
  const go = el("button", { type: "submit", class: "button", t: isNew ? "console.prepare.addGo" : "plan.done" });
  const form = el("form", { class: "plan-form", novalidate: true,
    label: isNew ? "console.prepare.addTitle" : "console.prepare.editTitle" },
  el("div", { class: "plan-form-line" }, title.node, kind.node, minutes.node), note.node, breakout.node, bench.node,
  el("div", { class: "plan-form-pair" }, speaker.node, own.node), trouble,
  el("div", { class: "plan-form-acts" }, state, more, go));

  const draft = keepForm(form, draftOf(desk, segment?.id), { index: String(index ?? "") });
  bench.redraw();
  showBreakout();
  const unsaved = () => say(state, "plan.unsaved");
  if (draft.isKept) unsaved();
  form.addEventListener("input", unsaved);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    show(trouble, false);
    const count = Number(minutes.input.value);
    title.fail(title.input.value.trim() ? null : "console.prepare.titleMissing");
    minutes.fail(count >= 1 && count <= mostMinutes ? null : "console.prepare.minutesWrong");
    if (focusFirstError([title, minutes, ...breakout.check(), ...bench.check()])) return;
    // A timebox in odd seconds keeps them unless the minutes were changed.
    const timeboxSeconds = segment && count === shownMinutes(segment) ? segment.timeboxSeconds : Math.round(count * 60);
    const plan = { kind: /** @type {SegmentKind} */ (choice.value), title: title.input.value.trim(), timeboxSeconds,
      note: note.input.value.trim() || null, speaker: speaker.input.value.trim() || null,
      leadNote: own.input.value.trim() || null, breakout: breakout.value(), bench: bench.value() };
    const place = index ?? desk.state?.room?.agenda?.length ?? 0;
    go.disabled = true;
    const isDone = await desk.act(isNew ? addSegment(plan, place) : editSegment(segment.id, plan), trouble);
    go.disabled = false;
    if (!isDone) return;
    draft.clear();
    onDone();
  });
  return form;
}

/**
 * Where a form is kept that is not saved yet.
 * @param {Desk} desk @param {string} [id] the item; none for one that is being added
 */
export function draftOf(desk, id = NEW) { return `console.${desk.meeting}.item.${id}`; }

/** @param {Segment|null} segment */
function shownMinutes(segment) {
  return segment ? Math.max(1, Math.round(segment.timeboxSeconds / 60)) : USUAL_MINUTES;
}
