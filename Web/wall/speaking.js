// Knows who speaks now and the next three, in one line.
import { el, list, put, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { icon } from "../shared/parts/icons.js";
import { queueSeats, seats, speaker } from "../shared/model/selectors.js";

/** @typedef {import("../shared/model/types.js").Person} Person */
/** @typedef {import("../shared/model/types.js").Room} Room */

const NEXT_SHOWN = 3;

/**
 * The part.
 * @returns {{node: HTMLElement, update: (room: Room) => void}}
 */
export function wallSpeaking() {
  const speaking = el("p", { class: "wall-speaker" }, icon("hand"), " ", el("strong"), " ",
    el("span", { t: "wall.speaks" }));
  const next = el("h2", { class: "wall-next" });
  const queue = el("ol", { class: "wall-queue" });
  const nobody = el("p", { class: "wall-nobody", t: "wall.nobody" });
  const node = el("section", { class: "wall-speaking" }, speaking, el("div", { class: "wall-waiting" }, next, queue),
    nobody);

  return {
    node,
    update(room) {
      const turn = speaker(room);
      const waiting = queueSeats(room).slice(0, NEXT_SHOWN);
      show(node, room.details.phase === "open");
      show(speaking, turn);
      if (turn) put(/** @type {HTMLElement} */ (speaking.querySelector("strong")), named(room, turn.person));
      show(next, waiting.length > 0);
      say(next, turn ? "wall.next" : "wall.hands");
      show(queue, waiting.length > 0);
      show(nobody, !turn && waiting.length === 0);
      list(queue, waiting, (one) => one.id, () => el("li"), (row, one) => put(row, named(room, one.person)));
    },
  };
}

/**
 * The name; with the school where somebody else here has the same.
 * @param {Room} room @param {Person|null} person
 */
function named(room, person) {
  if (!person?.name) return t("common.nameless");
  const isShared = seats(room).filter((seat) => seat.person.name === person.name).length > 1;
  return isShared && person.school ? t("wall.nameOf", { name: person.name, school: person.school }) : person.name;
}
