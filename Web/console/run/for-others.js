// Knows what a lead taps in for somebody who has no device of their own: words and an answer to the pulse.
import { ask } from "../../shared/parts/dialog.js";
import { el } from "../../shared/page/html.js";
import { answerPulse, postMessage } from "../../shared/model/commands.js";
import { openMenu } from "../menu.js";
import { nameText } from "../names.js";
import { ANSWERS } from "../../shared/parts/pulse-card.js";
import { limit } from "../../shared/limits.js";

/** @typedef {import("../desk.js").Desk} Desk */

/**
 * Words that somebody said to the lead, put into the chat under their name.
 * @param {Desk} desk
 * @param {string} id
 */
export async function openWriteFor(desk, id) {
  const person = desk.state?.room?.people?.[id];
  if (!person) return;
  const text = el("textarea", { id: "write-for", rows: 3, maxlength: limit("messageLength"), required: true });
  const problem = el("p", { class: "problem", role: "alert", hidden: true });
  let isSaid = false;
  while (!isSaid) {
    const answer = await ask({
      title: ["console.forOthers.write", { name: nameText(person) }],
      body: [el("p", { t: "console.forOthers.text" }), problem,
        el("div", { class: "field" }, el("label", { for: "write-for", t: "console.forOthers.words" }), text)],
      actions: [{ key: "console.run.chatSend", value: "go", kind: "primary" }, { key: "common.cancel", value: "" }],
    });
    if (answer !== "go") return;
    isSaid = await desk.act(postMessage(text.value), problem, id);
  }
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {string} pulse
 * @param {HTMLElement} anchor
 * @param {HTMLElement} trouble
 */
export function openAnswers(desk, id, pulse, anchor, trouble) {
  const person = desk.state?.room?.people?.[id];
  if (!person) return;
  openMenu(anchor, { name: ["console.forOthers.answer", { name: nameText(person) }], head: nameText(person),
    items: ANSWERS.map((answer) => ({ key: `pulse.${answer}`,
      run: () => { desk.act(answerPulse(pulse, answer), trouble, id); } })) });
}
