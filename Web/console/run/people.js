// Knows the people of a meeting in two columns, in the room and on the call, by name: no figures, no order by amount.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { post } from "../../shared/line/http.js";
import { handPlace, isInRoom, presentCounts, seats } from "../../shared/model/selectors.js";
import { checkSomebodyIn } from "../../shared/parts/check-in.js";
import { account, call } from "../../meetings/account.js";
import { hint } from "../keys.js";
import { nameOf } from "../names.js";
import { openPersonMenu } from "./person-menu.js";

/** @typedef {import("../../shared/model/selectors.js").Seat} Seat */
/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {{button: HTMLButtonElement, name: HTMLElement, school: HTMLElement, badges: HTMLElement}} Card */

/**
 * The part.
 * @param {import("../desk.js").Desk} desk
 */
export function peoplePart(desk) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const heading = hint(el("h2", { id: "people-title", t: "console.run.people", tabindex: "-1" }), "people");
  const here = el("p", { class: "quiet small" });
  const bring = el("button", { type: "button", class: "button console-bring", t: "checkIn.title",
    on: { click: () => checkSomebodyIn(desk.meeting, (wish) => (account()
      ? call((csrf) => post("/api/bring", wish, { csrf })) : post("/api/bring", wish))) } });
  const inRoom = column("console.run.inRoom", "console.run.nobodyRoom", "column-room");
  const onCall = column("console.run.onCall", "console.run.nobodyCall", "column-call");
  const node = el("section", { class: "console-card console-people", "aria-labelledby": "people-title",
    data: { tab: "people" } },
    el("div", { class: "console-part-head" }, heading, here), trouble, bring,
    el("div", { class: "console-scroll console-columns" }, inRoom.node, onCall.node));
  /** @type {WeakMap<HTMLElement, Card>} */
  const parts = new WeakMap();

  /** @param {Seat} seat */
  function create({ id }) {
    const card = { name: el("span", { class: "console-person-name" }),
      school: el("span", { class: "console-person-school quiet small" }),
      badges: el("span", { class: "console-badges" }),
      button: el("button", { type: "button", class: "console-person", "aria-haspopup": "dialog" }) };
    card.button.append(card.name, " ", card.school, " ", card.badges);
    card.button.addEventListener("click", () => openPersonMenu(desk, id, card.button, trouble));
    const made = el("li", {}, card.button);
    parts.set(made, card);
    return made;
  }

  /**
   * @param {HTMLElement} made
   * @param {Seat} seat
   */
  function refresh(made, { id, person }) {
    const card = parts.get(made);
    const state = desk.state;
    if (!card || !state?.room) return;
    nameOf(card.name, person);
    put(card.school, person.school ?? "");
    show(card.school, person.school);
    card.button.dataset.present = String(person.isPresent);
    const badges = badgesOf(id, state);
    list(card.badges, badges, (key) => key, (key) => el("span", { class: "chip", t: key }),
      (chip, key) => { chip.dataset.kind = key.split(".").pop(); });
    show(card.badges, badges.length > 0);
  }

  /** @param {State} state */
  function update({ room }) {
    if (!room) return;
    show(here, room.details.phase === "open");
    show(bring, room.details.phase === "open");
    const counts = presentCounts(room);
    say(here, "console.run.here", { n: counts.all, room: counts.inRoom, call: counts.onCall });
    const all = seats(room);
    for (const [part, isRoom] of /** @type {[typeof inRoom, boolean][]} */ ([[inRoom, true], [onCall, false]])) {
      const some = all.filter(({ person }) => isInRoom(person.mode) === isRoom);
      list(part.rows, some, (one) => one.id, create, refresh);
      show(part.empty, some.length === 0);
    }
  }

  return { node, update, focus() { heading.focus(); } };
}

/**
 * @param {string} key
 * @param {string} empty
 * @param {string} id
 */
function column(key, empty, id) {
  const rows = el("ul", { class: "console-person-list" });
  const none = el("p", { class: "quiet small", t: empty });
  return { rows, empty: none, node: el("section", { "aria-labelledby": id },
    el("h3", { class: "console-kicker", id, t: key }), none, rows) };
}

/**
 * What is to be known of a person now: place and office, nothing counted.
 * @param {string} id
 * @param {State} state
 * @returns {string[]} keys
 */
function badgesOf(id, { room, you }) {
  const person = room?.people?.[id];
  if (!room || !person) return [];
  /** @type {(string|false)[]} */
  const keys = [
    you?.person === id && "console.run.you",
    room.turn?.person === id && "console.run.badge.speaking",
    handPlace(room, id) > 0 && "console.run.badge.hand",
    person.role === "coordinator" && "console.run.badge.coordinator",
    person.role === "lead" && "console.run.badge.lead",
    person.role === "guest" && "console.run.badge.guest",
    person.role === "table" && "console.run.badge.table",
    person.table !== undefined && "console.run.badge.shares",
    person.isCheckedIn && !person.table && "console.run.badge.noDevice",
    person.isScribe && "console.run.badge.scribe",
    !person.isPresent && room.details.phase === "open"
      && (person.leftAt === undefined ? "console.run.away" : "console.run.gone"),
  ];
  return keys.flatMap((key) => key || []);
}
