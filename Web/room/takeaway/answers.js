// Knows what somebody answered to the prompts of a meeting, on the page that they take with them.
import { el, list, put, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { ownAnswer, ownPrompt, SCALE } from "../../shared/model/prompts.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/types.js").Prompt} Prompt */
/** @typedef {import("../../shared/model/types.js").Answer} Answer */

export function takeawayAnswers() {
  const rows = el("ul", { class: "rows" });
  const element = el("section", { class: "stack", hidden: true }, el("h2", { t: "takeaway.answers" }), rows);

  /** @param {State} state */
  const update = (state) => {
    const own = answersOf(state);
    show(element, own.length > 0);
    list(rows, own, ({ prompt }) => prompt.id,
      () => el("li", { class: "takeaway-note" }, el("p", { class: "quiet small" }), el("p", { class: "note-text" })), (row, { prompt, lines, isStudent }) => {
        const [question, text] = /** @type {HTMLElement[]} */ ([...row.children]);
        put(question, [prompt.text ?? "", isStudent && `(${t("prompts.asStudent")})`].filter(Boolean).join(" "));
        put(text, lines.join("\n"));
      });
  };
  return { element, update };
}

/**
 * My answers in the order in which they were asked, in words. Mirrors Takeaway.swift.
 * @param {State} state @returns {{prompt: Prompt, lines: string[], isStudent: boolean}[]}
 */
export function answersOf(state) {
  return (state.room?.prompts ?? []).map((prompt) => ({ prompt, answer: ownAnswer(ownPrompt(state, prompt.id)) }))
    .map(({ prompt, answer }) => ({ prompt, lines: wordsOf(prompt, answer), isStudent: answer.isStudent === true }))
    .filter(({ prompt, lines }) => prompt.openedAt !== undefined && prompt.text !== undefined && lines.length > 0);
}

/** @param {Prompt} prompt @param {Answer} answer @returns {string[]} */
function wordsOf(prompt, { texts, numbers }) {
  const degree = (/** @type {number} */ number) => `${number}/${SCALE.at(-1)}`;
  const chosen = numbers.flatMap((number) => prompt.choices[number] ?? []);
  switch (prompt.kind) {
    case "open": case "cards": case "word": return texts;
    case "choice": return chosen;
    case "order": return chosen.map((choice, index) => `${index + 1}. ${choice}`);
    case "scale": return numbers.map((number) =>
      [degree(number), prompt.choices.length > 0 && `(${prompt.choices.join(" – ")})`].filter(Boolean).join(" "));
    case "confidence": return numbers.flatMap((number, index) =>
      (prompt.choices[index] === undefined ? [] : `${prompt.choices[index]}: ${degree(number)}`));
  }
}
