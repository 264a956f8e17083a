// Knows where everybody sits, for those who look from afar: one card for each group, a page at a time when there are more
// than fit. Nothing on it measures a person.
import { el, list, put, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { numbered } from "../shared/model/board.js";
import { runningRound } from "../shared/model/selectors-groups.js";

/** @typedef {import("../shared/model/types.js").Room} Room */
/** @typedef {import("../shared/model/board.js").Numbered} Numbered */

const PAGE_MILLISECONDS = 10_000;
/** More names than this stand in two columns. */
const ONE_COLUMN = 7;
/** Heights in steps of the wall: all there is in each shape, a card without its names, one name. */
const HEIGHTS = { wide: 36, upright: 54, head: 6.4, name: 2.4 };
const COLUMNS = { wide: 4, upright: 2 };
const UPRIGHT = "(width < 48rem) or (aspect-ratio < 1)";

/**
 * How many cards a page holds, so that the largest group of all fits.
 * @param {number} largest @param {boolean} isUpright
 */
export function cardsOnPage(largest, isUpright) {
  const lines = largest > ONE_COLUMN ? Math.ceil(largest / 2) : Math.max(1, largest);
  const shape = isUpright ? "upright" : "wide";
  return COLUMNS[shape] * Math.max(1, Math.floor(HEIGHTS[shape] / (HEIGHTS.head + lines * HEIGHTS.name)));
}

/**
 * The part.
 * @returns {{node: HTMLElement, update: (room: Room) => void, tick: (now: number) => void,
 *   hasContent: (room: Room) => boolean}}
 */
export function wallGroups() {
  const title = el("h2", { class: "wall-kicker", t: "wall.findTable" });
  const count = el("p", { class: "wall-page" });
  const cards = el("ul", { class: "wall-cards" });
  const node = el("section", { class: "wall-groups", hidden: true }, el("div", { class: "wall-groups-head" }, title,
    count), cards);
  const upright = matchMedia(UPRIGHT);
  /** @type {Room|null} */
  let room = null;
  let shown = -1;

  /** @param {number} now */
  function tick(now) {
    if (!room) return;
    const round = runningRound(room);
    show(node, round);
    if (!round) return;
    const all = numbered(round).filter(({ group }) => group.members.length > 0);
    const largest = Math.max(1, ...all.map(({ group }) => group.members.length));
    const size = cardsOnPage(largest, upright.matches);
    const pages = Math.max(1, Math.ceil(all.length / size));
    const page = Math.floor(now / PAGE_MILLISECONDS) % pages;
    node.dataset.few = String(all.length <= COLUMNS.wide && largest <= ONE_COLUMN);
    show(count, pages > 1);
    say(count, "wall.page", { page: page + 1, pages });
    if (page === shown) return;
    shown = page;
    list(cards, all.slice(page * size, (page + 1) * size), ({ group }) => group.id, create, refresh);
  }

  /** @param {HTMLElement} card @param {Numbered} numbered */
  function refresh(card, { group, n }) {
    const [place, number, names] = /** @type {HTMLElement[]} */ ([...card.children]);
    if (group.table === undefined) say(place, "wall.group", { n });
    else say(place, "wall.table", { n: group.table });
    if (group.table === undefined) say(number, "wall.onCall");
    else say(number, "wall.group", { n });
    names.dataset.columns = group.members.length > ONE_COLUMN ? "2" : "1";
    list(names, group.members, (id) => id, () => el("li", { "data-may-shorten": true }),
      (row, id) => put(row, room?.people?.[id]?.name ?? t("common.nameless")));
  }

  return {
    node,
    tick,
    hasContent: (of) => runningRound(of) !== null,
    update(of) {
      room = of;
      shown = -1;
    },
  };
}

function create() {
  return el("li", { class: "wall-card" }, el("strong", { class: "wall-place" }), el("span", { class: "wall-number" }),
    el("ul", { class: "wall-names" }));
}
