// Knows the question wall as a lead works it: tick off, hide. Open ones first, the most wished for on top.
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { hideQuestion, markAnswered } from "../../shared/model/commands.js";
import { orderedQuestions, wanting } from "../../shared/model/selectors.js";
import { authorText } from "../names.js";

/** @typedef {import("../../shared/model/types.js").Question} Question */
/**
 * @typedef {{text: HTMLElement, who: HTMLElement, more: HTMLElement, mark: HTMLElement, done: HTMLButtonElement,
 *   hide: HTMLButtonElement}} Row
 */

/**
 * The panel.
 * @param {import("../desk.js").Desk} desk
 */
export function questionsPanel(desk) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const empty = el("p", { class: "quiet", t: "console.run.questionsEmpty" });
  const rows = el("ol", { class: "console-messages" });
  const leftOut = el("p", { class: "quiet", hidden: true });
  const node = el("div", { class: "console-tabpanel" },
    el("div", { class: "console-scroll", tabindex: "0", role: "group", label: "console.run.questions" }, empty, rows,
      leftOut),
    trouble);
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();

  /** @param {Question} question */
  function create({ id }) {
    const row = {
      text: el("p", { class: "console-message-text" }), who: el("span", { class: "quiet small" }),
      more: el("span", { class: "quiet small" }), mark: el("span", { class: "quiet small" }),
      done: el("button", { type: "button", class: "button bare", t: "console.run.markAnswered",
        on: { click: () => desk.act(markAnswered(id), trouble) } }),
      hide: el("button", { type: "button", class: "button bare", t: "console.run.hide",
        on: { click: () => desk.act(hideQuestion(id), trouble) } }),
    };
    const made = el("li", { class: "console-question" }, row.text, row.who, row.more, row.mark,
      el("span", { class: "console-message-actions" }, row.done, row.hide));
    parts.set(made, row);
    return made;
  }

  /**
   * @param {HTMLElement} made
   * @param {Question} question
   */
  function refresh(made, question) {
    const row = parts.get(made);
    if (!row) return;
    const room = desk.state?.room;
    if (!room) return;
    const isLive = room.details.phase === "open";
    const params = { text: question.text ?? "" };
    put(row.text, question.text ?? "");
    made.dataset.hidden = String(question.isHidden || question.isAnswered);
    say(row.who, "console.run.asked", { name: authorText(room, question) });
    show(row.more, wanting(question) > 0);
    say(row.more, "console.run.supporters", { count: wanting(question) });
    show(row.mark, question.isHidden || question.isAnswered);
    say(row.mark, question.isHidden ? "console.run.questionHidden" : "console.run.answered");
    show(row.done, isLive && !question.isAnswered && !question.isHidden);
    show(row.hide, isLive && !question.isHidden);
    name(row.done, "console.run.markAnsweredOf", params);
    name(row.hide, "console.run.hideQuestionOf", params);
  }

  return {
    node,
    /** @param {import("../../shared/line/store.js").State} state */
    update({ room }) {
      const questions = room ? orderedQuestions(room, true) : [];
      show(empty, questions.length === 0);
      show(leftOut, room?.questionsLeftOut !== undefined);
      say(leftOut, "questions.leftOut", { count: room?.questionsLeftOut ?? 0 });
      list(rows, questions, (one) => one.id, create, refresh);
    },
  };
}
