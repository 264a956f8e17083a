// Knows what an invitation says: one text for a message or a letter, in either language, made of what the meeting has
// now. It names nobody.
import { announce } from "../shared/page/announce.js";
import { typedAddress } from "../shared/page/address.js";
import { copyText } from "../shared/page/copy.js";
import { el, say, show } from "../shared/page/html.js";
import { inLanguage, t, timeOfDay } from "../shared/texts/i18n.js";
import { dateParts } from "../shared/texts/intl.js";
import { dayText } from "./dates.js";

/**
 * @typedef {object} Invitation
 * @property {string} title
 * @property {number|null} start
 * @property {number|null} end
 * @property {string} zone
 * @property {string} [place]
 * @property {string} [callLink]
 * @property {string} [join] everybody's link
 * @property {string} [code]
 */

/**
 * The paragraphs, each of lines.
 * @param {Invitation} of
 * @returns {string[][]}
 */
export function paragraphs({ title, start, end, zone, place, callLink, join, code }) {
  const when = start === null ? t("invite.noTime") : t(end !== null && end > start ? "invite.when" : "invite.begins", {
    day: dayText(start, zone), year: dateParts({ year: "numeric" }, start, zone).year, start: timeOfDay(start, zone),
    end: timeOfDay(end ?? start, zone) });
  const where = [...(place ? [t("invite.room", { place })] : []),
    ...(callLink ? [t("invite.call"), callLink] : [])];
  const phone = join ? [t("invite.phone"), join,
    ...(code ? [t("invite.code", { code, address: typedAddress(join) })] : [])] : [];
  return [[title, when], where, phone].filter((lines) => lines.length > 0);
}

/**
 * The whole text.
 * @param {Invitation} of @param {string} language
 */
export function invitationText(of, language) {
  return inLanguage(language, () => paragraphs(of).map((lines) => lines.join("\n")).join("\n\n"));
}

/**
 * A button that copies in one tap and says so beside itself; where copying is forbidden the text stands there, selected.
 * @param {{key: import("../shared/page/html.js").Key, label?: import("../shared/page/html.js").Key, className: string,
 *   text: () => string, onCopied?: () => void}} options
 */
export function copyInvitation({ key, label, className, text, onCopied }) {
  const note = el("span", { class: "quiet small", role: "status" });
  const fallback = el("textarea", { readonly: true, hidden: true, rows: "6", label: key });
  const button = el("button", { type: "button", class: className, t: key, ...(label ? { label } : {}) });
  button.addEventListener("click", async () => {
    const isDone = await copyText(text());
    say(note, isDone ? "console.join.copied" : "console.join.copyFailed");
    show(fallback, !isDone);
    if (isDone) {
      announce(t("console.join.copied"));
      onCopied?.();
    } else {
      fallback.value = text();
      fallback.select();
    }
  });
  return el("span", { class: "meet-copy" }, button, note, fallback);
}
