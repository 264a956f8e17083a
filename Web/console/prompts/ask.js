// Knows the side of the place from which prompts are asked: what is prepared for the item, what is prepared besides, the
// decks, and one's own. Two taps: choose, ask.
import { el, say, show } from "../../shared/page/html.js";
import { editPrompt, openPrompt, preparePrompt, removePrompt } from "../../shared/model/commands.js";
import { openPrompts } from "../../shared/model/prompts.js";
import { prepared, preparedFor } from "../../shared/model/prompt-cards.js";
import { planOf } from "../../shared/model/prompt-plans.js";
import { currentSegment } from "../../shared/model/selectors.js";
import { account } from "../../meetings/account.js";
import { sayFailure } from "../failure.js";
import { promptChooser } from "./chooser.js";
import { deckList } from "./deck-list.js";
import { keepOwn } from "./decks.js";
import { circleField, minutesField, planForm, secondsOf } from "./plan-form.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {import("../../shared/model/types.js").Prompt} Prompt */
/** @typedef {import("../../shared/model/types.js").PromptPlan} PromptPlan */
/** @typedef {import("./chooser.js").Choosable} Choosable */
/** @typedef {import("../desk.js").Desk} Desk */

/**
 * Asks what is not in the meeting yet: it is put there for the present item, and opened.
 * @param {Desk} desk @param {PromptPlan} plan @param {HTMLElement} trouble
 */
export async function askNow(desk, plan, trouble) {
  const room = desk.state?.room;
  const before = new Set((room?.prompts ?? []).map(({ id }) => id));
  if (!(await desk.act(preparePrompt(plan, currentSegment(room ?? null)?.id ?? null), trouble))) return false;
  const made = prepared(/** @type {Room} */ (desk.state?.room)).find(({ id, kind }) => !before.has(id) && kind === plan.kind);
  return made ? desk.act(openPrompt(made.id), trouble) : false;
}

/**
 * The side; `asked` is called when something was asked.
 * @param {Desk} desk @param {() => void} asked
 */
export function askPart(desk, asked) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const heading = el("h2", { id: "ask-title", t: "asking.title", tabindex: "-1" });
  const own = el("button", { type: "button", class: "button bare", t: "asking.own", "aria-expanded": "false",
    on: { click: () => write(null) } });
  const form = el("div", { hidden: true });
  const ofItem = promptChooser(preparedBody, () => choose(ofItem));
  const others = promptChooser(preparedBody, () => choose(others));
  const fromDeck = deckList(deckBody, () => choose(fromDeck));
  const itemTitle = el("h3", { class: "prompt-side-title" });
  const otherTitle = el("h3", { class: "prompt-side-title", t: "asking.otherPrepared" });
  const node = el("section", { class: "console-ask", "aria-labelledby": "ask-title" },
    el("div", { class: "part-head" }, heading, own), trouble, form, itemTitle, ofItem.node, fromDeck.node, otherTitle, others.node);

  /**
   * One choice at a time; none while one writes.
   * @param {{close: () => void}} [here]
   */
  function choose(here) { for (const one of [ofItem, others, fromDeck]) if (one !== here) one.close(); }

  /** @param {() => void} click */
  function askButton(click) {
    const made = el("button", { type: "button", class: "button prompt-ask", t: "asking.ask", on: { click } });
    rank(made);
    return made;
  }

  /**
   * The thing to do now, unless people are writing already.
   * @param {Element} ask
   */
  function rank(ask) {
    const room = desk.state?.room;
    ask.classList.toggle("primary", room !== undefined && room !== null && openPrompts(room).length === 0);
  }

  /** @param {Choosable} one */
  function preparedBody({ id }) {
    const ask = askButton(async () => { if (await desk.act(openPrompt(id), trouble)) asked(); });
    return el("p", { class: "console-actions" }, ask,
      el("button", { type: "button", class: "button tool", t: "asking.change", on: { click: () => write(find(id)) } }),
      el("button", { type: "button", class: "button tool", t: "asking.remove",
        on: { click: () => desk.act(removePrompt(id), trouble) } }));
  }

  /** @param {Choosable} one */
  function deckBody({ plan }) {
    const circle = circleField(plan.circle, true);
    const time = minutesField(plan.seconds, true);
    const chosen = () => ({ ...plan, circle: /** @type {PromptPlan["circle"]} */ (circle.input.value),
      seconds: secondsOf(time.input.value) });
    const ask = askButton(async () => {
      ask.disabled = true;
      if (await askNow(desk, chosen(), trouble)) {
        fromDeck.close();
        asked();
      }
      ask.disabled = false;
    });
    return el("div", { class: "stack" }, el("div", { class: "prompt-form-pair" }, circle.node, time.node),
      el("p", { class: "console-actions" }, ask,
        el("button", { type: "button", class: "button tool", t: "asking.keep", on: { click: async () => {
          const segment = currentSegment(desk.state?.room ?? null)?.id ?? null;
          if (await desk.act(preparePrompt(chosen(), segment), trouble)) fromDeck.close();
        } } })));
  }

  /** @param {string} id */
  function find(id) { return desk.state?.room?.prompts?.find((one) => one.id === id) ?? null; }

  /** @param {Prompt|null} prompt one that is changed, or none for a new one */
  function write(prompt) {
    choose();
    const close = () => {
      form.replaceChildren();
      show(form, false);
      own.setAttribute("aria-expanded", "false");
      heading.focus();
    };
    const keeps = el("input", { type: "checkbox" });
    const made = planForm({ plan: prompt ? planOf(prompt) : null, more: prompt || !account() ? undefined
      : el("label", { class: "choice" }, keeps, el("span", { t: "asking.keepForUs" })), kept: `console.${desk.meeting}.prompt.${prompt?.id ?? "new"}`,
      go: prompt ? "asking.save" : "asking.ask", cancel: close, save: async (plan, place) => {
        const isDone = prompt ? await desk.act(editPrompt(prompt.id, plan, prompt.segment ?? null), place)
          : await askNow(desk, plan, place);
        if (!isDone) return false;
        close();
        if (!prompt) asked();
        // It is asked, whether it can be kept or not.
        if (keeps.checked) await keepOwn(plan).catch((failure) => sayFailure(trouble, failure));
        return true;
      } });
    form.replaceChildren(made);
    show(form, true);
    own.setAttribute("aria-expanded", "true");
    made.querySelector("textarea")?.focus();
  }

  return {
    node,
    stop: fromDeck.stop,
    focus() { heading.focus(); },
    /** @param {import("../../shared/line/store.js").State} state */
    update({ room }) {
      if (!room) return;
      const here = currentSegment(room);
      const titles = new Map((room.agenda ?? []).map(({ id, title }) => [id, title]));
      const all = prepared(room);
      const now = here ? preparedFor(room, here.id) : [];
      const rest = all.filter((one) => !now.includes(one));
      show(node, room.details.phase === "open");
      for (const one of [itemTitle, ofItem.node]) show(one, now.length > 0);
      if (here) say(itemTitle, "asking.itemPrepared", { title: here.title ?? "" });
      for (const one of [otherTitle, others.node]) show(one, rest.length > 0);
      ofItem.update(choosable(now));
      others.update(choosable(rest, titles));
      for (const ask of node.querySelectorAll(".prompt-ask")) rank(ask);
    },
  };
}

/**
 * @param {Prompt[]} prompts @param {Map<string, string|undefined>} [titles] of the items to which they belong
 * @returns {Choosable[]}
 */
function choosable(prompts, titles) {
  return prompts.flatMap((one) => {
    const plan = planOf(one);
    return plan ? [{ id: one.id, plan, of: titles?.get(one.segment ?? "") }] : [];
  });
}
