// Knows the quick question after a talk: three big answers; once answered one line, from which it can be changed while it
// is open.
import { el, say, show } from "../page/html.js";
import { answeredCount, openPulse, pendingOf, presentCounts } from "../model/selectors.js";
import { answerPulse } from "../model/commands.js";

/** @typedef {import("../model/types.js").PulseAnswer} PulseAnswer */
/** @typedef {import("../line/store.js").State} State */

/** @type {PulseAnswer[]} */
export const ANSWERS = ["got_it", "nearly", "lost"];

/**
 * What whoever taps has answered; an answer on its way counts.
 * @param {State} state @param {string} pulse @returns {PulseAnswer|undefined}
 */
export function chosenAnswer(state, pulse) {
  const { you, subject } = state;
  return wishOf(state, pulse) ?? (subject ? you?.seated?.[subject] : you?.answers)?.[pulse];
}

/** @param {State} state @param {string} pulse @returns {PulseAnswer|undefined} */
function wishOf(state, pulse) {
  const wishes = pendingOf(state, "answerPulse")
    .filter((item) => item.do.answerPulse.pulse === pulse && (item.for ?? null) === state.subject);
  return wishes[wishes.length - 1]?.do.answerPulse.answer;
}

/** @param {{send: (command: Record<string, any>, place: HTMLElement) => void}} options */
export function pulseCard({ send }) {
  const title = el("h2", { id: "pulse-title", t: "pulse.title", tabindex: "-1" });
  const about = el("p", { class: "quiet" });
  const count = el("p", { class: "quiet small" });
  const thanks = el("p", { class: "small", role: "status" });
  /** @type {string|null} */
  let pulseID = null;
  /** The pulse, and for whom, that is being changed. */
  let changing = "";
  const buttons = ANSWERS.map((answer) => el("button", {
    type: "button", class: "pulse-button", "aria-pressed": "false", data: { answer }, t: `pulse.${answer}`,
    on: { click: () => {
      if (!pulseID) return;
      changing = "";
      send(answerPulse(pulseID, answer), element);
    } } }));
  const row = el("div", { class: "pulse-buttons" }, ...buttons);
  const said = el("span", {});
  const change = el("button", { type: "button", class: "button bare pulse-change", t: "pulse.change",
    on: { click: () => {
      if (!state || !pulseID) return;
      changing = `${pulseID}.${state.subject ?? ""}`;
      update(state);
      title.focus();
    } } });
  const line = el("div", { class: "pulse-line" }, said, change);
  const element = el("section", { class: "card pulse", "aria-labelledby": "pulse-title", hidden: true },
    title, about, row, line, thanks, count);
  /** @type {State|null} */
  let state = null;

  /** @param {State} next */
  function update(next) {
    state = next;
    const { room, you } = next;
    const pulse = you?.as === "guest" ? null : openPulse(room);
    show(element, pulse);
    pulseID = pulse?.id ?? null;
    if (!pulse || !room) return;
    const segment = room.agenda?.find((one) => one.id === pulse.segment);
    const chosen = chosenAnswer(next, pulse.id);
    const isLine = chosen !== undefined && changing !== `${pulse.id}.${next.subject ?? ""}`;
    const hadFocus = element.contains(document.activeElement);
    element.classList.toggle("is-answered", isLine);
    show(about, !isLine && segment?.title);
    say(about, "pulse.about", { title: segment?.title ?? "" });
    show(row, !isLine);
    show(line, isLine);
    if (chosen) say(said, "pulse.yours", { answer: [`pulse.${chosen}`, {}] });
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.answer === chosen));
    const isSending = wishOf(next, pulse.id) !== undefined;
    show(thanks, !isLine || isSending);
    say(thanks, isSending ? "common.sending" : chosen ? "pulse.thanks" : "pulse.private");
    show(count, !isLine);
    const answered = answeredCount(pulse);
    const { all } = presentCounts(room);
    // Whoever answered and went is not among those who are here.
    if (answered > all) say(count, "pulse.answeredSoFar", { count: answered });
    else say(count, "pulse.answered", { count: answered, all });
    // The button that was tapped is gone; one is still at the question.
    if (hadFocus && isLine && !line.contains(document.activeElement)) change.focus();
  }
  return { element, update };
}
