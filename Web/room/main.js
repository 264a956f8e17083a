// Knows the way of a teacher through the pages: door, join, lobby, room, and the ends of it. Wiring only.
import { place } from "../shared/page/announce.js";
import { confirm } from "../shared/parts/dialog.js";
import { el } from "../shared/page/html.js";
import { language, start, t } from "../shared/texts/i18n.js";
import { post } from "../shared/line/http.js";
import { keepPage } from "../shared/page/keeping.js";
import { setTitle } from "../shared/page/notify.js";
import { failureText } from "../shared/texts/rejection.js";
import { forget, recall, remember } from "../shared/page/stored.js";
import { followViewport } from "../shared/page/viewport.js";
import { doorCode } from "../door/code.js";
import { keepsCookies } from "../door/cookies.js";
import { lookAtDoor, watchDoor } from "../door/early.js";
import { doorJoin } from "../door/join.js";
import { stateScreen, whenLine } from "../door/state.js";
import { keepNames } from "../door/table-names.js";
import { teacherMeeting } from "./meeting.js";
import "../shared/parts/language-switch.js";
import { fetchLimits } from "../shared/limits.js";
import { insist } from "../shared/page/coming.js";

/** @typedef {{code?: string, link?: string}} Way how somebody found the door */
/** @typedef {import("../shared/line/http.js").HTTPFailure} HTTPFailure */
/** @typedef {import("../door/join.js").JoinWish} JoinWish */

const app = /** @type {HTMLElement} */ (document.getElementById("app"));
/** How many screens there have been: an answer that comes after another one was shown comes too late. */
let shown = 0;

/**
 * Shows one screen of the door and puts the reader at its top.
 * @param {HTMLElement} main
 * @param {boolean} [withFocus]
 */
export function showDoor(main, withFocus = true) {
  shown += 1;
  document.querySelector(".toasts")?.remove();
  app.replaceChildren(el("div", { class: "door-page" },
    el("header", { class: "door-top" }, el("p", { class: "brand", t: "app.name" }),
      document.createElement("language-switch")), main));
  const heading = main.querySelector("h1");
  setTitle([heading?.textContent, t("app.name")].filter(Boolean).join(" – "));
  if (withFocus) heading?.focus();
}

/** @param {HTMLElement} element */
export function showRoom(element) {
  shown += 1;
  app.replaceChildren(element);
}

/**
 * The first screen.
 * @param {string} [code]
 * @param {string|null} [sentence] what to say beside the field
 */
export function showCode(code = "", sentence = null) {
  const screen = doorCode({ onCode: (typed) => knock({ code: typed }), onLink: (link) => { knock({ link }); } });
  showDoor(screen.element);
  if (code) screen.fill(code);
  if (sentence) screen.complain(sentence);
}

/**
 * Asks who is there and shows the next screen.
 * @param {Way} way
 * @returns {Promise<string|null>} what to say if there is no next screen
 */
export async function knock(way) {
  const before = shown;
  try {
    const door = await post("/api/door", way);
    if (shown !== before) return null;
    keepLink(way);
    if (door.phase === "planned") showEarly(way, door);
    else if (door.phase === "ended") showOver(way, door);
    else showJoin(way, door);
    return null;
  } catch (failure) {
    return failureText(/** @type {HTTPFailure} */ (failure));
  }
}

/**
 * A personal link is a secret: it lives for this tab only, so that a reload on the way in still knows it.
 * @param {Way} way
 */
function keepLink(way) { remember("link", way.link ?? null, "session"); }

/**
 * Who comes early may say who they are: the page then goes in by itself when the meeting begins.
 * @param {Way} way
 * @param {Record<string, any>} door
 */
function showEarly(way, door) {
  const screen = doorJoin(door, {
    onJoin: (wish) => getReady(way, door, wish),
    onForget: () => forgetMe(door.meeting),
    onOther: () => showCode(),
  });
  showDoor(screen.element);
  warnOfCookies(screen);
  // What is half-typed stays: only the button is another when the door opens.
  watchDoor(way, screen.element, null, (next) => {
    if (next.phase === "open") screen.open(next, (wish) => comeIn(way, next, wish));
    else knock(way);
  });
}

/**
 * Says at once what is wrong with what somebody says of themselves, and not when the door opens.
 * @param {Way} way
 * @param {Record<string, any>} door
 * @param {JoinWish} wish
 * @returns {Promise<string|null>}
 */
async function getReady(way, door, wish) {
  if (!keepsCookies()) return t("error.noCookies");
  try {
    const next = await lookAtDoor(way, wish);
    if (next.phase === "open") return comeIn(way, next, wish);
  } catch (failure) {
    const { status } = /** @type {HTTPFailure} */ (failure);
    if (status === 400 || status === 409) return failureText(/** @type {HTTPFailure} */ (failure));
  }
  showReady(way, door, wish);
  return null;
}

/**
 * @param {Way} way
 * @param {Record<string, any>} door
 * @param {JoinWish} wish
 */
function showReady(way, door, wish) {
  const screen = stateScreen({ name: "ready", plain: door.title, extra: whenLine(door),
    title: ["gone.ready.title", { name: wish.name ?? door.you?.name ?? "" }],
    other: { key: "join.readyChange", run: () => showEarly(way, door) } });
  showDoor(screen);
  watchDoor(way, screen, wish, async (next) => {
    const sentence = next.phase === "open" ? await comeIn(way, next, wish) : await knock(way);
    if (sentence) showJoin(way, next, sentence);
  });
}

/**
 * @param {Way} way
 * @param {Record<string, any>} door
 * @param {string} [sentence] why it did not work the first time
 */
function showJoin(way, door, sentence) {
  const screen = doorJoin(door, { onJoin: (wish) => comeIn(way, door, wish), onForget: () => forgetMe(door.meeting),
    onOther: () => showCode() });
  showDoor(screen.element);
  if (sentence) screen.complain(sentence);
  else warnOfCookies(screen);
}

/** @param {{complain: (sentence: string) => void}} screen */
function warnOfCookies({ complain }) { if (!keepsCookies()) complain(t("error.noCookies")); }

/**
 * @param {Way} way
 * @param {Record<string, any>} door
 * @param {JoinWish} wish
 * @returns {Promise<string|null>} what to say if there is no next screen
 */
async function comeIn(way, door, { seats = [], ...wish }) {
  // Without them one would be in for the others, and outside for oneself.
  if (!keepsCookies()) return t("error.noCookies");
  try {
    const answer = await post("/api/join", { ...way, ...wish });
    keepNames(door.meeting, seats);
    enter(answer.meeting, way.code);
    return null;
  } catch (failure) {
    return failureText(/** @type {HTTPFailure} */ (failure));
  }
}

/**
 * Who was there can look at what they take with them.
 * @param {Way} way
 * @param {Record<string, any>} door
 */
function showOver(way, door) {
  const again = { key: "gone.over.look", run: () => comeIn(way, door, { mode: "unknown", tier: door.you?.tier }) };
  showDoor(stateScreen({ name: "over", plain: door.title, other: otherCode(),
    primary: door.you?.seated ? again : undefined }));
}

function otherCode() {
  return { key: "door.otherCode", run: () => {
    remember("last", null);
    showCode();
  } };
}

/**
 * Goes into a meeting with the ticket this device has.
 * @param {string} meeting
 * @param {string} [code]
 */
export function enter(meeting, code) {
  const last = recall("last");
  remember("last", { meeting, code: code ?? (last?.meeting === meeting ? last.code : undefined) });
  remember("in", { meeting }, "session");
  keepLink({});
  const lang = new URLSearchParams(location.search).get("lang") ? `?lang=${language()}` : "";
  history.replaceState(null, "", location.pathname + lang + (/^#(chat|people|more)$/.test(location.hash)
    ? location.hash : ""));
  teacherMeeting(meeting, { showDoor, showRoom, enter, forgetMe, onSignedOut: signedOut });
}

/** The ticket is no more: back to the door, which is found again if the code is known. */
async function signedOut() {
  remember("in", null, "session");
  const last = recall("last");
  const sentence = last?.code ? await knock({ code: last.code }) : t("gone.signedOut.text");
  if (sentence) showCode("", sentence);
}

/**
 * "Not me on this device": nothing of the person stays here.
 * @param {string} meeting
 * @returns {Promise<boolean>} whether it was done
 */
export async function forgetMe(meeting) {
  if (!await confirm({ title: "forget.title", text: "forget.text", yes: "forget.yes", isDanger: true })) return false;
  const last = recall("last");
  try {
    await post("/api/forget", { meeting });
  } catch (failure) {
    if (/** @type {HTTPFailure} */ (failure).status !== 401) {
      await confirm({ title: "forget.failed", text: "error.offline", yes: "common.close" });
      return false;
    }
  }
  for (const key of ["last", "link"]) remember(key, null);
  for (const key of ["in", "link", "left"]) remember(key, null, "session");
  for (const place of ["draft.", "outbox."]) forget(`${place}${meeting}.`);
  showCode(last?.code ?? "");
  return true;
}

async function begin() {
  const token = /^#l=([\w-]+)$/.exec(location.hash)?.[1];
  const code = new URLSearchParams(location.search).get("code");
  // A personal link must not stay in the address, where it is seen, shared and kept in the history.
  if (token) history.replaceState(null, "", location.pathname + location.search);
  await insist(() => Promise.all([fetchLimits(), start(["groups", "prompts", "bench", "takeaway"])]));
  place();
  followViewport();
  const link = token ?? recall("link", "session");
  if (link) return settle(await knock({ link }));
  if (code) return settle(await knock({ code }), code);
  const inside = recall("in", "session");
  if (inside?.meeting) return enter(inside.meeting);
  const last = recall("last");
  if (last?.code && await knock({ code: last.code }) === null) return undefined;
  if (last?.meeting && !last.code) return showReturn(last.meeting);
  return showCode();
}

/**
 * @param {string|null} sentence
 * @param {string} [code]
 */
function settle(sentence, code = "") {
  if (sentence === null) return;
  keepLink({});
  showCode(code, sentence);
}

/** @param {string} meeting */
function showReturn(meeting) {
  showDoor(stateScreen({
    name: "return", primary: { key: "join.back", run: () => enter(meeting) },
    other: { key: "join.notMe", run: () => forgetMe(meeting) },
  }));
}

begin();
keepPage();
