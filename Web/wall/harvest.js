// Knows what came back from groups, for everybody to read: a page of reports at a time, the most starred first.
import { el, list, put, say, show } from "../shared/page/html.js";
import { icon } from "../shared/parts/icons.js";
import { called } from "../shared/model/group.js";
import { pageAt } from "./places.js";
import { reports } from "../shared/model/on-wall.js";

/** @typedef {import("../shared/model/types.js").Room} Room */

const REPORTS_ON_PAGE = 8;

/**
 * The part.
 * @returns {{node: HTMLElement, page: HTMLElement, update: (room: Room) => void, tick: (now: number) => void}}
 */
export function wallHarvest() {
  const page = el("span", { class: "wall-page numbers", hidden: true });
  const node = el("ul", { class: "wall-reports" });
  /** @type {ReturnType<typeof reports>} */
  let all = [];

  /** @param {number} now */
  function tick(now) {
    const pages = Math.max(1, Math.ceil(all.length / REPORTS_ON_PAGE));
    const at = pageAt(now, pages);
    show(page, pages > 1);
    say(page, "wall.pageOf", { page: at + 1, pages });
    list(node, all.slice(at * REPORTS_ON_PAGE, (at + 1) * REPORTS_ON_PAGE), ({ id }) => id, create, draw);
  }

  return {
    node,
    page,
    update(room) { all = reports(room); },
    tick,
  };
}

function create() {
  const star = el("span", { class: "wall-star", label: "wall.starred", role: "img" });
  star.append(icon("star"));
  return el("li", { class: "wall-report" }, el("p", { "data-may-shorten": true }),
    el("p", { class: "wall-by" }, star, " ", el("span")));
}

/** @param {HTMLElement} row @param {ReturnType<typeof reports>[number]} one */
function draw(row, { text, stars, group, number }) {
  const [words, by] = /** @type {HTMLElement[]} */ ([...row.children]);
  const [star, who] = /** @type {HTMLElement[]} */ ([...by.children]);
  put(words, text);
  show(star, stars > 0);
  say(who, "common.groupCalled", { group: called(group, number) });
}
