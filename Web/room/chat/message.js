// Knows how one message looks, with its reply, its reactions and what one can do with it.
import { timeOfDay } from "../../shared/texts/dates.js";
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { icon } from "../../shared/parts/icons.js";
import { react, unreact, withdrawMessage } from "../../shared/model/commands.js";
import { acting, isMine, personOf } from "../../shared/model/selectors.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/types.js").Message} Message */
/** @typedef {import("../../shared/model/types.js").Reaction} Reaction */
/**
 * @typedef {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>,
 *   reply: (id: string) => void, correct: (id: string) => void}} Actions
 */

/** @type {Reaction[]} */
export const REACTIONS = ["agree", "thanks", "idea", "question", "celebrate"];

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
      el("span", { class: "quiet small numbers message-time" }), toggle),
    el("p", { class: "message-quote small" }), el("p", { class: "message-text" }),
    el("ul", { class: "reactions row" }), menu);
  toggle.addEventListener("click", () => {
    show(menu, menu.hidden);
    toggle.setAttribute("aria-expanded", String(!menu.hidden));
    if (!menu.hidden) menu.scrollIntoView({ block: "nearest" });
  });
  const close = () => {
    show(menu, false);
    toggle.setAttribute("aria-expanded", "false");
    toggle.focus();
  };
  menu.append(
    el("button", { type: "button", class: "button menu-reply", t: "chat.reply",
      on: { click: () => { close(); actions.reply(message.id); } } }),
    ...REACTIONS.map((code) => el("button", {
      type: "button", class: "button menu-react", label: `reaction.${code}`, title: `reaction.${code}`,
      data: { code }, "aria-pressed": "false",
      on: { click: (/** @type {MouseEvent} */ event) => {
        const isOn = /** @type {HTMLElement} */ (event.currentTarget).getAttribute("aria-pressed") === "true";
        close();
        actions.send(isOn ? unreact(message.id, code) : react(message.id, code), element);
      } },
    }, icon(code))),
    el("button", { type: "button", class: "button menu-own", t: "chat.correct",
      on: { click: () => { close(); actions.correct(message.id); } } }),
    el("button", { type: "button", class: "button menu-own", t: "chat.withdraw",
      on: { click: () => { close(); actions.send(withdrawMessage(message.id), element); } } }));
  return element;
}

/**
 * @param {HTMLElement} node
 * @param {Message} message
 * @param {State} state
 */
export function renderMessage(node, message, state) {
  const you = state.you?.person ?? "";
  const [author, time, toggle] = /** @type {HTMLElement[]} */ ([...node.children[0].children]);
  const [, quote, text, reactions, menu] = /** @type {HTMLElement[]} */ ([...node.children]);
  const shownName = message.author === you ? t("chat.you") : message.name ?? t("common.nameless");
  put(author, shownName);
  put(time, timeOfDay(message.at) + (message.correctedAt ? ` · ${t("chat.corrected")}` : ""));
  name(toggle, "chat.actions", { name: shownName });
  node.classList.toggle("is-own", isMine(state, message.author));
  renderText(text, message);
  renderQuote(quote, message.re, state);
  const isAlive = !message.isHidden && !message.isWithdrawn && state.room?.details.phase === "open";
  show(toggle, isAlive);
  if (!isAlive) show(menu, false);
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (menu.querySelectorAll(".menu-own"))) {
    show(button, isMine(state, message.author));
  }
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (menu.querySelectorAll(".menu-react"))) {
    const people = message.reactions[button.dataset.code ?? ""] ?? [];
    button.setAttribute("aria-pressed", String(people.includes(acting(state) ?? "")));
  }
  const codes = REACTIONS.filter((code) => (message.reactions[code] ?? []).length > 0);
  show(reactions, codes.length > 0);
  list(reactions, codes, (code) => code,
    (code) => el("li", { class: "reaction" }, icon(code),
      el("span", { class: "visually-hidden", t: `reaction.${code}` }), el("span", { class: "numbers" })),
    (item, code) => {
      const people = message.reactions[code];
      put(/** @type {HTMLElement} */ (item.lastElementChild), String(people.length));
      item.title = people.map((id) => personOf(state.room, id)?.name ?? t("common.nameless")).join(", ");
      item.classList.toggle("is-own", people.includes(you));
    });
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
  else put(node, message.text ?? "");
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
    say(node, "chat.quote", { name: original.name ?? t("common.nameless"), text: original.text });
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
      el("span", { class: "small message-time" })), el("p", { class: "message-text" }));
  }
  const author = /** @type {HTMLElement} */ (node.querySelector(".message-name"));
  const subject = personOf(state.room, pending.for);
  if (subject) put(author, subject.name ?? t("common.nameless"));
  else say(author, "chat.you");
  say(/** @type {HTMLElement} */ (node.querySelector(".message-time")),
    state.connection === "online" ? "common.sending" : "chat.waits");
  put(/** @type {HTMLElement} */ (node.querySelector(".message-text")), pending.do.postMessage.text);
}
