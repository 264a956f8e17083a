// Knows a list from which a prompt is chosen: a row a prompt, which opens in place and says how it is answered, who will
// see the answers and for how long one writes; then what is done with it stands there.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { minutes } from "../../shared/texts/durations.js";

/** @typedef {import("../../shared/model/types.js").PromptPlan} PromptPlan */
/** @typedef {{id: string, plan: PromptPlan, of?: string}} Choosable `of` says to which item it belongs */
/** @typedef {{name: HTMLButtonElement, facts: HTMLElement, body: HTMLElement}} Row */

/**
 * How a prompt is answered, seen and timed, in one line.
 * @param {HTMLElement} node @param {Pick<PromptPlan, "kind"|"circle"|"seconds">} plan
 */
export function sayPlan(node, plan) {
  const params = { kind: [`asking.kind.${plan.kind}`, {}], circle: [`asking.circle.${plan.circle}`, {}],
    time: plan.seconds ? minutes(plan.seconds) : "" };
  say(node, plan.seconds ? "asking.factsTime" : "asking.facts", /** @type {any} */ (params));
}

/**
 * The list. `body` makes what stands below the chosen one.
 * @param {(one: Choosable) => HTMLElement} body
 * @param {() => void} [chosen] called when one is chosen or put away
 */
export function promptChooser(body, chosen) {
  const node = el("ul", { class: "prompt-choose" });
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();
  let open = "";
  /** @type {Choosable[]} */
  let shown = [];

  /** @param {string} id */
  function choose(id) {
    open = open === id ? "" : id;
    draw();
    chosen?.();
  }

  /** @param {Choosable} one */
  function create({ id }) {
    const row = { name: el("button", { type: "button", class: "prompt-choice-name", on: { click: () => choose(id) } }),
      facts: el("p", { class: "quiet small" }), body: el("div", { class: "prompt-choice-body", hidden: true }) };
    const made = el("li", { class: "prompt-choice-row" }, row.name, row.facts, row.body);
    parts.set(made, row);
    return made;
  }

  /** @param {HTMLElement} made @param {Choosable} one */
  function refresh(made, one) {
    const row = parts.get(made);
    if (!row) return;
    const isOpen = one.id === open;
    put(row.name, one.plan.text);
    row.name.setAttribute("aria-expanded", String(isOpen));
    made.dataset.open = String(isOpen);
    sayPlan(row.facts, one.plan);
    show(row.body, isOpen);
    const key = JSON.stringify(one.plan);
    if (!isOpen) {
      row.body.replaceChildren();
      delete row.body.dataset.of;
    } else if (row.body.dataset.of !== key) {
      row.body.dataset.of = key;
      row.body.replaceChildren(one.of ? el("p", { class: "quiet small", t: ["asking.forItem", { title: one.of }] }) : "",
        one.plan.purpose ? el("p", { class: "quiet", text: one.plan.purpose }) : "", ...choicesOf(one.plan), body(one));
    }
  }

  function draw() { list(node, shown, ({ id }) => id, create, refresh); }

  return {
    node,
    /** @param {Choosable[]} all */
    update(all) {
      shown = all;
      draw();
    },
    /** Nothing is chosen any more. */
    close() {
      open = "";
      draw();
    },
  };
}

/** @param {PromptPlan} plan */
function choicesOf({ choices = [] }) {
  if (choices.length === 0) return [];
  return [el("ul", { class: "prompt-choice-list" }, ...choices.map((text) => el("li", { text })))];
}
