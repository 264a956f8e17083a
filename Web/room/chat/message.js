// Knows how one message looks, with its reply, its reactions and what one can do with it.
import { putLinked } from "../../shared/page/links.js";
import { timeOfDay } from "../../shared/texts/dates.js";
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { icon } from "../../shared/parts/icons.js";
import { react, unreact, withdrawMessage } from "../../shared/model/commands.js";
import { acting, isMine, isYou } from "../../shared/model/selectors.js";
import { authorIn, nameIn } from "../names.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/types.js").Message} Message */
/** @typedef {import("../../shared/model/types.js").Reaction} Reaction */
/**
 * @typedef {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>,
 *   reply: (id: string) => void, correct: (id: string) => void}} Actions
 */

/** As long as that after the last one, the next message is still of the same breath. */
const TOGETHER_MILLISECONDS = 300_000;
/** @type {Reaction[]} */
export const REACTIONS = ["agree", "thanks", "idea", "question", "celebrate"];

/** How the menu of a message is filled that nobody has opened yet. @type {WeakMap<HTMLElement, () => void>} */
const menus = new WeakMap();
/** What a menu was last to say. @type {WeakMap<HTMLElement, {message: Message, state: State}>} */
const said = new WeakMap();

/**
 * Builds a menu once it is wanted: a hall's messages come at once, and few of their menus are ever opened.
 * @param {HTMLElement} menu
 */
function fill(menu) {
  menus.get(menu)?.();
  menus.delete(menu);
  const last = said.get(menu);
  if (last) renderMenu(menu, last.message, last.state);
}

/**
 * Builds an empty message; `renderMessage` fills it.
 * @param {Message} message
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
export function chatMessage(message, actions) {
  const menu = el("div", { class: "message-menu row", hidden: true });
  const toggle = el("button", { type: "button", class: "message-toggle", "aria-expanded": "false" }, icon("more"));
  const element = el("li", { class: "message" },
    el("div", { class: "message-head" }, el("span", { class: "message-name" }),
      el("span", { class: "quiet numbers message-time" })),
    el("p", { class: "message-quote small", "data-may-shorten": true }), el("p", { class: "message-text" }),
    el("ul", { class: "reactions row" }), toggle, menu);
  toggle.addEventListener("click", () => {
    fill(menu);
    show(menu, menu.hidden);
    toggle.setAttribute("aria-expanded", String(!menu.hidden));
    if (!menu.hidden) menu.scrollIntoView({ block: "nearest" });
  });
  const close = () => {
    show(menu, false);
    toggle.setAttribute("aria-expanded", "false");
    toggle.focus();
  };
  menus.set(menu, () => {
    menu.append(
      el("button", { type: "button", class: "button menu-reply", t: "chat.reply",
        on: { click: () => { close(); actions.reply(message.id); } } }),
      ...REACTIONS.map((code) => el("button", {
        type: "button", class: "button menu-react", data: { code }, "aria-pressed": "false",
        on: { click: (/** @type {MouseEvent} */ event) => {
          const isOn = /** @type {HTMLElement} */ (event.currentTarget).getAttribute("aria-pressed") === "true";
          close();
          actions.send(isOn ? unreact(message.id, code) : react(message.id, code), element);
        } },
      }, icon(code), el("span", { t: `reaction.${code}` }))),
      el("button", { type: "button", class: "button menu-own", t: "chat.correct",
        on: { click: () => { close(); actions.correct(message.id); } } }),
      el("button", { type: "button", class: "button menu-own", t: "chat.withdraw",
        on: { click: () => { close(); actions.send(withdrawMessage(message.id), element); } } }));
  });
  return element;
}

/**
 * @param {HTMLElement} node
 * @param {Message} message
 * @param {State} state
 * @param {Message} [before] the message above it
 */
export function renderMessage(node, message, state, before) {
  const you = state.you?.person ?? "";
  const [author, time] = /** @type {HTMLElement[]} */ ([...node.children[0].children]);
  const [, quote, text, reactions, toggle, menu] = /** @type {HTMLElement[]} */ ([...node.children]);
  const shownName = isYou(state, message.author) ? t("chat.you") : authorIn(state.room, message);
  put(author, shownName);
  put(time, timeOfDay(message.at) + (message.correctedAt ? ` · ${t("chat.corrected")}` : ""));
  name(toggle, "chat.actions", { name: shownName });
  node.classList.toggle("is-own", isMine(state, message.author));
  node.classList.toggle("is-more", before !== undefined && goesOn(before, message));
  renderText(text, message);
  renderQuote(quote, message.re, state);
  const isAlive = !message.isHidden && !message.isWithdrawn && state.room?.details.phase === "open";
  show(toggle, isAlive);
  if (!isAlive) show(menu, false);
  said.set(menu, { message, state });
  if (!menus.has(menu)) renderMenu(menu, message, state);
  const codes = REACTIONS.filter((code) => (message.reactions[code] ?? []).length > 0);
  show(reactions, codes.length > 0);
  list(reactions, codes, (code) => code,
    (code) => el("li", { class: "reaction" }, el("span", { t: `reaction.${code}` }), el("span", { class: "numbers" })),
    (item, code) => {
      const people = message.reactions[code];
      put(/** @type {HTMLElement} */ (item.lastElementChild), String(people.length));
      item.title = people.map((id) => nameIn(state.room, id)).join(", ");
      item.classList.toggle("is-own", people.includes(you));
    });
}

/** @param {HTMLElement} menu @param {Message} message @param {State} state */
function renderMenu(menu, message, state) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (menu.querySelectorAll(".menu-own"))) {
    show(button, isMine(state, message.author));
  }
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (menu.querySelectorAll(".menu-react"))) {
    const people = message.reactions[button.dataset.code ?? ""] ?? [];
    button.setAttribute("aria-pressed", String(people.includes(acting(state) ?? "")));
  }
}

/**
 * @param {HTMLElement} node
 * @param {Message} message
 */
function renderText(node, message) {
  const gone = message.isWithdrawn ? "chat.withdrawn" : message.isHidden ? "chat.hidden"
    : message.text === undefined ? "chat.erased" : null;
  node.classList.toggle("quiet", gone !== null);
  if (gone) say(node, gone);
  else putLinked(node, message.text ?? "");
}

/**
 * What one says in a row stands together, under one name.
 * @param {Message} before @param {Message} message
 */
function goesOn(before, message) {
  return before.author === message.author && message.re === undefined && !message.correctedAt
    && message.at - before.at < TOGETHER_MILLISECONDS;
}

/**
 * @param {HTMLElement} node
 * @param {string|undefined} re
 * @param {State} state
 */
function renderQuote(node, re, state) {
  show(node, re);
  if (!re) return;
  const original = state.room?.messages?.find((message) => message.id === re);
  if (original?.text) {
    say(node, "chat.quote", { name: authorIn(state.room, original), text: original.text });
  } else {
    say(node, "chat.quoteGone");
  }
}

/**
 * A message on its way: the words are there at once, and it says that they are not with the others yet.
 * @param {HTMLElement} node
 * @param {import("../../shared/model/types.js").Pending} pending
 * @param {State} state
 */
export function renderPending(node, pending, state) {
  if (node.childElementCount === 0) {
    node.append(el("div", { class: "message-head" }, el("span", { class: "message-name" }),
      el("span", { class: "message-time" })), el("p", { class: "message-text" }));
  }
  const author = /** @type {HTMLElement} */ (node.querySelector(".message-name"));
  const person = pending.for ?? state.you?.person;
  put(author, isYou(state, person) ? t("chat.you") : nameIn(state.room, person));
  say(/** @type {HTMLElement} */ (node.querySelector(".message-time")),
    state.connection === "online" ? "common.sending" : "chat.waits");
  putLinked(/** @type {HTMLElement} */ (node.querySelector(".message-text")), pending.do.postMessage.text);
}
