// Knows the strip: how much of each thing waits or goes on, in the same order in every view, each a way to it. What waits
// for the lead carries the flag; a cut connection is said here, in words.
import { el, put, say, show } from "../../shared/page/html.js";
import { helpCalls } from "../../shared/model/board.js";
import { answeredCount, earlySeats, openPulse, presentCounts, queueSeats, seats, waitingSeats } from "../../shared/model/selectors.js";
import { answeredOf, openPrompts } from "../../shared/model/prompts.js";
import { runningRound } from "../../shared/model/selectors-groups.js";
import { icon } from "../../shared/parts/icons.js";
import { connectionLine } from "../connection.js";
import { pulseAudience } from "./pulse.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {"hands"|"door"|"calls"|"chat"|"questions"|"pulse"|"prompts"|"lost"} CountName */
/** @typedef {{node: HTMLButtonElement, number: HTMLElement, word: HTMLElement}} Count */

/** Its picture, and whether it waits for the lead. */
/** @type {[CountName, string, boolean][]} */
const COUNTS = [["hands", "hand", true], ["door", "door", true], ["calls", "help", true], ["chat", "chat", false],
  ["questions", "question", false], ["pulse", "pulse", false], ["prompts", "idea", false],
  ["lost", "lost", true]];

/**
 * How many people lost their connection: they neither left nor are here in another way.
 * @param {Room} room
 */
export function lostCount(room) {
  if (room.details.phase !== "open") return 0;
  return seats(room).filter(({ person }) => isLost(person)).length;
}

/** @param {import("../../shared/model/types.js").Person} person */
export function isLost(person) { return !person.isPresent && person.leftAt === undefined; }

/**
 * The strip.
 * @param {Record<CountName, () => void>} go the way to each
 * @param {() => number} unseen messages that were not seen yet
 */
export function countStrip(go, unseen) {
  const line = connectionLine();
  const counts = new Map(COUNTS.map(([name, picture]) => [name, create(name, picture, go[name])]));
  const here = el("p", { class: "counts-here quiet" });
  const node = el("div", { class: "counts console-counts", role: "group", label: "console.counts" },
    ...[...counts.values()].map((count) => count.node), here, line.node);

  /** @param {import("../../shared/line/store.js").State} state */
  function update(state) {
    const { room } = state;
    line.update(state);
    node.dataset.connection = state.connection;
    if (!room) return;
    const isOpen = room.details.phase === "open";
    const pulse = isOpen ? openPulse(room) : null;
    // Of an anonymous one there is no number before there are enough.
    const prompt = isOpen ? openPrompts(room).find((one) => one.circle !== "anonymous" || one.handedIn > 0) : undefined;
    const written = prompt ? answeredOf(room, prompt) : { answered: 0, all: 0 };
    /** @type {Record<CountName, number>} */
    const now = { hands: queueSeats(room).length, door: waitingSeats(room).length + earlySeats(state).length,
      calls: helpCalls(runningRound(room)).length, chat: unseen(),
      questions: (room.questions ?? []).filter((one) => !one.isAnswered && !one.isHidden).length,
      pulse: pulse ? answeredCount(pulse) : 0, prompts: written.answered, lost: lostCount(room) };
    for (const [name, , waits] of COUNTS) {
      const count = /** @type {Count} */ (counts.get(name));
      const n = isOpen || name === "door" || name === "questions" ? now[name] : 0;
      count.node.dataset.count = String(n);
      count.node.classList.toggle("is-waiting", waits && n > 0);
      put(count.number, String(n));
      const all = name === "pulse" ? pulseAudience(room).able : 0;
      if (name === "prompts") say(count.word, "asking.count", { all: written.all });
      else if (name === "pulse" && n <= all) say(count.word, "console.count.pulseOf", { all });
      else say(count.word, `console.count.${name}`, { count: n });
    }
    const pulses = /** @type {Count} */ (counts.get("pulse"));
    show(pulses.node, pulse);
    show(/** @type {Count} */ (counts.get("prompts")).node, prompt);
    show(/** @type {Count} */ (counts.get("lost")).node, now.lost > 0);
    show(here, isOpen);
    const there = presentCounts(room);
    say(here, "console.run.here", { n: there.all, room: there.inRoom, call: there.onCall });
  }

  return { node, update };
}

/**
 * @param {CountName} name
 * @param {string} picture
 * @param {() => void} go
 * @returns {Count}
 */
function create(name, picture, go) {
  const number = el("span", { class: "numbers" });
  const word = el("span", { class: "count-word" });
  const node = el("button", { type: "button", class: "count", data: { name }, on: { click: go } }, icon(picture), " ",
    number, " ", word);
  return { node, number, word };
}
