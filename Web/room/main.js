// Knows the way of a teacher through the pages: door, join, lobby, room, and the ends of it. Wiring only.
import { place } from "../shared/page/announce.js";
import { confirm } from "../shared/parts/dialog.js";
import { el } from "../shared/page/html.js";
import { language, start, t } from "../shared/texts/i18n.js";
import { post } from "../shared/line/http.js";
import { setTitle } from "../shared/page/notify.js";
import { failureText } from "../shared/texts/rejection.js";
import { forget, recall, remember } from "../shared/page/stored.js";
import { followViewport } from "../shared/page/viewport.js";
import { doorCode } from "../door/code.js";
import { doorJoin } from "../door/join.js";
import { stateScreen, whenLine } from "../door/state.js";
import { teacherMeeting } from "./meeting.js";
import "../shared/parts/language-switch.js";
import { fetchLimits } from "../shared/limits.js";

/** @typedef {{code?: string, link?: string}} Way how somebody found the door */
/** @typedef {import("../shared/line/http.js").HTTPFailure} HTTPFailure */

const POLL_MILLISECONDS = 5_000;
const app = /** @type {HTMLElement} */ (document.getElementById("app"));
/** @type {ReturnType<typeof setTimeout>|undefined} */
let poll;

/**
 * Shows one screen of the door and puts the reader at its top.
 * @param {HTMLElement} main
 * @param {boolean} [withFocus]
 */
export function showDoor(main, withFocus = true) {
  clearTimeout(poll);
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
  clearTimeout(poll);
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
  try {
    const door = await post("/api/door", way);
    keepLink(way);
    if (door.phase === "planned") showEarly(way, door);
    else if (door.phase === "ended") showDoor(stateScreen({ name: "over", plain: door.title, other: otherCode() }));
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
 * @param {Way} way
 * @param {Record<string, any>} door
 */
function showEarly(way, door) {
  const screen = stateScreen({ name: "early", plain: door.title, extra: whenLine(door), other: otherCode() });
  showDoor(screen);
  const again = async () => {
    try {
      const next = await post("/api/door", way);
      if (!screen.isConnected) return;
      if (next.phase !== "planned") {
        knock(way);
        return;
      }
    } catch { /* The next look may do better. */ }
    if (screen.isConnected) poll = setTimeout(again, POLL_MILLISECONDS);
  };
  poll = setTimeout(again, POLL_MILLISECONDS);
}

/**
 * @param {Way} way
 * @param {Record<string, any>} door
 */
function showJoin(way, door) {
  showDoor(doorJoin(door, {
    onJoin: async (wish) => {
      try {
        const answer = await post("/api/join", { ...way, ...wish });
        enter(answer.meeting, way.code);
        return null;
      } catch (failure) {
        return failureText(/** @type {HTTPFailure} */ (failure));
      }
    },
    onForget: () => forgetMe(door.meeting),
    onOther: () => showCode(),
  }));
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
  await Promise.all([fetchLimits(), start(["groups"])]);
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
