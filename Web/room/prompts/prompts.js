// Knows where prompts stand on a phone: those that are asked now, those that wait to be shown, and what was shown last.
import { el } from "../../shared/page/html.js";
import { heldPrompts, openPrompts, shownPrompts } from "../../shared/model/prompts.js";
import { forWhom } from "../for-whom.js";
import { anonymousCard } from "./anonymous.js";
import { promptCard } from "./card.js";

/** @typedef {import("../../shared/line/store.js").State} State */

/**
 * @param {{send: import("../for-whom.js").Send, scope: string}} options
 */
export function promptCards({ send, scope }) {
  const element = el("div", { class: "prompts", hidden: true });
  /** @type {Map<string, ReturnType<typeof promptCard>>} */
  const cards = new Map();
  /**
   * For whom each prompt is answered here.
   * @type {Map<string, ReturnType<typeof forWhom>>}
   */
  const choosers = new Map();
  /** @type {State} */
  let last;

  /** @param {import("../../shared/model/types.js").Prompt} prompt */
  const chooserOf = (prompt) => {
    const key = `${prompt.id} ${prompt.openedAt}`;
    let chooser = choosers.get(key);
    if (!chooser) {
      const made = forWhom({ id: prompt.id, legend: "prompts.whose", mine: "prompts.whose.mine", onChange: () => {
        update(last);
        made.focus();
      } });
      choosers.set(key, chooser = made);
    }
    return chooser;
  };

  /**
   * Whose answer a card is about: what is shown is read by oneself, and nobody answers anonymously for another.
   * @param {import("../../shared/model/types.js").Prompt} prompt @param {State} state
   */
  const subjectOf = (prompt, state) => {
    if (state.subject !== null || prompt.circle === "anonymous" || prompt.revealedAt !== undefined) return state.subject;
    const chooser = chooserOf(prompt);
    chooser.update(state);
    return chooser.chosen;
  };

  return {
    element,
    /** The title of the first one that waits for an answer. */
    title: () => element.querySelector("h2"),
    update,
  };

  /** @param {State} state */
  function update(state) {
    last = state;
    const { room, you } = state;
    const isAsked = room && you && you.as !== "guest" && you.as !== "waiting";
    const shown = isAsked ? [...openPrompts(room), ...heldPrompts(room), ...shownPrompts(room)] : [];
    const wanted = shown.map((prompt) => {
      const subject = subjectOf(prompt, state);
      return { prompt, subject, key: `${prompt.id} ${prompt.openedAt} ${subject ?? ""}` };
    });
    for (const [key, card] of cards) {
      if (wanted.some((one) => one.key === key)) continue;
      card.stop();
      card.element.remove();
      cards.delete(key);
    }
    wanted.forEach(({ prompt, subject, key }, at) => {
      let card = cards.get(key);
      if (!card) {
        const options = { send: (/** @type {Record<string, any>} */ command, /** @type {HTMLElement} */ place) =>
          send(command, place, subject), place: `${scope}.${subject ?? ""}` };
        card = prompt.circle === "anonymous" ? anonymousCard(prompt, options)
          : promptCard(prompt, { ...options, sendFor: send, whose: chooserOf(prompt).element });
        cards.set(key, card);
      }
      if (element.children[at] !== card.element) element.insertBefore(card.element, element.children[at] ?? null);
      card.update({ ...state, subject });
    });
    element.hidden = wanted.length === 0;
  }
}
