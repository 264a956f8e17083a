// Knows the short notes at the edge of the page. They never take focus and never cover what one types.
import { announce } from "../page/announce.js";
import { el } from "../page/html.js";
import { t } from "../texts/i18n.js";

const SHOWN_MILLISECONDS = 6_000;

/**
 * Shows a note and says it.
 * @param {string} key @param {import("../texts/i18n.js").Params} [params] @param {"plain"|"problem"} [kind]
 */
export function toast(key, params = {}, kind = "plain") {
  const note = el("p", { class: `toast ${kind}`, t: [key, params] });
  stack().append(note);
  announce(t(key, params));
  setTimeout(() => note.remove(), SHOWN_MILLISECONDS);
}

function stack() {
  const found = document.querySelector(".toasts");
  if (found) return found;
  const made = el("div", { class: "toasts", "aria-hidden": "true" });
  document.body.append(made);
  return made;
}
