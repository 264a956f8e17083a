// Knows the list of topics that people offer and need help with, as a lead edits it: a name in each language, in order.
// Where it is kept is not its business.
import { el, list, name, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { limit } from "../../shared/limits.js";

/** @typedef {import("../../shared/model/types.js").Topic} Topic */
/** @typedef {{key: string, id: string|null, cy: string, en: string}} Row */

/** Letters that stay in an identifier; the rest goes. */
const PLAIN = /[^a-z0-9]+/g;

let made = 0;

/**
 * The editor. `changed` is called when something was typed.
 * @param {() => void} [changed]
 */
export function topicEditor(changed = () => {}) {
  /** @type {Row[]} */
  let rows = [];
  const place = el("ol", { class: "topic-rows" });
  const empty = el("p", { class: "quiet", t: "forming.topics.empty" });
  const add = el("button", { type: "button", class: "button", t: "forming.topics.add", on: { click: () => append() } });
  const node = el("div", { class: "topic-editor" }, empty, place, add);

  function append() {
    const row = { key: String((made += 1)), id: null, cy: "", en: "" };
    rows = [...rows, row];
    draw();
    /** @type {HTMLInputElement|null} */ (place.lastElementChild?.querySelector("input") ?? null)?.focus();
  }

  /** @param {Row} row */
  function create(row) {
    const fields = /** @type {("en"|"cy")[]} */ (["en", "cy"]).map((language) => {
      const input = el("input", { maxlength: limit("topicLength"), autocomplete: "off", lang: language,
        value: row[language], placeholder: `forming.topics.${language}` });
      input.addEventListener("input", () => {
        row[language] = input.value;
        changed();
      });
      return input;
    });
    return el("li", { class: "topic-row" }, ...fields,
      el("button", { type: "button", class: "button bare", t: "forming.topics.remove",
        on: { click: () => remove(row.key) } }));
  }

  /** @param {string} key */
  function remove(key) {
    rows = rows.filter((one) => one.key !== key);
    draw();
    changed();
    add.focus();
  }

  function draw() {
    list(place, rows, (row) => row.key, create, (line, row, index) => {
      const [en, cy, button] = /** @type {HTMLElement[]} */ ([...line.children]);
      name(en, "forming.topics.enOf", { n: index + 1 });
      name(cy, "forming.topics.cyOf", { n: index + 1 });
      name(button, "forming.topics.removeOf", { topic: row.en || row.cy || t("forming.topics.nth", { n: index + 1 }) });
    });
    show(empty, rows.length === 0);
    add.disabled = rows.length >= limit("topics");
  }

  draw();
  return {
    node,
    /** @param {Topic[]} topics */
    fill(topics) {
      rows = topics.map(({ id, names }) => ({ key: String((made += 1)), id, en: names.en ?? "", cy: names.cy ?? "" }));
      draw();
    },
    /** @returns {Topic[]} without rows that nobody filled in */
    values() {
      const filled = rows.filter((row) => row.en.trim() || row.cy.trim());
      const used = new Set(filled.flatMap((row) => row.id ?? []));
      return filled.map((row) => {
        const id = row.id ?? freshID(row.en.trim() || row.cy.trim(), used);
        used.add(id);
        const names = Object.fromEntries([["en", row.en.trim()], ["cy", row.cy.trim()]].filter(([, text]) => text));
        return { id, names };
      });
    },
  };
}

/**
 * A readable identifier that is not in use; it stays when the name is corrected.
 * @param {string} text @param {Set<string>} used
 */
function freshID(text, used) {
  const base = text.normalize("NFD").toLowerCase().replace(PLAIN, "-").replace(/^-+|-+$/g, "").slice(0, 30) || "topic";
  let id = base;
  for (let n = 2; used.has(id); n += 1) id = `${base}-${n}`;
  return id;
}
