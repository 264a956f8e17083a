// Knows the question wall: teachers ask an outside speaker, others join in, the speaker ticks off.
import { keepDraft } from "../shared/page/draft.js";
import { el, list, put, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { askQuestion, markAnswered, supportQuestion } from "../shared/model/commands.js";
import { acting, hasQuestionWall, identity, orderedQuestions, pendingOf, wanting } from "../shared/model/selectors.js";
import { leftWords } from "./left-words.js";
import { authorIn } from "./names.js";
import { limit } from "../shared/limits.js";

/** @typedef {import("../shared/line/store.js").State} State */
/** @typedef {import("../shared/model/types.js").Question} Question */


/**
 * @param {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>, scope: string,
 *   toChat: (text: string) => void}} options `toChat` takes words that can go nowhere else
 */
export function questionWall({ send, scope, toChat }) {
  const field = el("textarea", { id: "question", rows: 2, maxlength: limit("questionLength"),
    "aria-describedby": "question-hint" });
  const draft = keepDraft(field, `${scope}.question`);
  const form = el("form", { class: "stack", on: { submit: async (/** @type {Event} */ event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === "") return;
    draft.clear();
    if (!await send(askQuestion(text), form)) restore(text);
  } } },
  el("div", { class: "field" },
    el("label", { for: "question", t: "questions.ask" }),
    el("p", { class: "hint", id: "question-hint", t: "common.noPupils" }), field),
  el("button", { class: "button", t: "questions.send" }));
  const rows = el("ul", { class: "questions" });
  const empty = el("p", { class: "quiet" });
  const leftOut = el("p", { class: "quiet", hidden: true });
  const left = leftWords({ onChange: () => update(state) });
  const wall = el("section", { class: "card", "aria-labelledby": "questions-title", hidden: true },
    el("h2", { id: "questions-title", class: "card-title", t: "questions.title" }), empty, rows, leftOut, form);
  const element = el("div", { class: "stack" }, wall, left.element);

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
    const author = authorIn(state.room, question);
    say(byline, question.isAnswered ? "questions.answeredBy" : "questions.by",
      { name: author, count: wanting(question) });
    const mine = identity(state.room, question.author) === acting(state);
    const pending = pendingOf(state, "supportQuestion")
      .some((item) => item.do.supportQuestion.question === question.id && (item.for ?? null) === state.subject);
    const supported = pending || question.supporters.includes(acting(state) ?? "");
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
    if (!next.room) return;
    const isUp = isGuest || hasQuestionWall(next.room);
    const wasWriting = form.contains(document.activeElement);
    show(wall, isUp);
    const text = isUp ? "" : field.value.trim();
    const lefts = text ? [{ key: "question", text, drop: draft.clear }] : [];
    left.update(lefts, next.room.details.options.chat ? [{ key: "left.toEverybody", run: toChat }] : []);
    show(element, isUp || text);
    if (wasWriting && text) left.focus();
    const questions = orderedQuestions(next.room);
    show(form, !isGuest);
    show(empty, questions.length === 0);
    say(empty, isGuest ? "questions.emptyGuest" : "questions.empty");
    show(leftOut, next.room.questionsLeftOut !== undefined);
    say(leftOut, "questions.leftOut", { count: next.room.questionsLeftOut ?? 0 });
    list(rows, questions, (question) => question.id, create, render);
  };

  /**
   * A refused question stands before what was written meanwhile.
   * @param {string} text
   */
  const restore = (text) => {
    draft.putBack(text);
    if (state) update(state);
  };
  return { element, update, restore };
}

/** @param {Event} event */
function rowOf(event) {
  return /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (event.currentTarget).closest("li"));
}
