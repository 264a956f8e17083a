// Knows which screen belongs to the state of one meeting: coming in, lobby, room, left, ended, put out.
import { say } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { setTitle } from "../shared/page/notify.js";
import { Session } from "../shared/line/session.js";
import { recall, remember } from "../shared/page/stored.js";
import { keepAwake } from "../shared/page/wake.js";
import { askLeave } from "./leave-dialog.js";
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
  /** @type {HTMLElement|null} */
  let lobbyPlace = null;
  let isLeft = recall("left", "session") === meeting;

  const end = () => {
    keepAwake(false);
    stopRoom?.();
    stopRoom = null;
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

  const leave = async () => {
    const reason = await askLeave();
    if (reason === null) return;
    isLeft = true;
    remember("left", meeting, "session");
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
    ended: (state) => ways.showDoor(stateScreen({ name: "ended", plain: state.room?.details.title,
      lines: ["gone.ended.text", "gone.ended.kept",
        state.network?.contact ? ["join.contact", { contact: state.network.contact }] : null],
      other: { key: "join.notMe", run: forgetMe } })),
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
    if (next === "lobby" && lobbyPlace && state.waiting) say(lobbyPlace, "lobby.place", { count: state.waiting });
  };

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
