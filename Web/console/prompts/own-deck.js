// Knows the prompts that a network keeps for itself: which there are, one more, one changed, one deleted.
import { confirm } from "../../shared/parts/dialog.js";
import { el, list, name, put, show } from "../../shared/page/html.js";
import { sayFailure } from "../failure.js";
import { openSheet } from "../sheet.js";
import { sayPlan } from "./chooser.js";
import { dropOwn, fetchOwn, keepOwn } from "./decks.js";
import { planForm } from "./plan-form.js";

/** @typedef {import("./decks.js").KeptPrompt} KeptPrompt */

/** The part. */
export function ownDeckPart() {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const none = el("p", { class: "quiet", t: "asking.deckOwnNone", hidden: true });
  const rows = el("ul", { class: "plan-prompts" });
  const add = el("button", { type: "button", class: "button", t: "asking.add", hidden: true,
    on: { click: () => write(null) } });
  const node = el("section", { class: "own-deck", "aria-labelledby": "own-deck" },
    el("div", { class: "part-head" }, el("h2", { id: "own-deck", t: "asking.deckOwn", tabindex: "-1" })),
    el("p", { class: "hint", t: "asking.deckOwnLead" }), trouble, none, rows, add);

  /** @param {KeptPrompt[]} own */
  function draw(own) {
    show(none, own.length === 0);
    show(add, true);
    list(rows, own, ({ id, plan }) => `${id} ${JSON.stringify(plan)}`, create);
  }

  /** @param {KeptPrompt} one */
  function create({ id, plan }) {
    const facts = el("span", { class: "quiet small" });
    sayPlan(facts, plan);
    const change = el("button", { type: "button", class: "button bare", t: "asking.change",
      on: { click: () => write({ id, plan }) } });
    const drop = el("button", { type: "button", class: "button bare", t: "asking.drop",
      on: { click: () => remove({ id, plan }) } });
    name(change, "asking.changeOf", { text: plan.text });
    name(drop, "asking.dropOf", { text: plan.text });
    const text = el("p", { class: "plan-prompt-text" });
    put(text, plan.text);
    return el("li", {}, text, el("p", { class: "plan-prompt-line" }, facts, change, drop));
  }

  /** @param {KeptPrompt|null} one one that is changed, or none for a new one */
  function write(one) {
    const sheet = openSheet({ title: "asking.form", className: "is-wide" });
    sheet.body.append(planForm({ plan: one?.plan ?? null, kept: `console.deck.${one?.id ?? "new"}`, go: "asking.save",
      cancel: sheet.close, save: async (plan, where) => {
        try {
          draw(await keepOwn(plan, one?.id));
        } catch (failure) {
          sayFailure(where, failure);
          return false;
        }
        sheet.close();
        return true;
      } }));
  }

  /** @param {KeptPrompt} one */
  async function remove({ id, plan }) {
    show(trouble, false);
    const isSure = await confirm({ title: "asking.dropAsk", text: ["asking.dropText", { text: plan.text }],
      yes: "asking.drop", isDanger: true });
    if (isSure) await dropOwn(id).then(draw, (failure) => sayFailure(trouble, failure));
  }

  fetchOwn().then(draw, (failure) => sayFailure(trouble, failure));
  return { node };
}
