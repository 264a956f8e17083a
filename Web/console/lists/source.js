// Knows where a list comes from: pasted, or a file, whichever came last.
import { limit } from "../../shared/limits.js";
import { el } from "../../shared/page/html.js";
import { field } from "../../shared/parts/field.js";

/** @typedef {import("../../shared/page/html.js").Key} Key */

/**
 * The two fields. `changed` is called when there is something else to read.
 * @param {{label: Key, hint: Key, example: Key, empty: Key}} texts
 * @param {() => void} changed
 */
export function listSource(texts, changed) {
  const text = field(el("textarea", { rows: "8", name: "names", spellcheck: "false", placeholder: texts.example }),
    { label: texts.label, hint: texts.hint });
  const file = field(el("input", { type: "file", accept: ".csv,.txt,.tsv,text/csv,text/plain" }),
    { label: "lists.file", hint: "lists.fileHint" });
  const chooser = /** @type {HTMLInputElement} */ (file.input);
  text.input.addEventListener("input", () => {
    chooser.value = "";
    clear();
    changed();
  });
  chooser.addEventListener("change", () => {
    clear();
    if (chooser.files?.[0]) text.input.value = "";
    changed();
  });

  function clear() {
    text.fail(null);
    file.fail(null);
  }

  return {
    nodes: [text.node, file.node],
    focus() { text.input.focus(); },
    /** @returns {Promise<Uint8Array|null>} null where there is nothing, which is said */
    async bytes() {
      const chosen = chooser.files?.[0];
      if (chosen && chosen.size > limit("fileBytes")) {
        file.fail("lists.tooLarge");
        chooser.focus();
        return null;
      }
      if (chosen) return new Uint8Array(await chosen.arrayBuffer());
      if (text.input.value.trim()) return new TextEncoder().encode(text.input.value);
      text.fail(/** @type {string} */ (texts.empty));
      text.input.focus();
      return null;
    },
  };
}
