// Knows how the minutes of a meeting that is over are taken along: for whom is chosen first, then in which form.
import { download } from "../shared/page/download.js";
import { el, say, show } from "../shared/page/html.js";
import { postForFile } from "../shared/line/http.js";
import { language } from "../shared/texts/i18n.js";
import { account, call } from "./account.js";
import { sayFailure } from "../console/failure.js";

/** Each form with the ending of its file. */
const FORMS = { html: "html", text: "txt", csv: "csv" };

let made = 0;

/**
 * The part; nobody but those who run meetings is given it.
 * @param {string} meeting
 * @param {"h2"|"h3"} heading
 */
export function minutesPart(meeting, heading) {
  made += 1;
  const group = `minutes-${made}`;
  const said = el("p", { class: "quiet small", role: "status" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const everybody = choice("everybody", true);
  const leads = choice("leads", false);
  const buttons = Object.keys(FORMS).map((form) => el("button", { type: "button", class: "button",
    t: `console.minutes.${form}`, on: { click: () => take(/** @type {keyof FORMS} */ (form)) } }));
  const node = el("section", { class: "console-minutes", "aria-labelledby": group },
    el(heading, { id: group, t: "console.minutes.title" }), el("p", { class: "quiet small", t: "console.minutes.about" }),
    el("fieldset", { class: "console-minutes-readers" }, el("legend", { t: "console.minutes.readers" }), everybody.node,
      leads.node),
    el("div", { class: "console-actions" }, ...buttons), said, trouble);

  /** @param {"everybody"|"leads"} readers @param {boolean} checked */
  function choice(readers, checked) {
    const id = `${group}-${readers}`;
    const input = el("input", { type: "radio", name: group, id, checked, "aria-describedby": `${id}-hint` });
    return { input, node: el("div", { class: "console-minutes-choice" },
      el("label", { class: "check", for: id }, input, el("span", { t: `console.minutes.${readers}` })),
      el("p", { class: "quiet small", id: `${id}-hint`, t: `console.minutes.${readers}Hint` })) };
  }

  /** @param {keyof FORMS} form */
  async function take(form) {
    show(trouble, false);
    const wish = { meeting, form, readers: leads.input.checked ? "leads" : "everybody", language: language() };
    const name = `minutes-${meeting}.${FORMS[form]}`;
    try {
      download(await (account() ? call((csrf) => postForFile("/api/minutes", wish, { csrf }))
        : postForFile("/api/minutes", wish)), name);
      say(said, "console.minutes.saved", { name });
    } catch (failure) {
      sayFailure(trouble, failure);
    }
  }

  return node;
}
