// Knows who speaks now and the next three, by first name and school.
import { el, list, put, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { queueSeats, speaker } from "../shared/model/selectors.js";

/** @typedef {import("../shared/model/types.js").Person} Person */
/** @typedef {import("../shared/model/types.js").Room} Room */

const NEXT_SHOWN = 3;

/**
 * The part.
 * @returns {{node: HTMLElement, update: (room: Room) => void}}
 */
export function wallSpeaking() {
  const now = el("h2", { class: "wall-kicker", t: "wall.speaks" });
  const speaking = el("p", { class: "wall-speaker" }, el("strong"), " ", el("span"));
  const next = el("h2", { class: "wall-kicker", t: "wall.next" });
  const queue = el("ol", { class: "wall-queue" });
  const nobody = el("p", { class: "wall-nobody", t: "wall.nobody" });
  const node = el("section", { class: "wall-speaking" }, el("div", {}, now, speaking), el("div", {}, next, queue),
    nobody);

  return {
    node,
    update(room) {
      const turn = speaker(room);
      const waiting = queueSeats(room).slice(0, NEXT_SHOWN);
      show(node, room.details.phase === "open");
      show(now, turn);
      show(speaking, turn);
      if (turn) write(speaking, turn.person);
      show(next, waiting.length > 0);
      show(queue, waiting.length > 0);
      show(nobody, !turn && waiting.length === 0);
      list(queue, waiting, (one) => one.id, () => el("li", {}, el("strong"), " ", el("span")),
        (row, one) => write(row, one.person));
    },
  };
}

/**
 * @param {HTMLElement} row
 * @param {Person|null} person
 */
function write(row, person) {
  const [name, school] = /** @type {HTMLElement[]} */ ([...row.children]);
  put(name, person?.name ?? t("common.nameless"));
  put(school, person?.school ?? "");
}
