// Knows the languages: catalogues, plural forms, and the texts on the page that change when the language does.
// No sentence is written in code; whoever shows text names a key.

import { fetchFile } from "../page/coming.js";
import { fileAddress } from "../page/files.js";
import { numberFormat, pluralRules } from "./intl.js";

export { dayOf, timeOfDay } from "./dates.js";

/** @typedef {Record<string, string|Record<string, string>>} Catalogue */
/** @typedef {string|number|[string, Params]} Param a text, a number, or a key with its own parameters */
/** @typedef {{[name: string]: Param}} Params */

export const LANGUAGES = Object.freeze(["en", "cy"]);
const STORED = "staffroom.language";

/** @type {Record<string, Catalogue>} */
const catalogues = { en: {}, cy: {} };
/** @type {WeakMap<Element, Record<string, [string, Params|undefined]>>} */
const bindings = new WeakMap();
/** @type {Set<() => void>} */
const listeners = new Set();
/** @type {Set<string>} the parts that the page wants, in every language that is in use */
const asked = new Set();
/** @type {Set<string>} */
const inUse = new Set();
/** @type {Set<string>} */
const fetched = new Set();
/**
 * Every element with a text, also one that is on no page yet: it may be made before the language changes and shown after.
 * @type {WeakRef<Element>[]}
 */
let bound = [];
/** How many there may be before those that are gone are thrown out. */
let roomForBound = 1024;
let current = "en";
let strict = false;

/**
 * Adds texts to a language. With `isStrict` (tests) a missing key throws instead of showing itself.
 * @param {string} language @param {Catalogue} texts @param {boolean} [isStrict]
 */
export function load(language, texts, isStrict = false) {
  Object.assign(catalogues[language] ??= {}, texts);
  strict = isStrict;
}

/**
 * Picks the language and fetches its catalogues; the other language's only come when somebody chooses it.
 * @param {string[]} [parts] further catalogues beside the common one, such as "console"
 */
export async function start(parts = []) {
  const first = wanted();
  inUse.add(first);
  await add(["", ...parts]);
  apply(first);
}

/**
 * Fetches further catalogues, for what few people need.
 * @param {string[]} parts
 */
export async function add(parts) {
  for (const part of parts) asked.add(part);
  await Promise.all([...inUse].map((language) => fetchAll(language)));
}

/**
 * Fetches what has been asked for and is not there yet.
 * @param {string} language
 */
async function fetchAll(language) {
  await Promise.all([...asked].map(async (part) => {
    const name = `locales/${[language, part].filter(Boolean).join(".")}.json`;
    if (fetched.has(name)) return;
    load(language, await fetchFile(fileAddress(name)));
    fetched.add(name);
  }));
}

function wanted() {
  const asked = new URLSearchParams(location.search).get("lang");
  const known = [asked, remembered(), ...(navigator.languages ?? [navigator.language])];
  for (const name of known) {
    const short = name?.slice(0, 2).toLowerCase();
    if (short && LANGUAGES.includes(short)) return short;
  }
  return "en";
}

function remembered() {
  try { return localStorage.getItem(STORED); } catch { return null; }
}

/** The language in use, "en" or "cy". */
export function language() { return current; }

/**
 * Switches to a language that may have to be fetched first.
 * @param {string} next
 * @returns {Promise<boolean>} false when it did not come; then everything stays as it is
 */
export async function chooseLanguage(next) {
  if (!await fetchLanguage(next)) return false;
  setLanguage(next);
  return true;
}

/**
 * Fetches a language beside the one in use, for a text that goes to others.
 * @param {string} language
 * @returns {Promise<boolean>} false when it did not come
 */
export async function fetchLanguage(language) {
  inUse.add(language);
  try {
    await fetchAll(language);
    return true;
  } catch {
    inUse.delete(language);
    return false;
  }
}

/**
 * Switches in place, to a language that is there, and remembers.
 * @param {string} next
 */
export function setLanguage(next) {
  try { localStorage.setItem(STORED, next); } catch { /* Private windows may refuse; the switch still holds. */ }
  apply(next);
}

/** @param {string} next */
function apply(next) {
  current = next;
  if (typeof document !== "undefined") {
    document.documentElement.lang = next;
    retranslate(document);
  }
  retranslateBound();
  for (const listener of listeners) listener();
}

/**
 * Calls back after every change of language.
 * @param {() => void} listener @returns {() => void} to stop it
 */
export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The text of a key. `{name}` is replaced by `params.name`; a text with plural forms is chosen by `params.count`.
 * @param {string} key @param {Params} [params] @returns {string}
 */
export function t(key, params) {
  const entry = catalogues[current]?.[key];
  if (entry === undefined) {
    if (strict) throw new Error(`no text for "${key}" in ${current}`);
    return key;
  }
  const text = typeof entry === "string" ? entry : plural(entry, Number(params?.count ?? 0), key);
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = params?.[name];
    if (value === undefined) return whole;
    if (typeof value === "object") return t(...value);
    return typeof value === "number" ? number(value) : value;
  });
}

/**
 * Texts in another language than the page's, for what is read elsewhere: an invitation.
 * @template Made
 * @param {string} other @param {() => Made} make @returns {Made}
 */
export function inLanguage(other, make) {
  const before = current;
  current = other;
  try { return make(); } finally { current = before; }
}

/** @param {Record<string, string>} forms @param {number} count @param {string} key */
function plural(forms, count, key) {
  // English has no plural form for nothing, but often another sentence.
  if (count === 0 && forms.zero !== undefined) return forms.zero;
  return forms[pluralForm(count)] ?? forms.other ?? key;
}

/** @type {Record<number, string>} */
const WELSH_FORMS = { 0: "zero", 1: "one", 2: "two", 3: "few", 6: "many" };

/**
 * Chromium on phones comes without Welsh, and then Intl.PluralRules counts as in English without a word about it.
 * @param {number} count
 */
function pluralForm(count) {
  return current === "cy" ? WELSH_FORMS[count] ?? "other" : pluralRules(current).select(count);
}

/**
 * Whether a text exists in the language in use.
 * @param {string} key
 */
export function has(key) { return catalogues[current]?.[key] !== undefined; }

/**
 * Ties a text to an element: its content ("text") or an attribute. It changes with the language by itself.
 * @param {Element} node @param {string} property "text" or the name of an attribute
 * @param {string} key @param {Params} [params]
 */
export function bind(node, property, key, params) {
  const known = bindings.get(node);
  if (!known) keep(node);
  const all = known ?? {};
  all[property] = [key, params];
  bindings.set(node, all);
  if (node.getAttribute("data-t") !== "") node.setAttribute("data-t", "");
  write(node, property, t(key, params));
}

/** @param {Element} node */
function keep(node) {
  if (bound.length >= roomForBound) {
    bound = bound.filter((one) => one.deref());
    roomForBound = Math.max(1024, 2 * bound.length);
  }
  bound.push(new WeakRef(node));
}

function retranslateBound() {
  for (const one of bound) {
    const node = one.deref();
    if (node) rewrite(node);
  }
}

/** @param {Element} node */
function rewrite(node) {
  for (const [property, [name, params]] of Object.entries(bindings.get(node) ?? {})) {
    write(node, property, t(name, params));
  }
}

/**
 * Sets plain text that is no key (a person's own words) and unties what was tied.
 * @param {Element} node @param {string} text
 */
export function setText(node, text) {
  const all = bindings.get(node);
  if (all) delete all.text;
  write(node, "text", text);
}

/** @param {Element} node @param {string} property @param {string} text */
function write(node, property, text) {
  if (property === "text") {
    if (node.textContent !== text) node.textContent = text;
  } else if (node.getAttribute(property) !== text) {
    node.setAttribute(property, text);
  }
}

/**
 * Writes every tied text below `root` again.
 * @param {ParentNode} root
 */
export function retranslate(root) {
  for (const node of root.querySelectorAll("[data-t]")) {
    // Static markup names its key in the attribute; built elements are in the table.
    const key = node.getAttribute("data-t");
    if (key && !bindings.get(node)?.text) bind(node, "text", key);
    else rewrite(node);
  }
}

/**
 * "1,200"; both languages write numbers alike.
 * @param {number} value
 */
export function number(value) { return numberFormat().format(value); }
