// Knows the switch between the languages: <language-switch> on every page. Each language is named in itself.
import { el } from "../page/html.js";
import { language, LANGUAGES, onLanguage, setLanguage } from "../texts/i18n.js";

class LanguageSwitch extends HTMLElement {
  connectedCallback() {
    this.setAttribute("role", "group");
    this.buttons = LANGUAGES.map((code) => el("button", {
      type: "button", lang: code, class: "language", t: `language.${code}`, on: { click: () => setLanguage(code) },
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

customElements.define("language-switch", LanguageSwitch);
