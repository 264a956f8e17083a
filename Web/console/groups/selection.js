// Knows how people in groups are chosen, one or several, and what can be done with them then: by tap, by the menu or by
// the number of a group. No dragging is needed, and no key has to be held.
import { announce } from "../../shared/page/announce.js";
import { el, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { openMenu } from "../menu.js";

/** @typedef {import("../../shared/page/html.js").Key} Key */
/** @typedef {import("../../shared/texts/i18n.js").Param} Param */
/**
 * @typedef {object} Moves
 * @property {() => {group: Param}[]} groups what the groups are called, by number
 * @property {(id: string) => string} nameOf
 * @property {(id: string) => number} numberOf its group from 1; 0 in none
 * @property {(ids: string[], to: number) => void} move to a group from 1; 0 out of the groups
 * @property {(one: string, other: string) => void} swap
 * @property {(ids: string[]) => {key: Key, run: () => void}[]} more what else there is
 */

/** The keys that name a group: 1 to 9, and 0 for the tenth. */
const DIGITS = "1234567890";

/**
 * The bar under the groups.
 * @param {Moves} moves
 */
export function selectionBar(moves) {
  /** @type {Set<string>} */
  const chosen = new Set();
  /** @type {(() => void)|null} */
  let onChange = null;
  const words = el("p", { class: "selection-words", role: "status" });
  const to = el("button", { type: "button", class: "button", t: "board.moveTo", "aria-haspopup": "dialog",
    on: { click: () => openMenu(to, { name: "board.moveTo", items: places() }) } });
  const swap = el("button", { type: "button", class: "button", t: "board.swap", on: { click: () => trade() } });
  const more = el("button", { type: "button", class: "button", t: "board.more", label: "board.moreOf",
    "aria-haspopup": "dialog", on: { click: () => openMenu(more, { name: "board.moreOf", items: others() }) } });
  const none = el("button", { type: "button", class: "button bare", t: "board.unchoose", on: { click: () => clear() } });
  const node = el("div", { class: "selection-bar", role: "group", label: "board.chosen", hidden: true }, words,
    el("div", { class: "selection-actions" }, to, swap, more, none));

  function places() {
    return [...moves.groups().map(({ group }, index) => ({ key: /** @type {Key} */ (["common.groupCalled", { group }]),
      run: () => go(index + 1) })),
      { key: "board.noGroup", run: () => go(0) }];
  }

  function others() {
    return moves.more([...chosen]).map(({ key, run }) => ({ key, run: () => { run(); clear(); } }));
  }

  /** @param {number} place */
  function go(place) {
    const ids = [...chosen];
    if (ids.length === 0) return;
    const names = ids.map(moves.nameOf).join(", ");
    const group = moves.groups()[place - 1]?.group ?? "";
    moves.move(ids, place);
    announce(place === 0 ? t("board.movedOut", { names }) : t("board.moved", { names, group }));
    clear();
  }

  function trade() {
    const [one, other] = chosen;
    if (!canSwap()) return;
    moves.swap(one, other);
    announce(t("board.swapped", { one: moves.nameOf(one), other: moves.nameOf(other) }));
    clear();
  }

  function canSwap() {
    const [one, other] = chosen;
    return chosen.size === 2 && moves.numberOf(one) !== moves.numberOf(other);
  }

  function clear() {
    chosen.clear();
    changed();
  }

  function changed() {
    show(node, chosen.size > 0);
    if (chosen.size > 0) {
      say(words, "board.chosenWho", { count: chosen.size, names: [...chosen].map(moves.nameOf).join(", ") });
    }
    swap.disabled = !canSwap();
    show(more, moves.more([...chosen]).length > 0);
    onChange?.();
  }

  return {
    node,
    has: (/** @type {string} */ id) => chosen.has(id),
    clear,
    /** @param {() => void} listener */
    listen(listener) { onChange = listener; },
    /** @param {string} id */
    toggle(id) {
      if (!chosen.delete(id)) chosen.add(id);
      changed();
    },
    /**
     * Forgets who is not there any more.
     * @param {string[]} ids
     */
    keep(ids) {
      const before = chosen.size;
      for (const id of chosen) if (!ids.includes(id)) chosen.delete(id);
      if (chosen.size !== before) changed();
    },
    /**
     * Digits move, S swaps, Escape lets go. While somebody is chosen these keys are the selection's alone, also where
     * there is no such group or nobody to swap with; before and after they are the page's.
     * @param {KeyboardEvent} event
     * @returns {boolean} whether it was one of them
     */
    key(event) {
      if (chosen.size === 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return false;
      const place = event.key.length === 1 ? DIGITS.indexOf(event.key) + 1 : 0;
      const isSwap = event.key.toLowerCase() === "s";
      if (place === 0 && !isSwap && event.key !== "Escape") return false;
      if (place > 0 && place <= moves.groups().length) go(place);
      else if (isSwap && canSwap()) trade();
      else if (event.key === "Escape") clear();
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
