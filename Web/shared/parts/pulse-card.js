// Knows the quick question after a talk: three big buttons. What one has chosen can be changed while it is open.
import { el, say, show } from "../page/html.js";
import { answeredCount, openPulse, pendingOf, presentCounts } from "../model/selectors.js";
import { answerPulse } from "../model/commands.js";

/** @typedef {import("../model/types.js").PulseAnswer} PulseAnswer */

/** @type {PulseAnswer[]} */
export const ANSWERS = ["got_it", "nearly", "lost"];

/** @param {{send: (command: Record<string, any>, place: HTMLElement) => void}} options */
export function pulseCard({ send }) {
  const about = el("p", { class: "quiet" });
  const count = el("p", { class: "quiet small" });
  const thanks = el("p", { class: "small", role: "status" });
  /** @type {string|null} */
  let pulseID = null;
  const buttons = ANSWERS.map((answer) => el("button", {
    type: "button", class: "button pulse-button", "aria-pressed": "false", data: { answer }, t: `pulse.${answer}`,
    on: { click: () => { if (pulseID) send(answerPulse(pulseID, answer), element); } },
  }));
  const element = el("section", { class: "card pulse", "aria-labelledby": "pulse-title", hidden: true },
    el("h2", { id: "pulse-title", t: "pulse.title", tabindex: "-1" }), about,
    el("div", { class: "pulse-buttons" }, ...buttons), thanks, count);

  /** @param {import("../line/store.js").State} state */
  const update = (state) => {
    const { room, you } = state;
    const pulse = you?.as === "guest" ? null : openPulse(room);
    show(element, pulse);
    pulseID = pulse?.id ?? null;
    if (!pulse || !room) return;
    const segment = room.agenda?.find((one) => one.id === pulse.segment);
    show(about, segment?.title);
    say(about, "pulse.about", { title: segment?.title ?? "" });
    const wishes = pendingOf(state, "answerPulse")
      .filter((item) => item.do.answerPulse.pulse === pulse.id && (item.for ?? null) === state.subject);
    const wish = wishes[wishes.length - 1]?.do.answerPulse.answer;
    const chosen = wish ?? (state.subject ? you?.seated?.[state.subject] : you?.answers)?.[pulse.id];
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.answer === chosen));
    say(thanks, chosen ? (wish ? "common.sending" : "pulse.thanks") : "pulse.private");
    const answered = answeredCount(pulse);
    say(count, "pulse.answered", { count: Math.max(answered, 0), all: presentCounts(room).all });
  };
  return { element, update };
}
