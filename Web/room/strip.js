// Knows the strip on top of the room: where we are, how much time is left, my place, and whether we are connected.
import { announce } from "../shared/page/announce.js";
import { crossed, exact, leftInWords } from "../shared/texts/durations.js";
import { el, name, put, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { outwards } from "../shared/page/links.js";
import { now, tick } from "../shared/line/time.js";
import { currentSegment, me, progress } from "../shared/model/selectors.js";
import { myGroup } from "../shared/model/selectors-groups.js";
import { countdown } from "../shared/model/selectors-time.js";
import { callFor, placeText } from "./groups/place.js";

/** @typedef {import("../shared/line/store.js").State} State */

/** @param {{onSeat: () => void}} options */
export function roomStrip({ onSeat }) {
  const place = el("p", { class: "strip-place", "data-may-shorten": true });
  const title = el("h1", { class: "strip-title", tabindex: "-1", "data-may-shorten": true });
  const time = el("button", { type: "button", class: "strip-time numbers", "aria-pressed": "false" });
  const bar = el("progress", { class: "strip-bar", max: 1, label: "strip.progress" });
  const seat = el("button", { type: "button", class: "strip-seat", "data-may-shorten": true, on: { click: onSeat } });
  const call = outwards("about:blank", { class: "button strip-call", t: "group.call", hidden: true });
  const rehearsal = el("span", { class: "strip-rehearsal", t: "rehearsal.badge", hidden: true });
  const link = el("p", { class: "strip-link", role: "status" });
  const element = el("header", { class: "strip" },
    el("div", { class: "strip-main" },
      el("div", { class: "strip-where" }, el("div", { class: "strip-line" }, place, seat, rehearsal), title),
      time, call),
    bar, link);

  let isExact = false;
  /** @type {State|null} */
  let state = null;
  let watched = "";
  let leftBefore = 0;

  time.addEventListener("click", () => {
    isExact = !isExact;
    time.setAttribute("aria-pressed", String(isExact));
    renderTime(now());
  });

  /** @param {number} moment */
  const renderTime = (moment) => {
    const counted = countdown(state?.room ?? null);
    show(time, counted);
    show(bar, counted);
    if (!counted) return;
    const left = counted.end - moment;
    put(time, isExact ? `${left < 0 ? "+" : ""}${exact(left)}` : leftInWords(left));
    name(time, isExact ? "strip.exactOn" : "strip.exactOff", { time: time.textContent ?? "" });
    time.classList.toggle("is-over", left <= 0);
    bar.value = Math.min(1, Math.max(0, 1 - left / counted.allMilliseconds));
    speak(counted.id, left);
  };

  /**
   * @param {string} id what is counted down
   * @param {number} left
   */
  const speak = (id, left) => {
    const isWatched = watched === id;
    watched = id;
    const moment = isWatched ? crossed(leftBefore, left) : null;
    leftBefore = left;
    if (moment === null) return;
    announce(moment >= 60 ? t("time.minutesLeft", { count: moment / 60 }) : t("time.secondsLeft", { count: moment }));
  };

  /** @param {State} next */
  const update = (next) => {
    state = next;
    const { room } = next;
    if (!room) return;
    const segment = currentSegment(room);
    const { place: at, count } = progress(room);
    if (segment) {
      say(place, "strip.place", { kind: t(`kind.${segment.kind}`), place: at, count });
      put(title, segment.title ?? t(`kind.${segment.kind}`));
    } else {
      put(place, room.details.title ?? "");
      say(title, room.details.phase === "open" ? "strip.between" : "strip.before");
    }
    show(rehearsal, next.isRehearsal);
    renderGroup(room, next);
    renderSeat(next);
    renderLink(next);
    renderTime(now());
  };

  /**
   * While groups run, where I am is my group.
   * @param {import("../shared/model/types.js").Room} room @param {State} next
   */
  const renderGroup = (room, next) => {
    const group = myGroup(next);
    const address = group ? callFor(room, group) : undefined;
    if (group) put(title, placeText(room, group));
    show(call, address);
    element.classList.toggle("has-call", Boolean(address));
    if (address && call.href !== address) call.setAttribute("href", address);
  };

  /** @param {State} next */
  const renderSeat = (next) => {
    const person = me(next);
    show(seat, person);
    if (!person) return;
    const given = person.name ?? t("common.nameless");
    put(seat, `· ${person.role === "table" ? given : t(`mode.${person.mode}`)}`);
    name(seat, "strip.seat", { name: person.name ?? "", mode: t(`mode.${person.mode}`) });
  };

  /** @param {State} next */
  const renderLink = (next) => {
    const isAway = next.connection !== "online";
    element.classList.toggle("is-away", isAway);
    const count = next.pending.length;
    if (next.isStorageFailing) say(link, count > 0 ? "connection.unsaved" : "connection.storageFailed", { count });
    else if (isAway) say(link, count > 0 ? "connection.waiting" : "connection.reconnecting", { count });
    else put(link, "");
    show(link, isAway || next.isStorageFailing);
  };

  const stop = tick(renderTime);
  return { element, update, stop, focus: () => title.focus() };
}
