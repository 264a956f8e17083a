// Knows what somebody says of a kit: fiddly, frustrating, how to adapt it; as a teacher, or in the student's hat.
import { el, say, show } from "../../shared/page/html.js";
import { keepDraft } from "../../shared/page/draft.js";
import { openBench, ownBench } from "../../shared/model/bench.js";
import { reviewKit } from "../../shared/model/commands.js";
import { bounds, limit } from "../../shared/limits.js";

/** @typedef {import("../../shared/line/store.js").State} State */

const QUESTIONS = /** @type {const} */ (["fiddly", "frustrating"]);

/**
 * @param {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>, scope: string}} options
 */
export function benchReview({ send, scope }) {
  const { least, most } = bounds("kitScale");
  const numbers = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const hats = ["teacher", "student"].map((hat) => el("label", { class: "choice" },
    el("input", { type: "radio", name: "bench-hat", value: hat, checked: hat === "teacher", on: { change: () => fill() } }),
    el("span", { t: `bench.hat.${hat}` })));
  const scales = QUESTIONS.map((question) => el("fieldset", { class: "bench-scale" },
    el("legend", { t: `bench.${question}` }), el("div", { class: "bench-scale-row" },
      ...numbers.map((number) => el("label", { class: "bench-scale-number" },
        el("input", { type: "radio", name: `bench-${question}`, value: String(number), on: { change: () => ready() } }),
        el("span", { text: String(number) })))),
    el("div", { class: "bench-scale-ends small quiet", "aria-hidden": "true" }, el("span", { t: "bench.notAtAll" }),
      el("span", { t: "bench.very" }))));
  const adaption = el("textarea", { id: "bench-adaption", rows: 2, maxlength: limit("adaptionLength"),
    "aria-describedby": "bench-adaption-hint" });
  const draft = keepDraft(adaption, `${scope}.bench.adaption`);
  const go = el("button", { type: "submit", class: "button", t: "bench.reviewSave", disabled: true });
  const said = el("p", { class: "small", role: "status" });
  const form = el("form", { class: "stack", on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    submit();
  } } }, el("fieldset", { class: "choices bench-hats" }, el("legend", { t: "bench.hat" }), ...hats), ...scales,
  el("div", { class: "field" }, el("label", { for: "bench-adaption", t: "bench.adapt" }),
    el("p", { class: "hint", id: "bench-adaption-hint", t: "bench.adaptHint" }), adaption), go, said);
  const element = el("details", { class: "fold bench-review" }, el("summary", { t: "bench.review" }), form);

  /** @type {State} */
  let state;
  let shownOf = "";

  const hat = () => /** @type {HTMLInputElement} */ (form.querySelector("[name=bench-hat]:checked")).value;

  /** @param {typeof QUESTIONS[number]} question */
  function chosen(question) {
    return /** @type {HTMLInputElement|null} */ (form.querySelector(`[name=bench-${question}]:checked`))?.value ?? null;
  }

  function ready() { go.disabled = QUESTIONS.some((question) => chosen(question) === null); }

  function own() {
    const open = openBench(state.room);
    const isStudent = hat() === "student";
    return open ? ownBench(state, open.segment.id).reviews?.find((one) => one.isStudent === isStudent) : undefined;
  }

  /** What was said in that hat before. */
  function fill() {
    const before = own();
    for (const question of QUESTIONS) {
      for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll(`[name=bench-${question}]`))) {
        box.checked = before !== undefined && Number(box.value) === before[question];
      }
    }
    if (before?.adaption && adaption.value.trim() === "") adaption.value = before.adaption;
    ready();
    tell();
  }

  function tell() {
    show(said, own());
    say(said, "bench.reviewed");
    say(go, own() ? "bench.reviewAgain" : "bench.reviewSave");
  }

  async function submit() {
    const open = openBench(state.room);
    const [fiddly, frustrating] = QUESTIONS.map((question) => Number(chosen(question)));
    if (!open || !fiddly || !frustrating) return;
    const isDone = await send(reviewKit(open.segment.id, { isStudent: hat() === "student", fiddly, frustrating,
      adaption: adaption.value.trim() || null }), form);
    if (isDone) draft.clear();
  }

  /** @param {State} next */
  function update(next) {
    state = next;
    const open = openBench(next.room);
    show(element, open);
    const of = `${open?.segment.id ?? ""}.${next.subject ?? ""}`;
    if (of !== shownOf) {
      shownOf = of;
      fill();
    } else tell();
  }

  return { element, update };
}
