// Knows the invitation as it will be read, beside everything that is prepared: it follows every change, and is copied in
// one tap in either language.
import { el, list, put, show } from "../../shared/page/html.js";
import { LANGUAGES, fetchLanguage, language } from "../../shared/texts/i18n.js";
import { account } from "../../meetings/account.js";
import { noteInvited } from "../../meetings/first-steps.js";
import { copyInvitation, invitationText, paragraphs } from "../../meetings/invitation.js";
import { plannedMilliseconds } from "../../shared/model/selectors-time.js";
import { printAgenda, printPoster } from "./paper.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../../shared/line/store.js").State} State */

/**
 * What the invitation says of a meeting.
 * @param {State} state
 * @returns {import("../../meetings/invitation.js").Invitation|null}
 */
export function invitationOf({ room, links }) {
  if (!room) return null;
  const { title = "", plannedStart, zone, place, callLink } = room.details;
  return { title, start: plannedStart ?? null,
    end: plannedStart === undefined ? null : plannedStart + plannedMilliseconds(room), zone, place, callLink,
    join: links?.join, code: links?.code };
}

/**
 * The part.
 * @param {Desk} desk
 * @returns {{node: HTMLElement, update: (state: State) => void}}
 */
export function invitationSheet(desk) {
  const sheet = el("div", { class: "plan-sheet read" });
  const calendar = el("a", { class: "button bare", href: `/api/meetings/${encodeURIComponent(desk.meeting)}/calendar.ics`,
    download: true, t: "console.prepare.calendar", hidden: true });
  const text = (/** @type {string} */ tongue) => {
    const of = desk.state ? invitationOf(desk.state) : null;
    return of ? invitationText(of, tongue) : "";
  };
  const poster = el("button", { type: "button", class: "button bare", t: "invite.poster",
    on: { click: () => { if (desk.state) printPoster(desk.state); } } });
  const agenda = el("button", { type: "button", class: "button bare", t: "invite.agenda",
    on: { click: () => { if (desk.state) printAgenda(desk.state); } } });
  const inEnglish = copyInvitation({ key: "invite.copyEn", className: "button bare", text: () => text("en"),
    onCopied: noteInvited });
  const inWelsh = copyInvitation({ key: "invite.copyCy", className: "button bare", text: () => text("cy"),
    onCopied: noteInvited });
  const copy = copyInvitation({ key: "invite.copy", className: "button primary wide", text: () => text(language()),
    onCopied: noteInvited });

  // A text in the other language is copied at once or not offered: a browser copies only while one taps.
  let areThere = false;
  Promise.all(LANGUAGES.map(fetchLanguage)).then((all) => {
    areThere = all.every(Boolean);
    if (desk.state) part.update(desk.state);
  });

  const part = {
    node: el("div", { class: "plan-invitation" }, sheet, copy,
      el("div", { class: "plan-invitation-acts" }, inEnglish, inWelsh, calendar, poster, agenda)),
    /** @param {State} state */
    update(state) {
      const of = invitationOf(state);
      if (!of) return;
      show(calendar, of.start !== null && account());
      show(inEnglish, areThere && language() !== "en");
      show(inWelsh, areThere && language() !== "cy");
      list(sheet, paragraphs(of).map((lines, index) => ({ id: String(index), lines })), (one) => one.id, () => el("p"),
        (node, { lines }) => put(node, lines.join("\n")));
    },
  };
  return part;
}
