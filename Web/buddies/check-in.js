// Knows the check-in of buddies at two and at six weeks: one question, one tap.
import { el } from "../shared/page/html.js";
import { namesOf } from "./reasons.js";

export const OUTCOMES = ["met", "tried", "no"];

/** @param {import("./main.js").Desk} desk */
export function buddyCheckIn(desk) {
  const { buddies } = desk.page;
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  return el("section", { class: "card stack buddy-check", "aria-labelledby": "buddy-check" },
    el("h2", { id: "buddy-check", t: ["buddies.check.title", { names: namesOf(buddies.others) }] }),
    el("p", { class: "quiet", t: `buddies.check.${buddies.open}` }),
    outcomeButtons((outcome) => desk.act({ checkInBuddy: { pair: buddies.pair, occasion: buddies.open, outcome } },
      trouble)), trouble);
}

/**
 * The three answers.
 * @param {(outcome: string) => void} onAnswer
 */
export function outcomeButtons(onAnswer) {
  return el("div", { class: "buddy-outcomes" }, ...OUTCOMES.map((outcome) => el("button", {
    type: "button", class: "button", data: { outcome }, t: `buddies.outcome.${outcome}`,
    on: { click: () => onAnswer(outcome) },
  })));
}
