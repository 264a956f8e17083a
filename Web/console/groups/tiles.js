// Knows the groups that run as tiles: who is in each and how, what was written last, how long ago something happened,
// who calls for help or is done. Ages tick in silence.
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { called } from "../../shared/model/group.js";
import { lacksBridge, newestCards, numbered, QUIET_MILLISECONDS } from "../../shared/model/board.js";
import { modesOf } from "../forming/plan-places.js";
import { bind } from "../../shared/texts/i18n.js";
import { memberList, walk } from "./member.js";
import { personText } from "../names.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {import("../../shared/model/types.js").Round} Round */
/** @typedef {import("../../shared/model/types.js").Group} Group */
/** @typedef {import("../../shared/model/board.js").Numbered} Numbered */
/**
 * @typedef {{title: HTMLElement, place: HTMLElement, flags: HTMLElement, members: HTMLElement, age: HTMLElement,
 *   tail: HTMLElement, bridge: HTMLButtonElement, visit: HTMLButtonElement, open: HTMLButtonElement, group: Group}} Tile
 */

const MINUTE_MILLISECONDS = 60_000;
/** Notes that a tile shows; the rest is one tap away. */
const TAIL_NOTES = 3;
/** Above this many the tiles are narrower; up to the other they need not fill the window. */
const MANY = 8;
const FEW = 3;

/**
 * The tiles.
 * @param {{toggle: (id: string) => void, isChosen: (id: string) => boolean, visit: (group: string) => void,
 *   open: (group: string) => void, bridge: (group: string, anchor: HTMLElement) => void}} on
 */
export function groupTiles(on) {
  const node = el("div", { class: "tiles", role: "group", label: "board.tiles" });
  /** @type {WeakMap<HTMLElement, Tile>} */
  const parts = new WeakMap();
  /** @type {Room|null} */
  let room = null;
  node.addEventListener("keydown", (event) => walk(node, event));

  /** @param {Numbered} numbered */
  function create({ group, n }) {
    const id = `tile-${group.id}`;
    const tile = {
      title: el("h3", { id }), place: el("span", { class: "small quiet" }),
      flags: el("div", { class: "tile-flags" }), members: el("ul", { class: "member-list" }),
      age: el("p", { class: "small tile-age" }), tail: el("ul", { class: "tile-notes small" }),
      bridge: el("button", { type: "button", class: "button bare tile-bridge", t: "board.nameBridge",
        on: { click: () => on.bridge(group.id, tile.bridge) } }),
      visit: el("button", { type: "button", class: "button bare", on: { click: () => on.visit(group.id) } }),
      open: el("button", { type: "button", class: "tile-open", on: { click: () => on.open(group.id) } }),
      group,
    };
    tile.title.append(tile.open);
    const made = el("section", { class: "tile", "aria-labelledby": id, data: { group: String(n) } },
      el("div", { class: "tile-head" }, tile.title, tile.place, tile.flags), tile.members,
      el("div", { class: "tile-talk" }, tile.tail), el("div", { class: "tile-actions" }, tile.visit, tile.bridge,
        tile.age));
    parts.set(made, tile);
    return made;
  }

  /**
   * @param {HTMLElement} made
   * @param {Numbered} numbered
   * @param {Room} of
   * @param {string|undefined} me
   */
  function refresh(made, { group, n }, of, me) {
    const tile = /** @type {Tile} */ (parts.get(made));
    const people = of.people ?? {};
    const title = { group: called(group, n) };
    tile.group = group;
    say(tile.open, "common.groupCalled", title);
    bind(tile.open, "title", "board.openOf", title);
    name(tile.bridge, "board.nameBridgeOf", title);
    place(tile.place, group, modesOf(group.members, people).onCall);
    memberList(tile.members, [...group.members.map((id) => ({
      id, name: personText(of, id), mode: people[id]?.mode, isPresent: people[id]?.isPresent === true,
      isChosen: on.isChosen(id), badges: badges(group, id) })),
      ...(group.texts.expected ?? []).map((expected) => ({ id: `~${expected}`, name: expected, isPresent: false,
        isChosen: false, badges: [] }))], (id) => { if (!id.startsWith("~")) on.toggle(id); });
    const isMissing = lacksBridge(of, group);
    made.dataset.help = String(group.helpSince !== undefined);
    show(tile.bridge, isMissing);
    const notes = newestCards(group).slice(0, TAIL_NOTES);
    list(tile.tail, notes, (card) => card.id, () => el("li", { "data-may-shorten": true }),
      (row, card) => put(row, card.text ?? ""));
    const isHere = group.visitors.includes(me ?? "");
    say(tile.visit, isHere ? "board.leave" : "board.visit");
    name(tile.visit, isHere ? "board.leaveOf" : "board.visitOf", title);
    tile.visit.setAttribute("aria-pressed", String(isHere));
  }

  return {
    node,
    /**
     * @param {Room} of
     * @param {Round|null} round
     * @param {string|undefined} me
     */
    update(of, round, me) {
      room = of;
      const amount = round?.groups.length ?? 0;
      node.dataset.amount = amount > MANY ? "many" : amount > FEW ? "some" : "few";
      list(node, numbered(round), ({ group }) => group.id, create, (made, one) => refresh(made, one, of, me));
    },
    /** @param {number} moment */
    tick(moment) {
      for (const made of /** @type {Iterable<HTMLElement>} */ (node.children)) {
        const tile = parts.get(made);
        if (tile && room) age(made, tile, moment, room);
      }
    },
  };
}

/**
 * Roles stand where a group is opened: here names have to fit.
 * @param {Group} group @param {string} id
 */
function badges(group, id) { return group.bridge === id ? ["board.bridge"] : []; }

/**
 * The table; how each one is there stands beside their names.
 * @param {HTMLElement} node
 * @param {Group} group
 * @param {number} onCall
 */
function place(node, group, onCall) {
  if (group.table !== undefined) say(node, "board.table", { n: group.table });
  else say(node, onCall > 0 ? "board.allCall" : "board.allRoom");
}

/**
 * What changes by time alone.
 * @param {HTMLElement} made
 * @param {Tile} tile
 * @param {number} moment
 * @param {Room} room
 */
function age(made, tile, moment, room) {
  const { group } = tile;
  const past = Math.max(0, moment - (group.lastActAt ?? moment));
  const count = Math.floor(past / MINUTE_MILLISECONDS);
  const isQuiet = past >= QUIET_MILLISECONDS && !group.isDone;
  made.dataset.quiet = String(isQuiet);
  say(tile.age, isQuiet ? "board.noAct" : "board.lastAct", { count });
  /** @type {[boolean, string, string, Record<string, string|number>][]} */
  const flags = [
    [group.helpSince !== undefined, "help", "board.help",
      { count: Math.floor(Math.max(0, moment - (group.helpSince ?? moment)) / MINUTE_MILLISECONDS) }],
    [group.moreTimeSince !== undefined, "time", "board.wantsTime", {}],
    [group.isDone, "done", "board.done", {}],
    [group.members.length === 0, "empty", "board.allLeft", {}],
    [lacksBridge(room, group), "bridge", "board.bridgeMissing", {}],
    [group.visitors.length > 0, "visit", "board.visited",
      { names: group.visitors.map((id) => personText(room, id)).join(", ") }],
  ];
  list(tile.flags, flags.filter(([isSo]) => isSo), ([, kind]) => kind,
    ([, kind]) => el("span", { class: "tile-flag", data: { kind } }),
    (row, [, , key, params]) => say(row, key, params));
}
