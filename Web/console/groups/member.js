// Knows how a person looks inside a group: a button with the name, how they are there, and what they do; and how arrows
// go from one to the next. What a mark means is always in words as well.
import { el, list, put, show } from "../../shared/page/html.js";
import { icon } from "../../shared/parts/icons.js";
import { isInRoom } from "../../shared/model/selectors.js";

/**
 * @typedef {object} Member
 * @property {string} id
 * @property {string} name
 * @property {string} [mode] missing: only the name is known
 * @property {boolean} isPresent
 * @property {boolean} isChosen
 * @property {boolean} [isPinned]
 * @property {string[]} badges keys
 */
/** @typedef {{name: HTMLElement, mode: HTMLElement, badges: HTMLElement, shown: string}} Parts */

/** @type {WeakMap<HTMLElement, Parts>} */
const parts = new WeakMap();

/**
 * Brings a list of people in line.
 * @param {HTMLElement} place
 * @param {Member[]} members
 * @param {(id: string) => void} toggle
 */
export function memberList(place, members, toggle) {
  list(place, members, (one) => one.id, (one) => create(one.id, toggle), refresh);
}

/** @param {string} id @param {(id: string) => void} toggle */
function create(id, toggle) {
  const made = { name: el("span", { class: "member-name", "data-may-shorten": true }),
    mode: el("span", { class: "member-mode" }), badges: el("span", { class: "member-badges" }), shown: "" };
  const button = el("button", { type: "button", class: "member", data: { member: id },
    on: { click: () => toggle(id) } }, made.mode, made.name, " ", made.badges);
  const node = el("li", {}, button);
  parts.set(node, made);
  return node;
}

/** @param {HTMLElement} node @param {Member} member */
function refresh(node, member) {
  const made = /** @type {Parts} */ (parts.get(node));
  const button = /** @type {HTMLElement} */ (node.firstElementChild);
  put(made.name, member.name);
  button.title = member.name;
  button.setAttribute("aria-pressed", String(member.isChosen));
  button.dataset.present = String(member.isPresent);
  button.dataset.pinned = String(member.isPinned === true);
  const way = member.mode === undefined ? "" : isInRoom(member.mode) ? "room" : "call";
  if (made.shown !== way) {
    made.shown = way;
    made.mode.replaceChildren(...(way ? [icon(way), el("span", { class: "visually-hidden", t: `board.mode.${way}` })]
      : []));
  }
  const badges = [...member.badges, ...(member.isPinned ? ["forming.pinned"] : []),
    ...(member.isPresent ? [] : [member.mode === undefined ? "board.expected" : "board.offline"])];
  list(made.badges, badges, (key) => key, (key) => el("span", { class: "member-badge", t: key }));
  show(made.badges, badges.length > 0);
}

/**
 * Arrows inside a board: up and down through all people, left and right to the group beside.
 * @param {HTMLElement} board its groups have `data-group`
 * @param {KeyboardEvent} event
 */
export function walk(board, event) {
  const here = event.target instanceof HTMLElement ? event.target.closest(".member") : null;
  const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const along = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!here || (side === undefined && along === undefined)) return;
  event.preventDefault();
  event.stopPropagation();
  const all = /** @type {HTMLElement[]} */ ([...board.querySelectorAll(".member")]);
  if (along !== undefined) {
    all[all.indexOf(/** @type {HTMLElement} */ (here)) + along]?.focus();
    return;
  }
  const groups = [...board.querySelectorAll("[data-group]")].filter((one) => one.querySelector(".member"));
  const at = groups.findIndex((one) => one.contains(here));
  const row = [...groups[at]?.querySelectorAll(".member") ?? []].indexOf(here);
  const people = /** @type {HTMLElement[]} */ ([...groups[at + (side ?? 0)]?.querySelectorAll(".member") ?? []]);
  people[Math.min(row, people.length - 1)]?.focus();
}
