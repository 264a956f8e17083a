// Knows the people of a meeting as rows by name: in the room and on the call, or all in one list when they are many. No
// figures about anybody, no order by amount; only what differs from the ordinary is marked.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { post } from "../../shared/line/http.js";
import { handPlace, isInRoom, presentCounts, seats } from "../../shared/model/selectors.js";
import { checkSomebodyIn } from "../../shared/parts/check-in.js";
import { icon } from "../../shared/parts/icons.js";
import { account, call } from "../../meetings/account.js";
import { hint } from "../keys.js";
import { nameOf } from "../names.js";
import { openPersonMenu } from "./person-menu.js";
import { letterOf, peopleTools } from "./people-tools.js";

/** @typedef {import("../../shared/model/selectors.js").Seat} Seat */
/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {{button: HTMLButtonElement, name: HTMLElement, school: HTMLElement, badges: HTMLElement}} Card */
/** @typedef {{key: string, kind: string, picture?: string, place?: number}} Sign */

/**
 * The part.
 * @param {import("../desk.js").Desk} desk
 */
export function peoplePart(desk) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const heading = hint(el("h2", { id: "people-title", t: "console.run.people", tabindex: "-1" }), "people");
  const here = el("p", { class: "quiet numbers console-people-here" });
  const bring = el("button", { type: "button", class: "button bare console-bring", t: "checkIn.title",
    on: { click: () => checkSomebodyIn(desk.meeting, (wish) => (account()
      ? call((csrf) => post("/api/bring", wish, { csrf })) : post("/api/bring", wish))) } });
  const tools = peopleTools({ changed: () => { if (desk.state) update(desk.state); }, jump });
  const inRoom = column("console.run.inRoom", "console.run.nobodyRoom", "column-room");
  const onCall = column("console.run.onCall", "console.run.nobodyCall", "column-call");
  const all = el("ul", { class: "rows console-person-list", label: "console.run.people" });
  const none = el("p", { class: "quiet", t: "console.run.foundNobody" });
  const node = el("section", { class: "console-part console-people", "aria-labelledby": "people-title",
    data: { tab: "people" } },
    el("div", { class: "part-head" }, heading, here, bring), trouble, tools.node,
    el("div", { class: "console-scroll" }, none, inRoom.node, onCall.node, all));
  /** @type {WeakMap<HTMLElement, Card>} */
  const parts = new WeakMap();

  /** @param {Seat} seat */
  function create({ id }) {
    const card = { name: el("span", { class: "console-person-name", "data-may-shorten": true }),
      school: el("span", { class: "console-person-school row-of", "data-may-shorten": true }),
      badges: el("span", { class: "signs console-badges" }),
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
    made.dataset.letter = letterOf(person.name);
    card.button.title = [card.name.textContent, person.school].filter(Boolean).join(", ");
    card.button.dataset.present = String(person.isPresent);
    const signs = signsOf(id, state);
    list(card.badges, signs, (sign) => sign.key, sign, (shown, { place }) => {
      if (place !== undefined) put(/** @type {HTMLElement} */ (shown.lastElementChild), String(place));
    });
    show(card.badges, signs.length > 0);
  }

  /** @param {string} letter */
  function jump(letter) {
    const row = /** @type {HTMLElement|null} */ (all.querySelector(`[data-letter="${CSS.escape(letter)}"]`));
    row?.scrollIntoView({ block: "start" });
    row?.querySelector("button")?.focus({ preventScroll: true });
  }

  /** @param {State} state */
  function update({ room }) {
    if (!room) return;
    show(here, room.details.phase === "open");
    show(bring, room.details.phase === "open");
    const counts = presentCounts(room);
    say(here, "console.run.here", { n: counts.all, room: counts.inRoom, call: counts.onCall });
    const everybody = seats(room);
    const { found, areMany } = tools.update(everybody);
    node.dataset.many = String(areMany);
    list(all, areMany ? found : [], (one) => one.id, create, refresh);
    show(all, areMany);
    show(none, found.length === 0 && everybody.length > 0);
    for (const [part, isRoom] of /** @type {[typeof inRoom, boolean][]} */ ([[inRoom, true], [onCall, false]])) {
      const some = areMany ? [] : found.filter(({ person }) => isInRoom(person.mode) === isRoom);
      list(part.rows, some, (one) => one.id, create, refresh);
      put(part.count, String(some.length));
      const isEmpty = !everybody.some(({ person }) => isInRoom(person.mode) === isRoom);
      show(part.empty, isEmpty);
      show(part.node, !areMany && (isEmpty || some.length > 0));
    }
  }

  return {
    node,
    update,
    focus() { heading.focus(); },
    find() { tools.focus(); },
    /** Shows those who lost their connection. */
    showLost() {
      tools.choose("lost");
      heading.focus();
    },
  };
}

/**
 * @param {string} key
 * @param {string} empty
 * @param {string} id
 */
function column(key, empty, id) {
  const rows = el("ul", { class: "rows console-person-list" });
  const none = el("p", { class: "quiet small", t: empty });
  const count = el("span", { class: "numbers" });
  return { rows, empty: none, count, node: el("section", { "aria-labelledby": id },
    el("h3", { class: "console-kicker", id }, el("span", { t: key }), " ", count), none, rows) };
}

/** @param {Sign} sign */
function sign({ key, kind, picture, place }) {
  if (!picture) return el("span", { data: { kind }, class: "small", t: key });
  return el("span", { data: { kind } }, icon(picture), el("span", { class: "visually-hidden", t: key }),
    place === undefined ? null : el("span", { class: "numbers" }));
}

/**
 * What is to be known of a person now: place and office, nothing counted.
 * @param {string} id
 * @param {State} state
 * @returns {Sign[]}
 */
function signsOf(id, { room, you }) {
  const person = room?.people?.[id];
  if (!room || !person) return [];
  const place = handPlace(room, id);
  /** @type {[unknown, string, string?, number?][]} */
  const all = [
    [you?.person === id, "console.run.you"],
    [room.turn?.person === id, "console.run.badge.speaking", "speaking"],
    [place > 0, "console.run.badge.hand", "hand", place],
    [person.role === "coordinator" && you?.person !== id, "console.run.badge.coordinator"],
    [person.role === "lead", "console.run.badge.lead"],
    [person.role === "guest", "console.run.badge.guest"],
    [person.role === "table", "console.run.badge.table", "table"],
    [person.table !== undefined, "console.run.badge.shares", "table"],
    [person.isCheckedIn && !person.table, "console.run.badge.noDevice", "noDevice"],
    [person.mode === "phone_in" && !person.isCheckedIn, "mode.phone_in", "phone"],
    [person.isScribe, "console.run.badge.scribe"],
    [person.claims !== undefined, "console.run.badge.claims"],
    [!person.isPresent && room.details.phase === "open",
      person.leftAt === undefined ? "console.run.away" : "console.run.gone"],
  ];
  return all.filter(([isSo]) => isSo).map(([, key, picture, at]) => ({ key, kind: key.split(".").pop() ?? "", picture,
    place: at }));
}
