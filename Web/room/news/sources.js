// Knows what the line above the tabs can say, the most pressing first: that one speaks, a lead's message, a quick
// question, that somebody is stuck, that the groups are ready, and that little time is left.
import { endTurn } from "../../shared/model/commands.js";
import { myAskers } from "../../shared/model/bench.js";
import { acting, isYou, openPulse, speaker } from "../../shared/model/selectors.js";
import { myGroup } from "../../shared/model/selectors-groups.js";
import { chosenAnswer } from "../../shared/parts/pulse-card.js";
import { nameIn } from "../names.js";
import { placeText } from "../groups/place.js";

/** @typedef {import("./bar.js").Source} Source */
/** @typedef {import("../../shared/line/store.js").State} State */
/**
 * @typedef {object} Ways
 * @property {(command: Record<string, any>) => void} send
 * @property {(place: HTMLElement) => void} toNow shows a place of the panel Now
 * @property {{element: HTMLElement, news: () => {from: string, text: string}|null}} announcement
 * @property {HTMLElement} pulse
 * @property {HTMLElement} group
 * @property {HTMLElement} bench
 * @property {{news: () => import("../../shared/page/html.js").Key|null, close: () => void}} minutes
 */

/**
 * @param {Ways} ways
 * @returns {Source[]}
 */
export function newsSources({ send, toNow, announcement, pulse, group, bench, minutes }) {
  /** The seat that was looked at. */
  let seen = "";

  /** @type {Source} */
  const speaking = (state) => {
    const { room, subject } = state;
    const now = room && speaker(room);
    if (!now || now.id !== acting(state)) return null;
    const name = nameIn(room, now.id);
    return { kind: "speaking", run: () => send(endTurn()),
      text: isYou(state, now.id) ? "speaking.you" : ["speaking.now", { name }],
      act: subject ? ["speaking.stopOf", { name }] : "speaking.stop" };
  };

  /** @type {Source} */
  const message = () => {
    const news = announcement.news();
    return news && { kind: "message", text: { plain: `${news.from}: ${news.text}` }, act: "news.read",
      place: announcement.element, run: () => toNow(announcement.element) };
  };

  /** @type {Source} */
  const question = (state) => {
    const open = state.you?.as === "guest" ? null : openPulse(state.room);
    if (!open || chosenAnswer(state, open.id)) return null;
    return { kind: "pulse", text: "pulse.title", act: "news.answer", place: pulse, run: () => toNow(pulse) };
  };

  /** @type {Source} */
  const groups = (state) => {
    const seat = myGroup(state);
    const place = seat ? `${seat.round.id}.${seat.group.id}` : "";
    if (!seat || !state.room || place === seen) return null;
    // It was seen once the card was: later one may look wherever one likes.
    if (isShown(group)) seen = place;
    return place === seen ? null : { kind: "groups", text: { plain: placeText(state.room, seat) }, act: "news.group",
      place: group, run: () => toNow(group) };
  };

  /** @type {Source} */
  const stuck = (state) => {
    const [asker] = myAskers(state);
    if (!asker) return null;
    return { kind: "stuck", text: ["bench.news", { name: nameIn(state.room, asker.person) }], act: "bench.newsLook",
      place: bench, run: () => toNow(bench) };
  };

  /** @type {Source} */
  const time = () => {
    const text = minutes.news();
    return text === null ? null : { kind: "time", text, act: "common.close", run: minutes.close };
  };

  return [speaking, message, stuck, question, groups, time];
}

/** @param {HTMLElement} place */
function isShown(place) {
  const { top, bottom, height } = place.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight && document.visibilityState === "visible";
}
