// Knows what the wall asks of the room: the quick check while it is open, else the newest questions for a guest.
import { el, list, put, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { answeredCount, hasGuest, openPulse } from "../shared/model/selectors.js";

/** @typedef {import("../shared/model/types.js").Room} Room */

const QUESTIONS_SHOWN = 2;

/**
 * The newest questions that wait for an answer; only while a guest is there to answer them.
 * @param {Room} room
 */
function newest(room) {
  if (!hasGuest(room)) return [];
  return (room.questions ?? []).filter((one) => !one.isHidden && !one.isAnswered && one.text)
    .slice(-QUESTIONS_SHOWN).reverse();
}

/**
 * The part.
 * @returns {{node: HTMLElement, update: (room: Room) => void}}
 */
export function wallAsk() {
  const title = el("h2", { class: "wall-ask-title" });
  const count = el("p", { class: "wall-count" });
  const rows = el("ul", { class: "wall-questions" });
  const node = el("section", { class: "wall-ask" }, title, count, rows);

  return {
    node,
    update(room) {
      const pulse = openPulse(room);
      const questions = pulse ? [] : newest(room);
      show(node, room.details.phase === "open" && (pulse || questions.length > 0));
      title.classList.toggle("is-pulse", Boolean(pulse));
      say(title, pulse ? "wall.pulse" : "wall.questions");
      show(count, pulse);
      if (pulse) say(count, "wall.pulseCount", { count: answeredCount(pulse) });
      show(rows, questions.length > 0);
      list(rows, questions, (one) => one.id, () => el("li", {}, el("p", { class: "wall-question" }),
        el("p", { class: "wall-asker" })),
        (row, one) => {
          const [text, who] = /** @type {HTMLElement[]} */ ([...row.children]);
          put(text, one.text ?? "");
          say(who, "wall.asks", { name: one.name ?? t("common.nameless") });
        });
    },
  };
}
