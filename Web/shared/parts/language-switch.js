// Knows the switch between the languages: <language-switch> on every page. Each language is named in itself.
import { el } from "../page/html.js";
import { chooseLanguage, language, LANGUAGES, onLanguage } from "../texts/i18n.js";
import { toast } from "./toast.js";

class LanguageSwitch extends HTMLElement {
  connectedCallback() {
    this.setAttribute("role", "group");
    this.buttons = LANGUAGES.map((code) => el("button", {
      type: "button", lang: code, class: "language", t: `language.${code}`, on: { click: () => choose(code) },
    }));
    this.replaceChildren(...this.buttons);
    this.stop = onLanguage(() => this.mark());
    this.mark();
  }

  disconnectedCallback() { this.stop?.(); }

  mark() {
    for (const button of this.buttons ?? []) button.setAttribute("aria-pressed", String(button.lang === language()));
  }
}

/** @param {string} code */
async function choose(code) {
  if (!await chooseLanguage(code)) toast("error.offline", {}, "problem");
}

customElements.define("language-switch", LanguageSwitch);
