// Knows how one note of a group looks, and what one can do with it: star, build on it, move, change one's own.
import { timeOfDay } from "../../shared/texts/dates.js";
import { el, name, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { icon } from "../../shared/parts/icons.js";
import { putLinked } from "../../shared/page/links.js";
import { authorIn, nameIn } from "../names.js";
import { acting, isMine, isYou, pendingOf } from "../../shared/model/selectors.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/types.js").Card} Card */
/** @typedef {import("../../shared/model/types.js").Group} Group */
/**
 * @typedef {object} Actions each with the identifier of the note and the place where a no is told
 * @property {(id: string, place: HTMLElement) => void} star
 * @property {(id: string) => void} build
 * @property {(id: string, place: HTMLElement, step: -1|1) => void} move
 * @property {(id: string) => void} edit
 * @property {(id: string, place: HTMLElement) => void} withdraw
 */

/**
 * Builds an empty note; `renderNote` fills it.
 * @param {Card} card @param {Actions} actions
 */
export function noteCard({ id }, actions) {
  const star = el("button", { type: "button", class: "button note-star", "aria-pressed": "false",
    on: { click: () => actions.star(id, element) } }, icon("star"),
  el("span", { class: "numbers", "aria-hidden": "true" }));
  const more = el("button", { type: "button", class: "message-toggle note-more", "aria-expanded": "false",
    on: { click: () => unfold(menu.hidden) } }, icon("more"));
  /** @param {string} key @param {string} kind @param {() => void} run @param {boolean} [closes] */
  const item = (key, kind, run, closes = true) => el("button", { type: "button", class: `button ${kind}`, t: key, on: {
    click: () => {
      if (closes) unfold(false);
      run();
    } } });
  /** @type {HTMLElement} */
  const menu = el("div", { class: "note-menu row", hidden: true },
    item("cards.up", "note-up", () => actions.move(id, element, -1), false),
    item("cards.down", "note-down", () => actions.move(id, element, 1), false),
    item("cards.edit", "note-own", () => actions.edit(id)),
    item("cards.withdraw", "note-own", () => actions.withdraw(id, element)));
  /** @type {HTMLElement} */
  const element = el("li", { class: "note" },
    el("p", { class: "note-head" }, el("span", { class: "note-name" }), el("span", { class: "quiet small numbers" }),
      el("span", { class: "note-report small", t: "cards.isReport" })),
    el("p", { class: "message-quote small", "data-may-shorten": true }), el("p", { class: "note-text" }),
    el("div", { class: "note-row" }, star,
      el("button", { type: "button", class: "button note-build", t: "cards.build",
        on: { click: () => actions.build(id) } }), more), menu);

  /** @param {boolean} isOpen */
  const unfold = (isOpen) => {
    show(menu, isOpen);
    more.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) menu.scrollIntoView({ block: "nearest" });
  };
  return element;
}

/**
 * @param {HTMLElement} node @param {Card} card @param {number} index @param {Card[]} cards those that are shown
 * @param {State} state
 */
export function renderNote(node, card, index, cards, state) {
  const [author, time, report] = /** @type {HTMLElement[]} */ ([...node.children[0].children]);
  const [, quote, text, row, menu] = /** @type {HTMLElement[]} */ ([...node.children]);
  const [star, , more] = /** @type {HTMLButtonElement[]} */ ([...row.children]);
  const shownName = isYou(state, card.author) ? t("chat.you") : authorIn(state.room, card);
  const change = pendingOf(state, "editCard").filter((item) => item.do.editCard.card === card.id).at(-1);
  put(author, shownName);
  put(time, change ? t(state.connection === "online" ? "common.sending" : "chat.waits")
    : timeOfDay(card.at) + (card.editedAt ? ` · ${t("cards.edited")}` : ""));
  show(report, card.isReport);
  putLinked(text, change?.do.editCard.text ?? card.text ?? "");
  renderQuote(quote, card.re, cards, state.room);
  const stars = card.stars.length;
  star.setAttribute("aria-pressed", String(isStarred(card, state)));
  name(star, "cards.star", { name: shownName, count: stars });
  put(/** @type {HTMLElement} */ (star.lastElementChild), stars > 0 ? String(stars) : "");
  name(more, "cards.more", { name: shownName });
  const mine = isMine(state, card.author);
  node.classList.toggle("is-own", mine);
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (menu.querySelectorAll(".note-own"))) show(button, mine);
  disable(menu.querySelector(".note-up"), index === 0);
  disable(menu.querySelector(".note-down"), index === cards.length - 1);
}

/**
 * Said, not switched off, so that the focus stays where it is.
 * @param {Element|null} button @param {boolean} isOff
 */
function disable(button, isOff) {
  if (isOff) button?.setAttribute("aria-disabled", "true");
  else button?.removeAttribute("aria-disabled");
}

/**
 * Whether whoever taps has starred it; a tap on its way counts.
 * @param {Card} card @param {State} state
 */
export function isStarred(card, state) {
  const wishes = state.pending.filter((item) => (item.for ?? null) === state.subject
    && (item.do.starCard ?? item.do.unstarCard)?.card === card.id);
  const last = wishes[wishes.length - 1];
  return last ? "starCard" in last.do : card.stars.includes(acting(state) ?? "");
}

/**
 * @param {HTMLElement} node @param {string|undefined} re @param {Card[]} cards
 * @param {import("../../shared/model/types.js").Room|null} room
 */
export function renderQuote(node, re, cards, room) {
  show(node, re);
  if (!re) return;
  const original = cards.find((card) => card.id === re);
  if (original?.text) {
    say(node, "cards.buildsOn", { name: authorIn(room, original), text: original.text });
  } else say(node, "cards.buildsGone");
}

/**
 * A note on its way: the words are there at once, and it says that the others do not have them yet.
 * @param {HTMLElement} node @param {import("../../shared/model/types.js").Pending} pending @param {State} state
 */
export function renderPendingNote(node, pending, state) {
  if (node.childElementCount === 0) {
    node.append(el("p", { class: "note-head" }, el("span", { class: "note-name" }),
      el("span", { class: "small" })), el("p", { class: "note-text" }));
  }
  const author = pending.for ?? state.you?.person;
  put(/** @type {HTMLElement} */ (node.querySelector(".note-name")),
    isYou(state, author) ? t("chat.you") : nameIn(state.room, author));
  say(/** @type {HTMLElement} */ (node.querySelector(".small")),
    state.connection === "online" ? "common.sending" : "chat.waits");
  put(/** @type {HTMLElement} */ (node.querySelector(".note-text")), pending.do.writeCard.text);
}
