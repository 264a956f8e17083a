// Knows how the sentences of a debrief become words: items by what they are, numbers in the letters of numbers.
import { t } from "../../shared/texts/i18n.js";
import { el } from "../../shared/page/html.js";

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").Saying} Saying */
/** @typedef {import("../../shared/texts/i18n.js").Params} Params */

/**
 * A name for an item, short where it is the only one of its kind: "Talk", "Talk 2".
 * @param {Item[]} items @param {number} at
 */
export function shortName(items, at) {
  const same = items.filter(({ kind }) => kind === items[at].kind);
  const kind = t(`kind.${items[at].kind}`);
  return same.length === 1 ? kind : `${kind} ${same.indexOf(items[at]) + 1}`;
}

/**
 * The whole name, for a table: "Talk: Soil and sensors".
 * @param {Item[]} items @param {number} at
 */
export function wholeName(items, at) {
  const { title } = items[at];
  return title ? `${shortName(items, at)}: ${title}` : shortName(items, at);
}

/**
 * An item within a sentence, as the catalogue begins it: "the talk", "in the talk".
 * @param {"item"|"in"} beginning @param {Item[]} items @param {number} at @returns {Params[string]}
 */
function inSentence(beginning, items, at) {
  const { kind, title } = items[at];
  const item = t(`figures.${beginning}.${kind}`);
  const same = items.filter((one) => one.kind === kind);
  if (same.length === 1) return item;
  return title ? ["figures.itemTitled", { item, title }] : ["figures.itemNumbered", { item, n: same.indexOf(items[at]) + 1 }];
}

/** Numbers that are minutes are said with their word. */
const MINUTES = ["minutes", "otherMinutes", "planned", "actual"];

/**
 * So many of so many.
 * @param {import("./types.js").Part} part
 */
export function partText({ count, all }) { return t("figures.of", { count, all }); }

/**
 * What goes into a sentence.
 * @param {Saying} saying @param {Item[]} items @returns {Params}
 */
export function params({ numbers, items: named }, items) {
  /** @type {Params} */
  const all = {};
  for (const [name, number] of Object.entries(numbers)) {
    all[name] = MINUTES.includes(name) ? ["figures.minutes", { count: number }] : number;
  }
  for (const [name, at] of Object.entries(named)) {
    all[name] = inSentence("item", items, at);
    if (name === "item") all.where = inSentence("in", items, at);
  }
  return all;
}

/**
 * A sentence in the language in use, with a capital at its beginning.
 * @param {"say"|"next"|"why"} part @param {Saying} saying @param {Item[]} items
 */
export function sentence(part, saying, items) {
  const said = t(`figures.${part}.${saying.key}`, params(saying, items));
  return said.charAt(0).toLocaleUpperCase() + said.slice(1);
}

const NUMBER = /\d+(?:[.,:]\d+)*(?:\s(?:of|o)\s\d+)?/g;

/**
 * A text to be read, its numbers in the letters of numbers.
 * @param {string} text
 */
export function read(text) {
  /** @type {(string|HTMLElement)[]} */
  const parts = [];
  let from = 0;
  for (const { 0: number, index = 0 } of text.matchAll(NUMBER)) {
    parts.push(text.slice(from, index), el("span", { class: "numbers", text: number }));
    from = index + number.length;
  }
  return [...parts, text.slice(from)];
}
