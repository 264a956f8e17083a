// Knows one prompt on a phone: the question, who will see the answer, said before one types; then the answer handed in,
// and all of them once they are shown.
import { el, put, say, show } from "../../shared/page/html.js";
import { answeredOf, circleOf, isOpen, isSameAnswer, isWhole, narrowings, ownAnswer, ownPrompt }
  from "../../shared/model/prompts.js";
import { saveResponse } from "../../shared/model/commands.js";
import { chargesOf } from "../../shared/model/charges.js";
import { otherName } from "../for-whom.js";
import { answersPart } from "./answers.js";
import { inputFor } from "./inputs.js";
import { saving } from "./saving.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/types.js").Prompt} Prompt */
/** @typedef {import("./saving.js").Narrowing} Narrowing */

/**
 * @param {Prompt} prompt
 * @param {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>,
 *   sendFor: import("../for-whom.js").Send, place: string, whose: HTMLElement}} options `place` is the meeting and
 *   whoever answers; `whose` asks who that is
 */
export function promptCard(prompt, { send, sendFor, place, whose }) {
  const { id } = prompt;
  const title = el("h2", { id: `prompt-${id}`, class: "prompt-text", tabindex: "-1" });
  const circle = el("p", { class: "quiet small" });
  const narrow = el("select", { id: `narrow-${id}`, on: { change: () => changed() } },
    ...["", ...narrowings(prompt)].map((one) => el("option", { value: one })));
  const narrowLabel = el("label", { for: `narrow-${id}` });
  const narrower = el("div", { class: "field", hidden: narrowings(prompt).length === 0 },
    narrowLabel, narrow);
  const input = inputFor(prompt, () => changed());
  const hat = el("input", { type: "checkbox", on: { change: () => changed() } });
  const hatLine = el("label", { class: "check prompt-hat" }, hat, el("span", { t: "prompts.hat" }));
  const unseen = el("p", { class: "notice small", hidden: true });
  const saved = el("span", { class: "quiet", role: "status" });
  const answered = el("span", { class: "numbers" });
  const handIn = el("button", { type: "submit", class: "button primary" });
  const form = el("form", { class: "stack", on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    hand();
  } } }, unseen, input.element, hatLine, narrower, el("p", { class: "prompt-line small" }, saved, answered), handIn);
  const mine = el("div", { class: "prompt-mine" });
  const change = el("button", { type: "button", class: "button", t: "prompts.change", on: { click: () => {
    isChanging = true;
    update(state);
    title.focus();
  } } });
  const done = el("div", { class: "stack", hidden: true }, el("p", { t: "prompts.handedIn" }), mine,
    el("p", { class: "prompt-line small" }, change, el("span", { class: "numbers" })));
  const left = el("div", { class: "prompt-mine" });
  const unhanded = el("p", { class: "quiet small", t: "prompts.unhanded" });
  const held = el("div", { class: "stack", hidden: true }, el("p", { class: "quiet", t: "prompts.held" }), left, unhanded);
  const answers = answersPart({ send: sendFor });
  const element = el("section", { class: "card prompt", "aria-labelledby": `prompt-${id}` }, title, whose, circle, form,
    done, held, answers.element);
  const keeper = saving({ place: `${place}.prompt.${id}`, onChange: () => sayKept(),
    send: async ({ answer, narrowing }, isHandedIn) => {
      // What was handed in somewhere else does not become a draft by a few letters here.
      if (!isHandedIn && ownPrompt(state, id)?.response?.isUnseen) return false;
      return send(saveResponse(id, answer, narrowing, isHandedIn || staysHandedIn(answer)), form);
    } });

  /** @type {State} */
  let state;
  /** Whether an answer that was handed in is open to be changed. */
  let isChanging = false;
  let isFilled = false;

  const written = () => ({ answer: { ...input.get(), ...hat.checked && { isStudent: true } },
    narrowing: /** @type {Narrowing} */ (narrow.value || null) });

  const changed = () => {
    keeper.note(written());
    if (state) update(state);
  };

  /**
   * Whoever changes what they handed in and goes away has handed it in all the same.
   * @param {import("../../shared/model/types.js").Answer} answer
   */
  const staysHandedIn = (answer) => ownPrompt(state, id)?.response?.isHandedIn === true && isWhole(prompt, answer);

  const hand = async () => {
    const now = written();
    if (!isWhole(prompt, now.answer)) return;
    if (await keeper.handIn(now)) {
      isChanging = false;
      update(state);
      if (form.contains(document.activeElement) || document.activeElement === document.body) change.focus();
    }
  };

  const sayKept = () => {
    if (keeper.waiting) say(saved, "prompts.saving");
    else if (ownPrompt(state, id)?.response) say(saved, "prompts.saved");
    else put(saved, "");
  };

  /** @param {State} next */
  const update = (next) => {
    state = next;
    const current = next.room?.prompts?.find((one) => one.id === id);
    if (!current || !next.room) return;
    const own = ownPrompt(next, id);
    const open = isOpen(current);
    const other = otherName(next);
    const isUnseen = own?.response?.isUnseen === true;
    const isHanded = own?.response?.isHandedIn === true && !isUnseen && !keeper.waiting;
    put(title, current.text ?? "");
    fill(own);
    const isWriting = open && (!isHanded || isChanging);
    show(form, isWriting);
    show(done, open && !isWriting);
    show(held, !open && current.revealedAt === undefined);
    show(answers.element, current.revealedAt !== undefined);
    show(circle, current.revealedAt === undefined);
    const widest = circleOf(current, written().narrowing);
    say(circle, other === null ? `prompts.circle.${widest}` : `prompts.circleOf.${widest}`, { name: other ?? "" });
    say(narrowLabel, other === null ? "prompts.narrow" : "prompts.narrowOf");
    for (const option of narrow.options) {
      const named = option.value || current.circle;
      say(option, other === null ? `prompts.narrow.${named}` : `prompts.narrowOf.${named}`, { name: other ?? "" });
    }
    show(whose, current.revealedAt === undefined && chargesOf(next).length > 0);
    show(hatLine, current.hasHat);
    show(unseen, isUnseen);
    if (isUnseen) say(unseen, "prompts.unseen", { name: other ?? "" });
    const count = answeredOf(next.room, current);
    for (const node of [answered, /** @type {HTMLElement} */ (done.querySelector(".numbers"))]) {
      say(node, "prompts.answered", { n: count.answered, all: count.all });
    }
    say(handIn, isHanded || isChanging ? "prompts.handInAgain" : "prompts.handIn");
    handIn.disabled = !isWhole(current, written().answer);
    drawMine(mine, current, ownAnswer(own));
    drawMine(left, current, keeper.waiting?.answer ?? ownAnswer(own));
    show(unhanded, left.childElementCount > 0 && own?.response?.isHandedIn !== true);
    say(unhanded, other === null ? "prompts.unhanded" : "prompts.unhandedOf");
    sayKept();
    if (current.revealedAt !== undefined) answers.update(next, current, writtenHere(next, id));
  };

  /**
   * What another device wrote comes in, unless something is being written here.
   * @param {import("../../shared/model/types.js").OwnPrompt|null} own
   */
  const fill = (own) => {
    if (keeper.waiting) {
      if (!isFilled) putIn(keeper.waiting.answer, keeper.waiting.narrowing);
      if (!isFilled) keeper.flush();
    } else if (!isSameAnswer(written().answer, ownAnswer(own)) && !form.contains(document.activeElement)) {
      putIn(ownAnswer(own), own?.response?.narrowing ?? null);
    }
    isFilled = true;
  };

  /** @param {import("../../shared/model/types.js").Answer} answer @param {Narrowing} narrowing */
  const putIn = (answer, narrowing) => {
    input.set(answer);
    hat.checked = answer.isStudent === true;
    narrow.value = narrowing ?? "";
  };

  // What was written for one person goes to the server before another is written for.
  return { element, update, title, stop() {
    keeper.flush();
    keeper.stop();
  } };
}

/**
 * The answers that were written on this device, with whom each is of: nobody where it is one's own.
 * @param {State} state @param {string} prompt @returns {Map<string, string|null>}
 */
function writtenHere(state, prompt) {
  /** @type {Map<string, string|null>} */
  const found = new Map();
  for (const id of [null, ...chargesOf(state).map((seat) => seat.id)]) {
    const { response } = ownPrompt(id === null ? state : { ...state, subject: id }, prompt) ?? {};
    if (response && !response.isUnseen) found.set(response.id, id);
  }
  return found;
}

/** @param {HTMLElement} place @param {Prompt} prompt @param {import("../../shared/model/types.js").Answer} answer */
export function drawMine(place, prompt, { texts, numbers, isStudent }) {
  const words = prompt.kind === "choice" || prompt.kind === "order" ? numbers.map((one) => prompt.choices[one] ?? "")
    : [...texts, ...numbers.map(String)];
  place.replaceChildren(...words.map((one) => el("p", { class: "prompt-own", text: one })),
    ...words.length > 0 && isStudent ? [el("p", {}, el("span", { class: "tag", t: "prompts.asStudent" }))] : []);
}
