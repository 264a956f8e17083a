// Knows one prompt that was asked, as a lead sees it: how many have answered and never who, the time, and then what came
// of it. Answers of the newest one stand there; those of earlier ones come when they are asked for.
import { confirm } from "../../shared/parts/dialog.js";
import { el, put, say, show } from "../../shared/page/html.js";
import { leftInWords } from "../../shared/texts/durations.js";
import { t } from "../../shared/texts/i18n.js";
import { closePrompt, extendPrompt, openPrompt, revealPrompt } from "../../shared/model/commands.js";
import { answeredOf, isOpen, readable } from "../../shared/model/prompts.js";
import { sayAnswered } from "../../shared/parts/answered.js";
import { drawBars, sayHats } from "../../shared/parts/prompt-bars.js";
import { limit } from "../../shared/limits.js";
import { putFigure } from "../run/figure.js";
import { cardsPart } from "./cards.js";
import { sayPlan } from "./chooser.js";

/** @typedef {import("../../shared/model/types.js").Prompt} Prompt */
/** @typedef {import("../../shared/line/store.js").State} State */

const MINUTE_SECONDS = 60;

/**
 * The part.
 * @param {import("../desk.js").Desk} desk @param {string} id
 */
export function askedPart(desk, id) {
  const title = el("h2", { id: `asked-${id}`, class: "prompt-question", tabindex: "-1" });
  const facts = el("p", { class: "quiet small" });
  const circle = el("p", { class: "prompt-circle" });
  const answered = el("p", { class: "prompt-answered", role: "status" });
  const bar = el("progress", { class: "thread", "aria-hidden": "true" });
  const time = el("p", { class: "console-time" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const act = (/** @type {Record<string, any>} */ command) => desk.act(command, trouble);
  const reveal = el("button", { type: "button", class: "button", t: "asking.reveal", on: { click: () => turnOver() } });
  const more = el("button", { type: "button", class: "button tool", t: "asking.minuteMore",
    on: { click: () => act(extendPrompt(id, MINUTE_SECONDS)) } });
  const close = el("button", { type: "button", class: "button tool", t: "asking.close",
    on: { click: () => act(closePrompt(id)) } });
  const again = el("button", { type: "button", class: "button tool", t: "asking.openAgain",
    on: { click: () => act(openPrompt(id)) } });
  const fold = el("button", { type: "button", class: "button bare prompt-fold", "aria-expanded": "true",
    on: { click: () => { isUnfolded = !isShown(); if (desk.state) update(desk.state, isFirst); } } });
  const bars = el("div", { class: "prompt-bars" });
  const hats = el("p", { class: "quiet small" });
  const cards = cardsPart(desk, id);
  const results = el("div", { class: "prompt-results stack", hidden: true }, bars, hats, cards.node);
  const acts = el("div", { class: "console-acts" }, reveal, more, close, again);
  const node = el("section", { class: "prompt-asked", "aria-labelledby": title.id },
    el("div", { class: "prompt-asked-head" }, el("div", { class: "prompt-asked-text" }, facts, title, circle), time),
    bar, el("div", { class: "prompt-line" }, answered, fold), trouble, acts, results);
  let isFirst = false;
  /**
   * What a lead chose; the first one stands open, the others do not.
   * @type {boolean|null}
   */
  let isUnfolded = null;

  function isShown() { return isUnfolded ?? isFirst; }

  async function turnOver() {
    const room = desk.state?.room;
    const prompt = room?.prompts?.find((one) => one.id === id);
    if (!room || !prompt) return;
    const { answered: n, all } = answeredOf(room, prompt);
    // Somebody is in the middle of a sentence.
    // Anonymous answers are closed for good, and there may be too few of them.
    const isAnonymous = prompt.circle === "anonymous";
    const isSure = !isOpen(prompt) || (!isAnonymous && n >= all) || await confirm({ title: "asking.revealAsk",
      text: isAnonymous ? ["anonymous.revealText", { n: limit("fewestAnonymous") }] : ["asking.revealText", { n, all }],
      yes: "asking.reveal" });
    if (isSure && await act(revealPrompt(id))) title.focus();
  }

  /** @param {State} state @param {boolean} first */
  function update(state, first) {
    const { room } = state;
    const prompt = room?.prompts?.find((one) => one.id === id);
    if (!room || !prompt) return;
    isFirst = first;
    const isLive = room.details.phase === "open";
    const stage = prompt.revealedAt !== undefined ? "shown" : isOpen(prompt) ? "open" : "closed";
    node.dataset.stage = stage;
    put(title, prompt.text ?? "");
    sayPlan(facts, { ...prompt, seconds: null });
    show(circle, stage !== "shown");
    say(circle, `asking.seen.${prompt.circle}`);
    const count = answeredOf(room, prompt);
    if (prompt.isTooFew) say(answered, "anonymous.tooFew", { n: limit("fewestAnonymous") });
    else if (stage === "shown") say(answered, "asking.answeredShown", { count: count.answered });
    else sayAnswered(answered, room, prompt);
    show(bar, stage === "open" && prompt.circle !== "anonymous");
    Object.assign(bar, { max: Math.max(1, count.all), value: count.answered });
    show(acts, isLive && stage !== "shown");
    reveal.classList.toggle("primary", first);
    show(more, stage === "open" && prompt.deadline !== undefined);
    show(close, stage === "open");
    // Who answered late would be known.
    show(again, stage === "closed" && prompt.circle !== "anonymous");
    show(fold, stage === "shown" && !prompt.isTooFew);
    say(fold, isShown() ? "asking.fold" : "asking.unfold");
    fold.setAttribute("aria-expanded", String(isShown()));
    show(results, stage === "shown" && isShown() && !prompt.isTooFew);
    show(time, stage === "open" && prompt.deadline !== undefined);
    if (!results.hidden) {
      drawBars(bars, prompt, readable(state, prompt));
      sayHats(hats, prompt, readable(state, prompt));
      cards.update(state, prompt);
    }
  }

  return {
    node,
    update,
    focus() { title.focus(); },
    stop: cards.stop,
    /** @param {number} moment */
    tick(moment) {
      const deadline = desk.state?.room?.prompts?.find((one) => one.id === id)?.deadline;
      if (deadline === undefined || time.hidden) return;
      node.dataset.over = String(deadline <= moment);
      if (deadline > moment) putFigure(time, leftInWords(deadline - moment));
      else putFigure(time, t("asking.timeUp"));
    },
  };
}
