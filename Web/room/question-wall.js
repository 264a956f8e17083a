// Knows the question wall: teachers ask an outside speaker, others join in, the speaker ticks off.
import { keepDraft } from "../shared/page/draft.js";
import { el, list, put, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { askQuestion, markAnswered, supportQuestion } from "../shared/model/commands.js";
import { hasQuestionWall, orderedQuestions, pendingOf } from "../shared/model/selectors.js";
import { limit } from "../shared/limits.js";

/** @typedef {import("../shared/line/store.js").State} State */
/** @typedef {import("../shared/model/types.js").Question} Question */


/**
 * @param {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>, scope: string}} options
 */
export function questionWall({ send, scope }) {
  const field = el("textarea", { id: "question", rows: 2, maxlength: limit("questionLength"),
    "aria-describedby": "question-hint" });
  const draft = keepDraft(field, `${scope}.question`);
  const form = el("form", { class: "stack", on: { submit: async (/** @type {Event} */ event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === "") return;
    draft.clear();
    if (!await send(askQuestion(text), form) && field.value === "") {
      field.value = text;
      draft.save();
    }
  } } },
  el("div", { class: "field" },
    el("label", { for: "question", t: "questions.ask" }),
    el("p", { class: "hint", id: "question-hint", t: "common.noPupils" }), field),
  el("button", { class: "button", t: "questions.send" }));
  const rows = el("ul", { class: "questions" });
  const empty = el("p", { class: "quiet" });
  const element = el("section", { class: "card", "aria-labelledby": "questions-title", hidden: true },
    el("h2", { id: "questions-title", class: "card-title", t: "questions.title" }), empty, rows, form);

  /** @type {State} */
  let state;

  /** @param {Question} question */
  const create = (question) => el("li", { class: "question" },
    el("p", { class: "question-text" }), el("p", { class: "quiet small" }),
    el("div", { class: "row" },
      el("button", { type: "button", class: "button", on: {
        click: (/** @type {Event} */ event) => send(supportQuestion(question.id), rowOf(event)) } }),
      el("button", { type: "button", class: "button", t: "questions.markAnswered", on: {
        click: (/** @type {Event} */ event) => send(markAnswered(question.id), rowOf(event)) } })));

  /**
   * @param {HTMLElement} node
   * @param {Question} question
   */
  const render = (node, question) => {
    const [text, byline] = /** @type {HTMLElement[]} */ ([...node.querySelectorAll("p")]);
    const [support, answered] = /** @type {HTMLButtonElement[]} */ ([...node.querySelectorAll("button")]);
    if (question.text) put(text, question.text);
    else say(text, "questions.erased");
    const author = question.name ?? t("common.nameless");
    say(byline, question.isAnswered ? "questions.answeredBy" : "questions.by",
      { name: author, count: question.supporters.length });
    const mine = question.author === state.you?.person;
    const pending = pendingOf(state, "supportQuestion")
      .some((item) => item.do.supportQuestion.question === question.id);
    const supported = pending || question.supporters.includes(state.you?.person ?? "");
    const isGuest = state.you?.as === "guest";
    show(support, !isGuest && !mine && !question.isAnswered);
    support.setAttribute("aria-pressed", String(supported));
    support.disabled = supported;
    say(support, supported ? "questions.supported" : "questions.support");
    show(answered, (isGuest || state.you?.as === "lead") && !question.isAnswered);
    node.classList.toggle("is-answered", question.isAnswered);
  };

  /** @param {State} next */
  const update = (next) => {
    state = next;
    const isGuest = next.you?.as === "guest";
    show(element, next.room && (isGuest || hasQuestionWall(next.room)));
    if (!next.room) return;
    const questions = orderedQuestions(next.room);
    show(form, !isGuest);
    show(empty, questions.length === 0);
    say(empty, isGuest ? "questions.emptyGuest" : "questions.empty");
    list(rows, questions, (question) => question.id, create, render);
  };
  return { element, update };
}

/** @param {Event} event */
function rowOf(event) {
  return /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (event.currentTarget).closest("li"));
}
