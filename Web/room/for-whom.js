// Knows for whom a card is: for oneself, or for somebody who has no device. Each card asks by itself and begins with
// oneself, so that nothing of one's own gets under another's name.
import { el, list, put, say, show } from "../shared/page/html.js";
import { chargesOf } from "../shared/model/charges.js";
import { me } from "../shared/model/selectors.js";
import { nameIn } from "./names.js";

/** @typedef {import("../shared/line/store.js").State} State */

/**
 * Says a wish, for whoever has no device where one is named.
 * @typedef {(command: Record<string, any>, place: HTMLElement, subject?: string|null) => Promise<boolean>} Send
 */

const ME = "";
/** So many names stand side by side; of more one is chosen from a list. */
const FEW = 4;

/**
 * @param {{id: string, legend: string, mine: string, onChange: () => void}} options `id` is no other's on the page;
 *   `legend` and `mine` are keys
 */
export function forWhom({ id, legend, mine, onChange }) {
  const chips = el("div", { class: "table-chips" });
  const few = el("fieldset", { class: "table-strip" }, el("legend", { t: legend }), chips);
  const select = el("select", { id: `for-${id}`, on: { change: () => choose(select.value) } });
  const many = el("div", { class: "field" }, el("label", { for: `for-${id}`, t: legend }), select);
  const element = el("div", { class: "for-whom", hidden: true }, few, many);
  /** @type {string|null} */
  let chosen = null;

  /** @param {string} value */
  function choose(value) {
    chosen = value === ME ? null : value;
    onChange();
  }

  /** @param {string} value */
  const chip = (value) => el("label", { class: "table-chip" },
    el("input", { type: "radio", name: `for-${id}`, value, on: { change: () => choose(value) } }), el("span"));

  return {
    element,
    /** Who it is for; nobody else where it is one's own. */
    get chosen() { return chosen; },
    /**
     * Who has gone is not chosen any more.
     * @param {State} state
     */
    update(state) {
      const those = chargesOf(state).map((seat) => seat.id);
      if (chosen !== null && !those.includes(chosen)) chosen = null;
      show(element, those.length > 0);
      const isFew = those.length <= FEW;
      show(few, isFew);
      show(many, !isFew);
      const all = those.length > 0 ? [ME, ...those] : [];
      /** @param {HTMLElement} node @param {string} one */
      const name = (node, one) => one === ME ? say(node, mine) : put(node, nameIn(state.room, one));
      list(chips, isFew ? all : [], String, chip, (node, one) => {
        const [input, words] = /** @type {[HTMLInputElement, HTMLElement]} */ ([...node.children]);
        input.checked = one === (chosen ?? ME);
        node.classList.toggle("is-chosen", input.checked);
        name(words, one);
      });
      list(select, isFew ? [] : all, String, (one) => el("option", { value: one }), name);
      select.value = chosen ?? ME;
    },
    /** One begins with oneself. */
    begin() { chosen = null; },
    /** A card that is drawn anew takes it along; whoever just chose stays where they were. */
    focus() {
      const place = chips.querySelector("input:checked") ?? select;
      if (place instanceof HTMLElement) place.focus();
    },
  };
}

/**
 * The name of whoever is written for on the device of somebody else; null where one writes for oneself, or at a table's.
 * @param {State} state
 */
export function otherName(state) {
  return state.subject !== null && me(state)?.role !== "table" ? nameIn(state.room, state.subject) : null;
}
