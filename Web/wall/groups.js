// Knows where everybody sits, for those who look from afar: a few groups by table, many as an index of names, a page at
// a time. Nothing on it measures a person.
import { el, list, put, say, show } from "../shared/page/html.js";
import { language, t } from "../shared/texts/i18n.js";
import { called } from "../shared/model/group.js";
import { runningRound } from "../shared/model/selectors-groups.js";
import { hasTables, indexRows, letterOf, NAMES_ON_PAGE, PAGE_MILLISECONDS, pageAt, pageOf, pagesOf, seatedGroups,
  tablesFit, toldApart } from "./places.js";

/** @typedef {import("../shared/model/types.js").Room} Room */
/** @typedef {import("../shared/model/types.js").Round} Round */
/** @typedef {import("../shared/model/board.js").Numbered} Numbered */
/** @typedef {import("./places.js").Row} Row */

/**
 * The part. `page` and `range` stand in the head: which names are shown.
 * @returns {{node: HTMLElement, page: HTMLElement, range: HTMLElement, update: (room: Room) => void,
 *   tick: (now: number) => void}}
 */
export function wallGroups() {
  const page = el("span", { class: "wall-page numbers", hidden: true });
  const range = el("p", { class: "wall-range", hidden: true });
  const tables = el("ul", { class: "wall-cards" });
  const index = el("ul", { class: "wall-index" });
  const node = el("section", { class: "wall-groups" }, tables, index);
  /** @type {Room|null} */
  let room = null;
  /** @type {Row[]|null} */
  let rows = null;
  let shown = -1;

  /** @param {Room} of */
  function update(of) {
    room = of;
    shown = -1;
    const round = runningRound(of);
    if (!round) return;
    const groups = seatedGroups(round);
    const size = tablesFit(groups.length, Math.max(1, ...groups.map(({ group }) => group.members.length)));
    rows = size ? null : indexRows(of, round, t("common.nameless"), language());
    show(tables, size);
    show(index, !size);
    show(page, !size);
    show(range, !size);
    if (!size) return;
    tables.dataset.size = size;
    tables.dataset.rows = String(Math.max(1, Math.ceil(groups.length / 4)));
    const isByTable = hasTables(round);
    const told = toldApart(of, t("common.nameless"));
    list(tables, groups, ({ group }) => group.id, createTable, (card, one) => drawTable(card, one, isByTable, told));
  }

  /**
   * @param {HTMLElement} card @param {Numbered} numbered @param {boolean} isByTable
   * @param {ReturnType<typeof toldApart>} told
   */
  function drawTable(card, { group, n }, isByTable, told) {
    const [number, who] = /** @type {HTMLElement[]} */ ([...card.children]);
    const [place, names] = /** @type {HTMLElement[]} */ ([...who.children]);
    put(number, String(isByTable ? group.table : n));
    // A number says it all where everybody has a table and no group a name.
    show(place, group.name || !isByTable);
    if (group.name) put(place, group.name);
    else if (group.table !== undefined) say(place, "wall.table", { n: group.table });
    else say(place, "wall.onCall");
    card.setAttribute("aria-label", t("common.groupCalled", { group: called(group, n) }));
    list(names, group.members, (id) => id,
      () => el("li", { "data-may-shorten": true }, el("span"), " ", el("span", { class: "quiet" })), (row, id) => {
        const [own, of] = /** @type {HTMLElement[]} */ ([...row.children]);
        put(own, told(id).name);
        put(of, told(id).of);
        markAway(row, room?.people?.[id]?.isPresent !== false);
      });
  }

  /** @param {number} now */
  function tick(now) {
    if (!rows) return;
    const pages = pagesOf(rows.length);
    const at = pageAt(now, pages);
    if (at === shown) return;
    shown = at;
    show(page, pages > 1);
    say(page, "wall.page", { page: at + 1, pages, seconds: PAGE_MILLISECONDS / 1000 });
    const here = pageOf(rows, at);
    say(range, "wall.range", { from: letterOf(here[0]?.name ?? ""), to: letterOf(here[here.length - 1]?.name ?? "") });
    index.dataset.full = String(here.length === NAMES_ON_PAGE);
    list(index, here, ({ id }) => id, createRow, drawRow);
  }

  return { node, page, range, update, tick };
}

/** @param {HTMLElement} node @param {boolean} isHere whose connection is lost stands quietly, and in words for ears */
function markAway(node, isHere) { node.dataset.away = String(!isHere); }

function createTable() {
  return el("li", { class: "wall-card" }, el("span", { class: "wall-number" }),
    el("div", { class: "wall-who" }, el("span", { class: "wall-place", "data-may-shorten": true }),
      el("ul", { class: "wall-names" })));
}

function createRow() {
  return el("li", {}, el("span", { class: "wall-letter" }), el("span", { class: "wall-name", "data-may-shorten": true },
    el("span"), " ", el("span", { class: "quiet" })), el("span", { class: "wall-leader" }),
  el("span", { class: "wall-seat" }));
}

/** @param {HTMLElement} line @param {Row & {letter: string}} row */
function drawRow(line, row) {
  const [letter, name, , seat] = /** @type {HTMLElement[]} */ ([...line.children]);
  const [own, of] = /** @type {HTMLElement[]} */ ([...name.children]);
  put(letter, row.letter);
  put(own, row.name);
  put(of, row.of);
  markAway(name, row.isHere);
  put(seat, String(row.place));
}
