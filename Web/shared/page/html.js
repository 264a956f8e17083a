// Knows how elements are built: by properties and text, never by markup, so nothing a person writes can become code.
import { bind, setText } from "../texts/i18n.js";

/** @typedef {import("../texts/i18n.js").Params} Params */
/** @typedef {string | [string, Params]} Key a key of the catalogue, alone or with its parameters */
/** @typedef {Node|string|null|undefined|false} Child a string is a person's text, not a key */

/**
 * Builds an element. Properties: `class`; `t` (key of its text); `text` (plain text); `label`, `title`,
 * `placeholder` (keys of aria-label, title, placeholder); `on` ({click: listener}); `data` ({name: value});
 * everything else is an attribute, where `true` is an empty one and `false`, `null`, `undefined` none.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(node, name, value);
  append(node, children);
  return node;
}

/** @type {Record<string, string>} */
const TRANSLATED = { t: "text", label: "aria-label", title: "title", placeholder: "placeholder" };

/** @param {HTMLElement} node @param {string} name @param {any} value */
function set(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name in TRANSLATED) translate(node, TRANSLATED[name], value);
  else if (name === "text") setText(node, value);
  else if (name === "class") node.className = value;
  else if (name === "on") for (const [kind, run] of Object.entries(value)) node.addEventListener(kind, run);
  else if (name === "data") Object.assign(node.dataset, value);
  else if (name === "value") /** @type {HTMLInputElement} */ (node).value = value;
  else if (name === "checked") /** @type {HTMLInputElement} */ (node).checked = value;
  else node.setAttribute(name, value === true ? "" : String(value));
}

/**
 * Ties a key to a place of an element.
 * @param {Element} node @param {string} property @param {Key} key
 */
function translate(node, property, key) {
  if (typeof key === "string") bind(node, property, key);
  else bind(node, property, key[0], key[1]);
}

/**
 * Gives an element another text by key.
 * @param {Element} node @param {string} key @param {Params} [params]
 */
export function say(node, key, params) { bind(node, "text", key, params); }

/**
 * Gives an element another accessible name by key.
 * @param {Element} node @param {string} key @param {Params} [params]
 */
export function name(node, key, params) { bind(node, "aria-label", key, params); }

/**
 * Gives an element a person's own text.
 * @param {Element} node @param {string} text
 */
export function put(node, text) { setText(node, text); }

/** @param {Node} node @param {Child[]} children */
function append(node, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    node.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  }
}

/**
 * Builds an SVG element.
 * @param {string} tag @param {Record<string, string|number>} [attributes] @param {...Node} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return /** @type {SVGElement} */ (node);
}

/**
 * Shows or hides without removing, so that what was typed stays.
 * @param {HTMLElement} node @param {unknown} visible
 */
export function show(node, visible) {
  if (node.hidden === Boolean(visible)) node.hidden = !visible;
}

const BROKEN = "broken";

/**
 * One of many in `parent`: what cannot be shown says so in its place, and takes nothing else with it.
 * @template {HTMLElement} Node
 * @param {HTMLElement|"ul"} parent @param {() => Node} make @returns {Node|HTMLElement}
 */
export function oneOf(parent, make) {
  const isList = parent === "ul" || /^[UO]L$/.test(parent.tagName);
  return guarded(make) ?? el(isList ? "li" : "div", { class: "quiet", data: { [BROKEN]: "" }, t: "page.cardBroken" });
}

/**
 * The fault is told as any other of the page is.
 * @template Made
 * @param {() => Made} make @returns {Made|undefined}
 */
function guarded(make) {
  try {
    return make();
  } catch (fault) {
    reportError(fault);
    return undefined;
  }
}

/**
 * Brings the children of `parent` in line with `items`, keeping the element of every key that stays: focus, scroll
 * position and half-typed text survive, and nothing moves that did not change.
 * @template Item
 * @param {HTMLElement} parent
 * @param {Item[]} items
 * @param {(item: Item) => string} keyOf
 * @param {(item: Item) => HTMLElement} create
 * @param {(node: HTMLElement, item: Item, index: number) => void} [update]
 */
export function list(parent, items, keyOf, create, update) {
  /** @type {Map<string, HTMLElement>} */
  const known = new Map();
  for (const child of /** @type {Iterable<HTMLElement>} */ (parent.children)) {
    if (child.dataset.key !== undefined) known.set(child.dataset.key, child);
  }
  /** @type {ChildNode|null} */
  let place = parent.firstChild;
  items.forEach((item, index) => {
    const key = keyOf(item);
    let node = known.get(key);
    known.delete(key);
    if (!node) {
      node = oneOf(parent, () => create(item));
      node.dataset.key = key;
    }
    const shown = node;
    if (!(BROKEN in shown.dataset)) guarded(() => update?.(shown, item, index));
    if (node === place) place = node.nextSibling;
    else parent.insertBefore(node, place);
  });
  const held = [...known.values()].find((node) => node.contains(document.activeElement));
  const at = held ? [...parent.children].indexOf(held) : -1;
  for (const node of known.values()) node.remove();
  if (held) refocus(parent, at);
}

const FOCUSABLE = "button:not([disabled], [hidden]), a[href], input, select, textarea, [tabindex='0']";

/**
 * Whoever was on a row that went goes on where it stood, on the row that came up; else to the heading above.
 * @param {HTMLElement} parent @param {number} at
 */
function refocus(parent, at) {
  const row = /** @type {HTMLElement|undefined} */ (parent.children[Math.min(at, parent.children.length - 1)]);
  const next = row?.matches(FOCUSABLE) ? row : row?.querySelector(FOCUSABLE);
  const heading = parent.closest("section, [role=group]")?.querySelector("h2, h3");
  const place = /** @type {HTMLElement|null|undefined} */ (next ?? heading);
  if (place === heading && !heading?.hasAttribute("tabindex")) heading?.setAttribute("tabindex", "-1");
  place?.focus();
}
