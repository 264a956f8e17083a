// Knows an anonymous prompt on a phone: what is true of it is said before one types, what is written stays on this device
// until it is sent, and only this device can change it afterwards.
import { el, put, say, show } from "../../shared/page/html.js";
import { randomID } from "../../shared/page/random.js";
import { recall, remember } from "../../shared/page/stored.js";
import { isOpen, isSameAnswer, isWhole } from "../../shared/model/prompts.js";
import { answerAnonymously } from "../../shared/model/commands.js";
import { limit } from "../../shared/limits.js";
import { chargesOf } from "../../shared/model/charges.js";
import { sayAnswered } from "../../shared/parts/answered.js";
import { answersPart } from "./answers.js";
import { drawMine } from "./card.js";
import { inputFor } from "./inputs.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/types.js").Prompt} Prompt */
/** @typedef {import("../../shared/model/types.js").Answer} Answer */
/**
 * What this device keeps: what is written, what was sent, and the secret that changes it. Nobody else has any of it.
 * @typedef {{written: Answer, sent: Answer|null, token: string}} Kept
 */

/**
 * @param {Prompt} prompt
 * @param {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>, place: string}} options `place`
 *   is the meeting and whoever answers
 */
export function anonymousCard(prompt, { send, place }) {
  const { id } = prompt;
  const key = `sealed.${place}.prompt.${id}`;
  /** @type {Kept} */
  let kept = recall(key) ?? { written: { texts: [], numbers: [] }, sent: null, token: randomID() };
  const title = el("h2", { id: `prompt-${id}`, class: "prompt-text", tabindex: "-1" });
  const few = limit("fewestAnonymous");
  const draft = el("span", { t: "anonymous.device" });
  const truth = el("p", { class: "quiet small prompt-truth" }, el("strong", { t: "anonymous.title" }), " ",
    el("span", { t: "anonymous.nobody" }), " ", el("span", { t: "anonymous.until" }), " ",
    el("span", { t: ["anonymous.few", { n: few }] }), " ", draft);
  const input = inputFor(prompt, () => note());
  const count = el("p", { class: "numbers small" });
  const hand = el("button", { type: "submit", class: "button primary" });
  const form = el("form", { class: "stack", on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    handIn();
  } } }, input.element, hand);
  const mine = el("div", { class: "prompt-mine" });
  const change = el("button", { type: "button", class: "button", t: "prompts.change", on: { click: () => {
    isChanging = true;
    update(state);
    title.focus();
  } } });
  const sent = el("p", { t: "anonymous.sent", role: "status" });
  const done = el("div", { class: "stack", hidden: true }, sent, mine, change);
  const said = el("p", { class: "quiet", hidden: true });
  const others = el("p", { class: "quiet small", t: "anonymous.notForCharges" });
  const answers = answersPart({ send });
  const element = el("section", { class: "card prompt", "aria-labelledby": `prompt-${id}` }, title, truth, others, form, done, said,
    count, answers.element);

  /** @type {State} */
  let state;
  let isChanging = false;
  input.set(kept.written);

  const note = () => {
    kept = { ...kept, written: input.get() };
    remember(key, kept);
    if (state) update(state);
  };

  const handIn = async () => {
    const answer = input.get();
    if (!isWhole(prompt, answer)) return;
    // The secret is on the device before anything is sent: a page that is closed now can still change its answer.
    note();
    if (!await send(answerAnonymously(id, answer, kept.token), form)) return;
    kept = { ...kept, sent: answer };
    remember(key, kept);
    isChanging = false;
    update(state);
    if (form.contains(document.activeElement) || document.activeElement === document.body) change.focus();
  };

  /** @param {State} next */
  const update = (next) => {
    state = next;
    const current = next.room?.prompts?.find((one) => one.id === id);
    if (!current) return;
    put(title, current.text ?? "");
    const open = isOpen(current);
    const isShown = current.revealedAt !== undefined;
    const why = cannot(next, id, kept);
    const isWriting = open && !why && (!kept.sent || isChanging);
    show(truth, open);
    show(others, open && chargesOf(next).length > 0);
    show(draft, isWriting);
    show(form, isWriting);
    show(done, !isShown && kept.sent !== null && !isWriting);
    show(sent, open);
    show(change, open);
    show(answers.element, isShown && !current.isTooFew);
    sayState(current, open, isShown, why);
    show(count, !isShown);
    if (next.room) sayAnswered(count, next.room, current);
    say(hand, kept.sent ? "prompts.handInAgain" : "anonymous.send");
    hand.disabled = !isWhole(current, input.get()) || (kept.sent !== null && isSameAnswer(kept.sent, input.get()));
    if (kept.sent) drawMine(mine, current, kept.sent);
    if (isShown && !current.isTooFew) answers.update(next, current, new Map());
  };

  /**
   * Where it is, in one sentence.
   * @param {Prompt} current @param {boolean} open @param {boolean} isShown @param {string|null} why
   */
  const sayState = (current, open, isShown, why) => {
    const text = isShown ? (current.isTooFew ? "anonymous.tooFew" : null)
      : open ? why : current.isSealed ? "anonymous.sealed" : "anonymous.closing";
    show(said, text !== null);
    if (text) say(said, text, { n: few });
  };

  return { element, update, stop() {}, title };
}

/**
 * Why one cannot answer here, if one cannot.
 * @param {State} state @param {string} prompt @param {Kept} kept
 */
function cannot({ subject, you }, prompt, { sent }) {
  if (subject || you?.role === "table") return "anonymous.notForOthers";
  return sent === null && you?.hasAnswered?.includes(prompt) ? "anonymous.elsewhere" : null;
}
