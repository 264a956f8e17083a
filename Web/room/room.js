// Knows the room of a teacher: strip, panels, thumb bar, and what is said when something happens.
import { announce } from "../shared/page/announce.js";
import { minutes } from "../shared/texts/durations.js";
import { el, put, show } from "../shared/page/html.js";
import { onLanguage, t } from "../shared/texts/i18n.js";
import { notify } from "../shared/page/notify.js";
import { rejectionText } from "../shared/texts/rejection.js";
import { lowerHand, raiseHand } from "../shared/model/commands.js";
import { isMine, me } from "../shared/model/selectors.js";
import { announcementNote } from "./announcement-note.js";
import { chatPanel } from "./chat/panel.js";
import { groupLine } from "./groups/line.js";
import { lastMinutes } from "./news/minutes.js";
import { newsBar } from "./news/bar.js";
import { newsSources } from "./news/sources.js";
import { groupSeatNote } from "./groups/seat-note.js";
import { morePanel } from "./more-panel.js";
import { peoplePanel } from "./people-panel.js";
import { restoredNote } from "../shared/parts/restored-note.js";
import { roomBar } from "./bar.js";
import { roomNow } from "./now.js";
import { roomStrip } from "./strip.js";
import { tableStrip } from "./table-strip.js";
import { groupNews } from "./groups/news.js";
import { canBeDoneForOthers } from "../shared/limits.js";
import { offerUndo } from "../shared/parts/undo-line.js";
import { putBackOf } from "./taken-back.js";

/** @typedef {import("../shared/line/store.js").State} State */
/** @typedef {import("./bar.js").Panel} Panel */

const WIDE = "(min-width: 64rem)";
const PROBLEM_MILLISECONDS = 12_000;

/**
 * @param {{session: import("../shared/line/session.js").Session, scope: string, onGo: () => void,
 *   onForget: () => void}} options
 */
export function teacherRoom({ session, scope, onGo, onForget }) {
  /** @type {Panel} */
  let panel = "now";
  let unread = 0;

  /**
   * Says a wish; a no is told beside the place it came from.
   * @param {Record<string, any>} command
   * @param {HTMLElement} place
   * @param {string|null} [wanted] whom it is for, where its card knows that
   * @returns {Promise<boolean>}
   */
  const send = async (command, place, wanted) => {
    place.querySelector(":scope > .rejected")?.remove();
    const putBack = putBackOf(command, session.store.state.room);
    const answer = await session.do(command, subjectOf(command, wanted));
    if (answer.ack && putBack) offerUndo("undo.withdrawn", {}, () => send(putBack, place, wanted));
    // "It is so already" is what was wished for: somebody, or another tab, was quicker.
    if (answer.ack || answer.rejection.alreadySo) return true;
    // Once whoever wished it has put the words back, they are looked for: their place may be gone, and this room, too.
    setTimeout(() => session.store.changed());
    const problem = el("p", { class: "problem rejected", role: "alert" });
    put(problem, rejectionText(answer.rejection));
    place.append(problem);
    setTimeout(() => problem.remove(), PROBLEM_MILLISECONDS);
    return false;
  };

  /**
   * For whom it is: one's own words stay their author's, everything else is of whoever is chosen at a table.
   * @param {Record<string, any>} command @param {string|null|undefined} wanted
   */
  const subjectOf = (command, wanted) => {
    const { room, you, subject } = session.store.state;
    const isForOthers = canBeDoneForOthers(Object.keys(command)[0]);
    if (me(session.store.state)?.role !== "table") return isForOthers ? wanted ?? null : null;
    const message = (command.correctMessage ?? command.withdrawMessage ?? command.restoreMessage)?.message;
    const card = (command.editCard ?? command.withdrawCard ?? command.restoreCard)?.card;
    const author = room?.messages?.find((one) => one.id === message)?.author
      ?? room?.rounds?.at(-1)?.groups.flatMap((group) => group.cards).find((one) => one.id === card)?.author;
    if (author) return author === you?.person ? null : author;
    if (!isForOthers) return null;
    return wanted === undefined ? subject : wanted;
  };

  const strip = roomStrip({ onSeat: () => go("people") });
  const restored = restoredNote(session.store);
  const table = tableStrip({ session, send });
  const announcement = announcementNote({ scope });
  const line = groupLine();
  strip.element.append(restored.node, table.element, line.element);
  const seat = groupSeatNote({ scope });
  const now = roomNow({ send, meeting: session.meeting, scope, seat, announcement, toChat: (text) => {
    go("chat");
    chat.take(text, false);
  } });
  const chat = chatPanel({ send, scope, onRead: () => seen() });
  const people = peoplePanel({ meeting: session.meeting });
  const more = morePanel({ meeting: session.meeting, send, scope, onPeople: () => go("people"), onGo, onForget });
  const bar = roomBar({ onPanel: go, onHand: (isUp) => send(isUp ? lowerHand() : raiseHand(), now.element) });
  const main = el("main", { class: "room-main", id: "main" }, now.element, chat.element, people.element, more.element);
  const timeLeft = lastMinutes({ onChange: () => renderNews() });
  /** @param {HTMLElement} place */
  const toNow = (place) => {
    go("now");
    now.toPlace(place);
  };
  const dock = el("div", { class: "dock", data: { place: "undo" } });
  const news = newsBar({ places: [announcement.element, now.places.pulse, now.places.group, now.places.bench],
    onMark: () => renderBar(), sources: newsSources({ send: (command) => send(command, dock), toNow, announcement,
      minutes: timeLeft, ...now.places }) });
  dock.append(news.element, now.signals);
  const element = el("div", { class: "room" }, strip.element, main, dock, bar.element);

  // With a keyboard on a small screen the words one writes come first.
  for (const kind of ["focusin", "focusout"]) {
    element.addEventListener(kind, ({ target }) =>
      element.classList.toggle("is-writing", kind === "focusin" && target instanceof HTMLTextAreaElement));
  }

  const wide = matchMedia(WIDE);
  const isSeen = (/** @type {Panel} */ name) => document.visibilityState === "visible"
    && (panel === name || (wide.matches && ((name === "chat" && panel === "now") || name === "now")));

  function renderBar() { bar.update(session.store.state, panel, unread, news.isMarked()); }
  function renderNews() { news.update(session.store.state); }

  /** @param {Panel} next */
  function go(next) {
    const hash = next === "now" ? "" : `#${next}`;
    if (location.hash !== hash) history.pushState(null, "", hash || location.pathname + location.search);
    open(true);
  }

  /** @param {boolean} withFocus */
  function open(withFocus) {
    const name = location.hash.slice(1);
    panel = name === "chat" || name === "people" || name === "more" ? name : "now";
    if (session.store.state.you?.as === "guest" && panel !== "more") panel = "now";
    element.dataset.panel = panel;
    if (isSeen("chat")) unread = chat.opened();
    renderBar();
    if (!withFocus) return;
    if (panel === "now") strip.focus();
    else /** @type {HTMLElement|null} */ (element.querySelector(`.panel-${panel} .panel-title`))?.focus();
  }

  /** @param {State} state */
  const update = (state) => {
    if (!state.room) return;
    element.dataset.as = state.you?.as ?? "";
    const parts = [strip, restored, table, line, announcement, seat, now, chat, people, more, timeLeft, news];
    for (const part of parts) part.update(state);
    show(chat.element, state.you?.as !== "guest");
    renderBar();
  };

  /**
   * @param {import("../shared/model/types.js").Entry} entry
   * @param {State} state
   */
  const heard = (entry, state) => {
    const { room, you } = state;
    if (!room || !you) return;
    const [name] = Object.keys(entry.event);
    const fields = entry.event[name];
    if (name === "segmentOpened") {
      const segment = room.agenda?.find((one) => one.id === fields.segment);
      if (segment) say("said.segment", { title: segment.title ?? "", time: minutes(segment.timeboxSeconds) });
    } else if (name === "pulseOpened" && you.as !== "guest") {
      say("said.pulse");
    } else if (name === "handCalled" && isMine(state, fields.person)) {
      // The line above the tabs shows it, with its act.
      say("said.called");
    } else if (name === "personMerged" && fields.into === you.person) {
      // Nobody becomes one with them without their hearing of it.
      say("said.merged");
    } else if (name === "messagePosted" && fields.person !== you.person) {
      const before = unread;
      unread = chat.heard(fields.group, isSeen("chat"));
      if (unread > before) announce(t("bar.chatUnread", { count: unread }));
    } else if (name === "questionAsked" && you.as === "guest") {
      announce(t("said.question"));
    } else tellOfGroup(name, fields, state);
  };

  /**
   * @param {string} key
   * @param {Record<string, string>} [params]
   */
  const say = (key, params) => {
    announce(t(key, params));
    notify();
  };

  const tellOfGroup = groupNews({ say: (text) => { announce(text); notify(); }, seat, toTop: now.toTop });

  // Words that came too late, written before the page was loaded again, go back to where they can be taken from.
  const onRefused = session.onRefused;
  session.onRefused = (command) => {
    const { writeCard, postMessage, askQuestion } = command;
    if (writeCard) now.restoreNote(writeCard.text);
    else if (postMessage) chat.restore(postMessage.text, postMessage.group);
    else if (askQuestion) now.restoreQuestion(askQuestion.text);
    else onRefused?.(command);
  };
  const stops = [
    session.store.subscribe(update), session.store.onEntry(heard), onLanguage(() => update(session.store.state)),
  ];
  const moved = () => open(true);
  const seen = () => { if (isSeen("chat")) { unread = chat.seen(); renderBar(); } };
  addEventListener("popstate", moved);
  document.addEventListener("visibilitychange", seen);
  open(false);

  const stop = () => {
    session.onRefused = onRefused;
    for (const end of [...stops, strip.stop, timeLeft.stop, news.stop, now.stop]) end();
    removeEventListener("popstate", moved);
    document.removeEventListener("visibilitychange", seen);
  };
  return { element, stop, focus: () => strip.focus() };
}
