// Knows the prompts of one item while it is prepared: which there are, one from a deck or of one's own, changed and
// removed until they are asked.
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { editPrompt, preparePrompt, removePrompt } from "../../shared/model/commands.js";
import { planOf, promptsOf } from "../../shared/model/prompt-plans.js";
import { sayPlan } from "../prompts/chooser.js";
import { deckList } from "../prompts/deck-list.js";
import { planForm } from "../prompts/plan-form.js";
import { openSheet } from "../sheet.js";

/** @typedef {import("../../shared/model/types.js").Segment} Segment */
/** @typedef {import("../../shared/model/types.js").Prompt} Prompt */
/** @typedef {{text: HTMLElement, facts: HTMLElement, asked: HTMLElement, change: HTMLButtonElement,
 *   remove: HTMLButtonElement}} Row */

/**
 * The part.
 * @param {import("../desk.js").Desk} desk @param {Segment|null} segment none while the item is not there yet
 */
export function segmentPrompts(desk, segment) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const rows = el("ul", { class: "plan-prompts" });
  const add = el("button", { type: "button", class: "button bare", t: "asking.add", hidden: segment === null,
    on: { click: () => openAdding() } });
  const node = el("div", { class: "plan-prompts-part", role: "group", label: "asking.prompts" },
    el("p", { class: "label", t: "asking.prompts" }),
    el("p", { class: "quiet small", t: "asking.afterSave", hidden: segment !== null }), rows, trouble, add);
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();

  /** @param {Prompt} prompt */
  function create({ id }) {
    const row = { text: el("p", { class: "plan-prompt-text" }), facts: el("span", { class: "quiet small" }),
      asked: el("span", { class: "quiet small", t: "asking.asks" }),
      change: el("button", { type: "button", class: "button bare", t: "asking.change", on: { click: () => openChanging(id) } }),
      remove: el("button", { type: "button", class: "button bare", t: "asking.remove",
        on: { click: () => desk.act(removePrompt(id), trouble) } }) };
    const made = el("li", {}, row.text, el("p", { class: "plan-prompt-line" }, row.facts, row.asked, row.change, row.remove));
    parts.set(made, row);
    return made;
  }

  /** @param {HTMLElement} made @param {Prompt} prompt */
  function refresh(made, prompt) {
    const row = parts.get(made);
    if (!row) return;
    const params = { text: prompt.text ?? "" };
    const isAsked = prompt.openedAt !== undefined;
    put(row.text, params.text);
    sayPlan(row.facts, prompt);
    show(row.asked, isAsked);
    for (const one of [row.change, row.remove]) show(one, !isAsked);
    name(row.change, "asking.changeOf", params);
    name(row.remove, "asking.removeOf", params);
  }

  function openAdding() {
    if (!segment) return;
    const refused = el("p", { class: "problem", role: "alert", hidden: true });
    const place = el("div", { hidden: true });
    /** @param {import("../../shared/model/types.js").PromptPlan} plan @param {HTMLElement} where */
    const take = async (plan, where) => {
      const isDone = await desk.act(preparePrompt(plan, segment.id), where);
      if (isDone) sheet.close();
      return isDone;
    };
    const decks = deckList(({ plan }) => el("p", { class: "console-actions" },
      el("button", { type: "button", class: "button primary", t: "asking.choose", on: { click: () => take(plan, refused) } })));
    const own = el("button", { type: "button", class: "button", t: "asking.own", on: { click: () => {
      const form = planForm({ plan: null, kept: `console.${desk.meeting}.prompt.of.${segment.id}`, go: "asking.add",
        save: take, cancel: () => {
          place.replaceChildren();
          show(place, false);
          show(own, true);
          own.focus();
        } });
      place.replaceChildren(form);
      show(place, true);
      show(own, false);
      form.querySelector("textarea")?.focus();
    } } });
    const sheet = openSheet({ title: ["asking.addTo", { title: segment.title ?? "" }], className: "is-wide",
      onClose: () => decks.stop() });
    sheet.body.append(own, place, refused, decks.node);
  }

  /** @param {string} id */
  function openChanging(id) {
    const prompt = desk.state?.room?.prompts?.find((one) => one.id === id);
    if (!prompt) return;
    const sheet = openSheet({ title: "asking.form", className: "is-wide" });
    sheet.body.append(planForm({ plan: planOf(prompt), kept: `console.${desk.meeting}.prompt.${id}`, go: "asking.save",
      cancel: sheet.close, save: async (plan, where) => {
        const isDone = await desk.act(editPrompt(id, plan, prompt.segment ?? null), where);
        if (isDone) sheet.close();
        return isDone;
      } }));
  }

  return {
    node,
    update() {
      const room = desk.state?.room;
      if (room && segment) list(rows, promptsOf(room, segment.id), ({ id }) => id, create, refresh);
      show(rows, rows.children.length > 0);
    },
  };
}

/**
 * How many an item has, below its title.
 * @param {HTMLElement} node @param {number} count
 */
export function sayPrompts(node, count) {
  show(node, count > 0);
  if (count > 0) say(node, "asking.promptsOf", { count });
}
