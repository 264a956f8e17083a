// Knows the two pages that live in a meeting, Prepare and Run: it waits for the welcome, shows the page to who leads
// and plain words to who does not. The page is built once and stays, whatever happens to the connection.
import { el, show } from "../shared/page/html.js";
import { onLanguage } from "../shared/texts/i18n.js";
import { Desk } from "./desk.js";
import { preparePage } from "./prepare/prepare.js";
import { restoredNote } from "../shared/parts/restored-note.js";
import { runPage } from "./run/run.js";

/** @typedef {import("./desk.js").Standing} Standing */
/** @typedef {{node: HTMLElement, update: (state: import("../shared/line/store.js").State) => void, stop?: () => void}} View */

/** @type {Partial<Record<Standing, {title: string, text: string}>>} */
const SENTENCES = {
  notLead: { title: "console.notLead.title", text: "console.notLead.text" },
  signedOut: { title: "console.notLead.title", text: "console.notLead.text" },
  unknownMeeting: { title: "console.notLead.missing", text: "console.notLead.missingText" },
  gone: { title: "console.notLead.ended", text: "console.notLead.endedText" },
};

/**
 * The page of a meeting.
 * @param {string} meeting
 * @param {"prepare"|"run"} kind
 * @returns {{node: HTMLElement, stop: () => void}}
 */
export function roomPage(meeting, kind) {
  const waiting = el("p", { class: "console-page", role: "status", t: "console.connecting" });
  const words = el("section", { class: "console-narrow", hidden: true });
  const restored = restoredNote({ update: (patch) => desk.session?.store.update(patch) });
  const place = el("div", { class: "console-room" }, waiting, words);
  /** @type {View|null} */
  let view = null;
  /** @type {Standing|null} */
  let shown = null;
  const desk = new Desk(meeting, changed, kind === "prepare");

  /**
   * @param {import("../shared/line/store.js").State} state
   * @param {Standing} standing
   */
  function changed(state, standing) {
    if (standing === "lead" && !view && state.room) {
      view = kind === "run" ? runPage(desk) : preparePage(desk);
      // On Run everything has its place; only the bar grows and shrinks.
      (view.node.querySelector(".console-bar") ?? view.node).prepend(restored.node);
      place.append(view.node);
    }
    // An expired login is asked for over the page; what is on it stays.
    const isShown = Boolean(view) && (standing === "lead" || standing === "signedOut");
    show(waiting, !isShown && standing === "connecting");
    show(words, !isShown && standing in SENTENCES);
    if (view) show(view.node, isShown);
    restored.update({ isRestored: isShown && state.isRestored, isRolledBack: isShown && state.isRolledBack });
    if (view && standing === "lead" && state.room) view.update(state);
    if (!isShown && standing !== shown) words.replaceChildren(...sentence(standing, desk));
    shown = standing;
  }

  desk.start();
  const stopLanguage = onLanguage(() => { if (desk.state?.room) view?.update(desk.state); });
  return {
    node: place,
    stop() {
      stopLanguage();
      view?.stop?.();
      desk.stop();
    },
  };
}

/**
 * @param {Standing} standing
 * @param {Desk} desk
 * @returns {Node[]}
 */
function sentence(standing, desk) {
  const texts = SENTENCES[standing];
  if (!texts) return [];
  const isOutside = standing === "notLead" || standing === "signedOut";
  return [
    el("h1", { t: texts.title }), el("p", { t: texts.text }),
    el("p", { class: "console-actions" },
      isOutside ? el("button", { type: "button", class: "button primary", t: "console.notLead.signIn",
        on: { click: () => desk.signIn() } }) : el("a", { class: "button primary", href: "#meetings",
          t: "console.toMeetings" }),
      standing === "notLead" ? el("a", { class: "button", href: "/", t: "console.notLead.room" }) : null,
      standing === "gone" ? el("button", { type: "button", class: "button", t: "console.tryAgain",
        on: { click: () => desk.start() } }) : null),
  ];
}
