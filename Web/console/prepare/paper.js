// Knows what leaves the page on paper: the agenda as a table and a poster for the door. Forms and buttons stay behind.
import { el } from "../../shared/page/html.js";
import { t, timeOfDay } from "../../shared/texts/i18n.js";
import { minutes } from "../../shared/texts/durations.js";
import { typedAddress } from "../../shared/page/address.js";
import { drawQR } from "../../shared/parts/qr.js";
import { paragraphs } from "../../meetings/invitation.js";
import { invitationOf } from "./invitation-sheet.js";

/** @typedef {import("../../shared/line/store.js").State} State */

/**
 * The agenda as it is read on paper. A lead's own notes go with it: it is the lead who prints.
 * @param {State} state
 * @returns {HTMLElement|null}
 */
export function agendaPaper(state) {
  const { room } = state;
  const of = invitationOf(state);
  if (!room || !of) return null;
  let start = of.start;
  const rows = (room.agenda ?? []).filter((one) => one.state !== "skipped").map((one) => {
    const begins = start === null ? "" : timeOfDay(start, of.zone);
    if (start !== null) start += one.timeboxSeconds * 1000;
    return el("tr", {}, el("td", { class: "numbers", text: begins }), el("td", {},
      el("strong", { class: "read", text: one.title ?? "" }), el("span", { class: "quiet", text: t(`kind.${one.kind}`) }),
      one.speaker ? el("span", { text: t("plan.with", { name: one.speaker }) }) : null,
      one.note ? el("p", { text: one.note }) : null,
      one.leadNote ? el("p", { class: "paper-own", text: one.leadNote }) : null),
    el("td", { class: "numbers", text: minutes(one.timeboxSeconds) }));
  });
  return el("article", { class: "paper is-agenda-paper" }, el("h1", { text: of.title }), about(of),
    el("table", {}, el("tbody", {}, ...rows)));
}

/**
 * The poster: what, when, where, and how one comes in.
 * @param {State} state
 * @returns {HTMLElement|null}
 */
export function posterPaper(state) {
  const of = invitationOf(state);
  const { links } = state;
  if (!of || !links) return null;
  return el("article", { class: "paper is-poster" }, el("h1", { text: of.title }), about({ ...of, callLink: undefined }),
    el("div", { class: "paper-qr" }, drawQR(links.qr, "console.join.qr")),
    el("p", { class: "paper-scan", text: t("paper.scan") }),
    el("p", { text: t("paper.orType", { address: typedAddress(links.join) }) }),
    el("p", { class: "paper-code", text: links.code }), el("p", { class: "quiet", text: t("paper.noAccount") }));
}

/** @param {import("../../meetings/invitation.js").Invitation} of when and where, in lines */
function about(of) {
  const [[, when], where] = paragraphs({ ...of, join: undefined });
  return el("p", { class: "paper-about", text: [when, ...(where ?? [])].join("\n") });
}

/** @param {HTMLElement|null} paper */
function print(paper) {
  if (!paper) return;
  lay(paper);
  window.print();
}

/** @param {HTMLElement} paper lies on the page until it is printed */
function lay(paper) {
  document.querySelector(".paper")?.remove();
  document.body.append(paper);
  document.body.classList.add("has-paper");
  addEventListener("afterprint", () => {
    paper.remove();
    document.body.classList.remove("has-paper");
  }, { once: true });
}

/** @param {State} state */
export function printPoster(state) { print(posterPaper(state)); }

/** @param {State} state */
export function printAgenda(state) { print(agendaPaper(state)); }

/**
 * Whoever prints by the browser's own menu gets the agenda, not the form fields.
 * @param {() => State|null} state
 * @returns {() => void} to stop it
 */
export function printsAsPaper(state) {
  const before = () => {
    const now = state();
    const paper = now && !document.querySelector(".paper") ? agendaPaper(now) : null;
    if (paper) lay(paper);
  };
  addEventListener("beforeprint", before);
  return () => removeEventListener("beforeprint", before);
}
