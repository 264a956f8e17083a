// Knows which screen belongs to the state of one meeting: coming in, lobby, room, left, ended, put out.
import { say } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { setTitle } from "../shared/page/notify.js";
import { Session } from "../shared/line/session.js";
import { recall, remember, storedKey } from "../shared/page/stored.js";
import { keepAwake } from "../shared/page/wake.js";
import { askLeave } from "./leave-dialog.js";
import { keepsakes } from "./keepsakes.js";
import { keepLeft, wordsOf } from "./left-words.js";
import { stateScreen } from "../door/state.js";
import { takeLeave } from "../shared/model/commands.js";
import { teacherRoom } from "./room.js";

/** @typedef {import("../shared/line/store.js").State} State */
/**
 * @typedef {object} Ways
 * @property {(main: HTMLElement, withFocus?: boolean) => void} showDoor
 * @property {(element: HTMLElement) => void} showRoom
 * @property {(meeting: string) => void} enter
 * @property {(meeting: string) => Promise<boolean>} forgetMe
 * @property {() => void} onSignedOut
 */

/**
 * Opens the connection and shows what belongs to its state until it is over.
 * @param {string} meeting
 * @param {Ways} ways
 */
export function teacherMeeting(meeting, ways) {
  const session = new Session({ meeting, as: "teacher" });
  let shown = "";
  /** @type {(() => void)|null} */
  let stopRoom = null;
  const kept = keepsakes(session);
  /** @type {HTMLElement|null} */
  let lobbyPlace = null;
  let saidGone = false;
  let isLeft = recall("left", "session") === meeting;

  const end = () => {
    removeEventListener("storage", onStored);
    keepAwake(false);
    stopRoom?.();
    stopRoom = null;
    kept.stop();
    stopListening();
    session.stop();
  };

  const goBack = () => {
    remember("left", null, "session");
    session.outbox?.cancel("takeLeave");
    end();
    ways.enter(meeting);
  };

  const forgetMe = async () => {
    if (await ways.forgetMe(meeting)) end();
  };

  /** They are gone, and the page says so. */
  const beGone = () => {
    isLeft = true;
    remember("left", meeting, "session");
  };

  /** They have said so in another tab, or on another device. */
  const goToo = () => {
    saidGone = false;
    if (isLeft) return;
    beGone();
    session.stop();
  };

  const leave = async () => {
    const reason = await askLeave();
    if (reason === null || isLeft) return;
    beGone();
    // Other tabs of this browser hear of it at once, also without a connection.
    remember(`gone.${meeting}`, Date.now());
    const answer = session.do(takeLeave(reason === "" ? null : reason));
    render(session.store.state);
    // Without a connection the going is told as soon as there is one.
    await answer;
    if (isLeft) session.stop();
  };

  /** @type {Record<string, (state: State) => void>} */
  const screens = {
    coming: () => ways.showDoor(stateScreen({ name: "coming" })),
    lobby: (state) => {
      const screen = stateScreen({ name: "lobby", plain: state.room?.details?.title,
        other: { key: "lobby.stop", run: () => { end(); ways.onSignedOut(); } } });
      lobbyPlace = /** @type {HTMLElement} */ (screen.querySelector("p:not(.quiet)"));
      ways.showDoor(screen);
    },
    room: (state) => {
      const scope = `${meeting}.${state.you?.person ?? ""}`;
      const room = teacherRoom({ session, scope, onGo: leave, onForget: forgetMe });
      stopRoom = room.stop;
      ways.showRoom(room.element);
      setTitle([state.room?.details.title, t("app.name")].filter(Boolean).join(" – "));
      keepAwake(true);
      if (location.hash === "") room.focus();
    },
    ended: (state) => {
      const isGuest = state.you?.as === "guest";
      ways.showDoor(stateScreen({ name: "ended", plain: state.room?.details.title,
        title: isGuest ? "gone.ended.guest" : "gone.ended.title",
        lines: isGuest ? ["gone.ended.text", state.network?.contact ? ["join.contact", { contact: state.network.contact }] : null] : [],
        extra: isGuest ? null : kept.element, other: { key: "join.notMe", run: forgetMe } }));
    },
    left: (state) => ways.showDoor(stateScreen({ name: "left", plain: state.room?.details.title,
      primary: { key: "gone.left.back", run: goBack }, other: { key: "join.notMe", run: forgetMe } })),
    elsewhere: () => ways.showDoor(stateScreen({ name: "elsewhere",
      primary: { key: "gone.elsewhere.here", run: goBack } })),
    fault: () => ways.showDoor(stateScreen({ name: "fault",
      primary: { key: "gone.fault.reload", run: () => location.reload() } })),
    signedOut: () => { end(); ways.onSignedOut(); },
    unknownMeeting: () => { end(); ways.onSignedOut(); },
    forgotten: () => { end(); ways.onSignedOut(); },
  };
  for (const name of ["removed", "denied"]) {
    screens[name] = (state) => ways.showDoor(stateScreen({ name, lines: [`gone.${name}.text`,
      state.network?.contact ? ["join.contact", { contact: state.network.contact }] : null] }));
  }

  /** @param {State} state */
  const render = (state) => {
    if (saidGone) goToo();
    const next = screenOf(state, isLeft);
    if (next !== shown) {
      if (shown === "room") {
        stopRoom?.();
        stopRoom = null;
        keepAwake(false);
      }
      shown = next;
      screens[next](state);
    }
    if (next === "ended") kept.update(state);
    if (next === "lobby" && lobbyPlace && state.waiting) say(lobbyPlace, "lobby.place", { count: state.waiting });
  };

  // Words that come back when there is no box for them.
  session.onRefused = (command) => {
    const words = wordsOf(command);
    const { you } = session.store.state;
    if (words) keepLeft(`${meeting}.${you?.person ?? ""}.chat`, words);
    session.store.changed();
  };
  /** @param {StorageEvent} event */
  const onStored = ({ key, newValue }) => {
    if (key !== storedKey(`gone.${meeting}`) || newValue === null) return;
    goToo();
    render(session.store.state);
  };
  addEventListener("storage", onStored);
  // What is caught up with may say that they went and came back.
  session.store.onEntry(({ event: { presenceBegan, presenceEnded } }, { you }) => {
    if ((presenceBegan ?? presenceEnded)?.person === you?.person) saidGone = presenceEnded?.reason === "left";
  });
  const stopListening = session.store.subscribe(render);
  if (!isLeft) session.start();
}

/**
 * @param {State} state
 * @param {boolean} isLeft
 * @returns {string}
 */
function screenOf(state, isLeft) {
  if (isLeft) return "left";
  if (state.connection === "closed" && state.reason) return state.reason === "done" ? "coming" : state.reason;
  if (state.waiting !== null) return "lobby";
  if (!state.room || !state.you) return "coming";
  return state.room.details.phase === "ended" ? "ended" : "room";
}
