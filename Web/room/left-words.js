// Knows words whose place is gone before they were sent: half-written in a group that is over, to a chat or a wall that
// was closed, or refused too late. They stay on the device and are offered where they can still go.
import { copyText } from "../shared/page/copy.js";
import { el, list, put, show } from "../shared/page/html.js";
import { randomID } from "../shared/page/random.js";
import { recall, remember, storedKeys } from "../shared/page/stored.js";
import { toast } from "../shared/parts/toast.js";

/** @typedef {{key: string, text: string, drop: () => void}} Left */
/** @typedef {{key: string, run: (text: string) => void}} Outlet a place where they can go, by the key of its name */

/**
 * What is kept of places that are not here any more.
 * @param {string} prefix where such drafts begin
 * @param {(key: string) => boolean} [isHere] whether its own place shows it
 * @returns {Left[]}
 */
export function orphans(prefix, isHere = () => false) {
  return storedKeys(`draft.${prefix}`).filter((key) => !isHere(key))
    .map((key) => ({ key, text: String(recall(key) ?? "").trim(), drop: () => remember(key, null) }))
    .filter(({ text }) => text !== "");
}

/**
 * Keeps words for which there is no field.
 * @param {string} prefix @param {string} text
 */
export function keepLeft(prefix, text) { remember(`draft.${prefix}.${randomID()}`, text); }

/**
 * The words of a command, if it has any that somebody wrote for others.
 * @param {import("../shared/model/types.js").Command} command @returns {string|undefined}
 */
export function wordsOf(command) {
  const { postMessage, correctMessage, writeCard, editCard, askQuestion } = command;
  return (postMessage ?? correctMessage ?? writeCard ?? editCard ?? askQuestion)?.text;
}

/**
 * The part that offers them; hidden while there are none.
 * @param {{onChange: () => void}} options called when some of them have gone
 */
export function leftWords({ onChange }) {
  const rows = el("ul", { class: "stack left-rows" });
  const intro = el("p", { t: "left.intro", tabindex: "-1" });
  const element = el("div", { class: "notice stack left-words", hidden: true }, intro, rows);
  /** @type {Map<string, Left>} */
  let known = new Map();
  /** @type {Outlet[]} */
  let outlets = [];

  /** @param {Left} left */
  const gone = (left) => {
    left.drop();
    onChange();
  };

  /** @param {Left} one */
  const create = ({ key }) => {
    const left = () => /** @type {Left} */ (known.get(key));
    return el("li", { class: "stack" }, el("p", { class: "note-text", tabindex: "0" }), el("div", { class: "row" }),
      el("div", { class: "row" },
        el("button", { type: "button", class: "button bare", t: "common.copy", on: { click: async () =>
          toast(await copyText(left().text) ? "common.copied" : "common.copyFailed") } }),
        el("button", { type: "button", class: "button bare", t: "left.drop", on: { click: () => gone(left()) } })));
  };

  /** @param {HTMLElement} node @param {Left} one */
  const render = (node, { key, text }) => {
    const [words, ways] = /** @type {HTMLElement[]} */ ([...node.children]);
    put(words, text);
    list(ways, outlets, (outlet) => outlet.key, (made) => el("button", { type: "button", class: "button", t: made.key,
      on: { click: () => {
        const left = known.get(key);
        const outlet = outlets.find((one) => one.key === made.key);
        if (!left || !outlet) return;
        // First there, then gone from here.
        outlet.run(left.text);
        gone(left);
      } } }));
    show(ways, outlets.length > 0);
  };

  /** @param {Left[]} lefts @param {Outlet[]} ways */
  const update = (lefts, ways) => {
    known = new Map(lefts.map((left) => [left.key, left]));
    outlets = ways;
    list(rows, lefts, (left) => left.key, create, render);
    show(element, lefts.length > 0);
  };
  return { element, update, focus: () => intro.focus() };
}
