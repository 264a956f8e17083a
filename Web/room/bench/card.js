// Knows the kit on a phone: its steps, the one where I am, where I am with it, and that I can ask to be seen.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { outwards } from "../../shared/page/links.js";
import { benchOf, benchSums, openBench, ownBench, PROGRESS } from "../../shared/model/bench.js";
import { setKit } from "../../shared/model/commands.js";
import { icon } from "../../shared/parts/icons.js";
import { limit } from "../../shared/limits.js";
import { forWhom, otherName } from "../for-whom.js";
import { benchHelp } from "./help.js";
import { benchPhotos } from "./photos.js";
import { benchReview } from "./review.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/types.js").KitState} KitState */
/** @typedef {import("../../shared/model/types.js").BenchStep} BenchStep */

/**
 * @param {{send: import("../for-whom.js").Send, meeting: string, scope: string}} options
 */
export function benchCard({ send: sendFor, meeting, scope }) {
  /** @param {Record<string, any>} command @param {HTMLElement} place */
  const send = (command, place) => sendFor(command, place, state.subject);
  const whose = forWhom({ id: "bench", legend: "bench.whose", mine: "bench.whose.mine", onChange: () => {
    looked = { of: "", step: 0 };
    update(last);
    whose.focus();
  } });
  const title = el("h2", { class: "bench-title visually-hidden", id: "bench-title", tabindex: "-1", t: "bench.title" });
  const steps = el("ol", { class: "bench-steps" });
  const states = PROGRESS.map((one) => el("button", { type: "button", class: "bench-state", data: { state: one },
    "aria-pressed": "false", t: `bench.state.${one}`, on: { click: () => tap(one) } }));
  const on = el("button", { type: "button", class: "button primary wide", hidden: true, on: { click: () => goOn() } });
  const stuck = el("button", { type: "button", class: "button wide bench-stuck", "aria-pressed": "false",
    on: { click: () => tap(isStuck() ? "building" : "stuck") } }, icon("help"), el("span", {}));
  const sending = el("p", { class: "quiet small", role: "status" });
  const working = el("p", { class: "quiet small numbers bench-working" });
  const note = el("input", { id: "bench-note", type: "text", maxlength: limit("kitNoteLength"), autocomplete: "off",
    "aria-describedby": "bench-note-hint" });
  const hint = el("p", { class: "hint", id: "bench-note-hint" });
  const noted = el("form", { class: "field bench-note", hidden: true, on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    saveNote();
  } } }, el("label", { for: "bench-note", t: "bench.note" }), hint, el("div", { class: "bench-note-line" }, note,
    el("button", { type: "submit", class: "button", t: "bench.noteSave" })));
  const help = benchHelp({ send });
  const photos = benchPhotos({ meeting, send });
  /**
   * What is written of one person's kit is never under another's.
   * @type {Map<string, ReturnType<typeof benchReview>>}
   */
  const reviews = new Map();
  const reviewPlace = el("div", {});
  const asked = el("p", { class: "bench-asked", id: "bench-where", t: "bench.where" });
  const element = el("section", { class: "card bench", "aria-labelledby": "bench-title", hidden: true }, title, whose.element,
    help.asked, steps, asked, el("div", { class: "bench-states", role: "group", "aria-labelledby": "bench-where" }, ...states),
    on, stuck, help.coming, noted, sending, el("div", { class: "bench-foot" }, photos.add, working), photos.element,
    reviewPlace);

  /**
   * As it is for whoever is chosen.
   * @type {State}
   */
  let state;
  /** @type {State} */
  let last;
  /** Of which item somebody is chosen. */
  let chosenIn = "";
  /** The step that is looked at, of that item and person, if it is not the one where they are. */
  let looked = { of: "", step: 0 };
  /** The note that is shown as it is kept, and of which item and person. */
  let shownNote = "";
  let shownOf = "";

  const place = () => `${openBench(state.room)?.segment.id}.${state.subject ?? ""}`;

  function own() {
    const open = openBench(state.room);
    return open ? ownBench(state, open.segment.id) : {};
  }

  function stepNow() {
    const last = (openBench(state.room)?.plan.steps.length ?? 1) - 1;
    return Math.min(looked.of === place() ? looked.step : own().place?.step ?? 0, last);
  }

  const isStuck = () => own().place?.state === "stuck";

  /** @param {KitState} wish */
  function tap(wish) {
    const open = openBench(state.room);
    if (!open) return;
    const step = stepNow();
    looked = { of: "", step: 0 };
    // A note is of what one said before; who asks to be seen says what they have just written.
    send(setKit(open.segment.id, step, wish, own().place?.step === step ? note.value.trim() || null : null), element);
  }

  /** The next step: whoever goes there has begun it. */
  function goOn() {
    const open = openBench(state.room);
    if (!open) return;
    looked = { of: "", step: 0 };
    send(setKit(open.segment.id, stepNow() + 1, "building"), element);
    title.focus();
  }

  async function saveNote() {
    const open = openBench(state.room);
    const { place: where } = own();
    if (!open || !where) return;
    await send(setKit(open.segment.id, where.step, where.state, note.value.trim() || null), noted);
  }

  /** @param {State} page @param {string} segment */
  function subjectOf(page, segment) {
    if (segment !== chosenIn) whose.begin();
    chosenIn = segment;
    whose.update(page);
    return page.subject ?? whose.chosen;
  }

  /** @param {string|null} subject */
  function reviewOf(subject) {
    const key = subject ?? "";
    let review = reviews.get(key);
    if (!review) reviews.set(key, review = benchReview({ send, scope: [scope, subject].filter(Boolean).join(".") }));
    if (reviewPlace.firstChild !== review.element) reviewPlace.replaceChildren(review.element);
    return review;
  }

  /** @param {State} page */
  function update(page) {
    last = page;
    const open = page.you?.as === "guest" ? null : openBench(page.room);
    const next = { ...page, subject: subjectOf(page, open?.segment.id ?? "") };
    state = next;
    const other = otherName(next);
    show(element, open);
    for (const part of [help, photos, reviewOf(next.subject)]) part.update(next);
    if (!open || !next.room) return;
    const mine = own();
    const at = stepNow();
    const isHere = mine.place?.step === at;
    const count = open.plan.steps.length;
    list(steps, open.plan.steps.map((step, index) => ({ step, index })), ({ index }) => String(index), createStep,
      (node, { step, index }) => drawStep(node, step, index, at));
    for (const button of states) {
      button.setAttribute("aria-pressed", String(isHere && mine.place?.state === button.dataset.state));
    }
    // One thing to do at a time: whoever is stuck comes first.
    on.classList.toggle("primary", !mine.askers);
    show(on, isHere && mine.place?.state === "working" && at < count - 1);
    say(on, "bench.goOn", { n: at + 2 });
    stuck.setAttribute("aria-pressed", String(isStuck()));
    const ask = isStuck() ? "bench.notStuck" : "bench.stuck";
    say(/** @type {HTMLElement} */ (stuck.lastElementChild), other === null ? ask : `${ask}Of`, { name: other ?? "" });
    say(asked, other === null ? "bench.where" : "bench.whereOf", { name: other ?? "" });
    show(noted, mine.place);
    const reader = other === null ? "bench.noteOwn" : "bench.noteOf";
    say(hint, isStuck() ? "bench.noteStuck" : reader, { name: other ?? "" });
    const kept = mine.place?.note ?? "";
    const isOther = shownOf !== place();
    if (isOther || (kept !== shownNote && document.activeElement !== note)) {
      note.value = kept;
      shownNote = kept;
      shownOf = place();
    }
    show(sending, next.pending.some((item) => "setKit" in item.do));
    say(sending, "common.sending");
    const sums = benchSums(next.room, benchOf(next.room, open.segment.id), count);
    say(working, "bench.haveWorking", { n: sums.working, all: sums.all });
  }

  function createStep() {
    return el("li", { class: "bench-step" }, el("span", { class: "bench-number", "aria-hidden": "true" }),
      el("div", { class: "bench-words" }, el("button", { type: "button", class: "bench-look" }),
        el("p", { class: "bench-links" })));
  }

  /** @param {HTMLElement} node @param {BenchStep} step @param {number} index @param {number} at */
  function drawStep(node, step, index, at) {
    const [number, words] = /** @type {HTMLElement[]} */ ([...node.children]);
    const [look, links] = /** @type {HTMLElement[]} */ ([...words.children]);
    const reached = own().place;
    const isDone = reached !== undefined && (index < reached.step || (index === reached.step && reached.state === "working"));
    node.classList.toggle("is-here", index === at);
    node.classList.toggle("is-done", isDone);
    if (index === at) node.setAttribute("aria-current", "step");
    else node.removeAttribute("aria-current");
    put(number, isDone && index !== at ? "✓" : String(index + 1));
    put(look, step.text);
    look.onclick = () => {
      looked = { of: place(), step: index };
      update(state);
    };
    show(links, index === at && (step.picture || step.link));
    const key = `${step.picture ?? ""} ${step.link ?? ""}`;
    if (links.dataset.of === key) return;
    links.dataset.of = key;
    links.replaceChildren(...[[step.picture, "bench.picture"], [step.link, "bench.link"]].filter(([href]) => href)
      .map(([href, name]) => outwards(String(href), { t: name })));
  }

  return { element, title, update, stop: photos.stop, asked: help.asked };
}
