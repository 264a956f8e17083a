// Knows who speaks now and the one tap that says it: for oneself, and for a scribe about others. That one has finished is
// said in the line above the tabs, which is there on every panel.
import { el, put, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { endTurn, lowerHand, startTurn } from "../shared/model/commands.js";
import { namesIn } from "./names.js";
import { acting, handPlace, isYou, me, presentSeats, queueSeats, speaker } from "../shared/model/selectors.js";

/** @typedef {import("../shared/model/types.js").Person} Person */

/** @param {{send: (command: Record<string, any>, place: HTMLElement) => void}} options */
export function speakingCard({ send }) {
  const who = el("p", { class: "speaking-who" });
  const queue = el("p", { class: "quiet small" });
  const hand = el("p", { class: "notice" });
  const lower = el("button", { type: "button", class: "button", t: "hand.lower",
    on: { click: () => send(lowerHand(), element) } });
  const start = el("button", { type: "button", class: "button", t: "speaking.start",
    on: { click: () => send(startTurn(), element) } });
  const picker = scribePicker(send, () => element);
  const element = el("section", { class: "card speaking", "aria-labelledby": "speaking-title" },
    el("h2", { id: "speaking-title", class: "card-title", t: "speaking.title" }),
    who, queue, hand, el("div", { class: "row" }, start, lower), picker.element);

  /** @param {import("../shared/line/store.js").State} state */
  const update = (state) => {
    const { room, you } = state;
    const person = me(state);
    show(element, room && you?.as !== "guest" && room.details.phase === "open");
    if (!room) return;
    const now = speaker(room);
    const isMe = now !== null && now.id === acting(state);
    if (now && isYou(state, now.id)) say(who, "speaking.you");
    else if (now) say(who, "speaking.now", { name: fullName(now.person) });
    else say(who, "speaking.nobody");
    who.classList.toggle("quiet", !now);
    const place = handPlace(room, acting(state));
    show(hand, place > 0);
    const subject = state.subject ? { name: room.people?.[state.subject]?.name ?? t("common.nameless") } : null;
    if (subject) say(hand, "hand.upOf", { ...subject, count: place });
    else say(hand, "hand.up", { count: place });
    if (subject) say(start, "speaking.startOf", subject);
    else say(start, "speaking.start");
    show(lower, place > 0);
    const next = queueSeats(room).filter((one) => one.id !== acting(state)).slice(0, 3);
    show(queue, next.length > 0);
    say(queue, "speaking.queue", { names: namesIn(room, next.map((one) => one.id)) });
    show(start, !isMe);
    picker.update(state, Boolean(person?.isScribe));
  };
  return { element, update };
}

/** @param {Person|null} person */
function fullName(person) {
  if (!person) return t("common.nameless");
  return person.school ? `${person.name ?? ""} (${person.school})` : person.name ?? t("common.nameless");
}

/**
 * @param {(command: Record<string, any>, place: HTMLElement) => void} send
 * @param {() => HTMLElement} place
 */
function scribePicker(send, place) {
  const select = el("select", { id: "scribe-person" });
  const set = el("button", { type: "button", class: "button", t: "scribe.set",
    on: { click: () => { if (select.value) send(startTurn(select.value), place()); } } });
  const clear = el("button", { type: "button", class: "button", t: "scribe.clear" });
  const element = el("div", { class: "scribe" },
    el("label", { for: "scribe-person", t: "scribe.label" }),
    el("div", { class: "row" }, select, set, clear));
  let speaking = "";
  clear.addEventListener("click", () => { if (speaking) send(endTurn(speaking), place()); });
  let shown = "";

  /**
   * @param {import("../shared/line/store.js").State} state
   * @param {boolean} isScribe
   */
  const update = (state, isScribe) => {
    show(element, isScribe);
    if (!isScribe || !state.room) return;
    speaking = state.room.turn?.person ?? "";
    show(clear, speaking !== "");
    const people = presentSeats(state.room).filter((one) => one.person.role !== "guest");
    const signature = people.map((one) => `${one.id}${one.person.name}`).join("|");
    if (signature === shown) return;
    shown = signature;
    const chosen = select.value;
    select.replaceChildren(...people.map((one) => {
      const option = el("option", { value: one.id });
      put(option, fullName(one.person));
      return option;
    }));
    if (people.some((one) => one.id === chosen)) select.value = chosen;
  };
  return { element, update };
}
