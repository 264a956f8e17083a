// Knows prompts as whoever leads works with them: what is prepared for which item, each text of the answers as a card,
// and which cards were put together. Pure.
import { readable } from "./prompts.js";

/** @typedef {import("./types.js").Room} Room */
/** @typedef {import("./types.js").Prompt} Prompt */
/** @typedef {import("./types.js").Circle} Circle */
/**
 * One text of an answer.
 * @typedef {{key: string, response: string, index: number, text: string, name: string|undefined, stars: string[],
 *   isOnWall: boolean, isForAll: boolean, isStudent: boolean}} AnswerCard
 */
/** @typedef {{id: string, name: string|undefined, isOnWall: boolean, cards: AnswerCard[]}} CardCluster */

/**
 * Those that were not asked yet and belong to an item; without one, those that belong to none.
 * @param {Room} room @param {string|undefined} segment @returns {Prompt[]}
 */
export function preparedFor(room, segment) {
  const items = new Set((room.agenda ?? []).map(({ id }) => id));
  return prepared(room).filter((one) => (one.segment && items.has(one.segment) ? one.segment : undefined) === segment);
}

/**
 * All that were not asked yet, unless their words were erased.
 * @param {Room} room @returns {Prompt[]}
 */
export function prepared(room) { return (room.prompts ?? []).filter((one) => one.openedAt === undefined && one.text); }

/**
 * What was asked, what waits to be answered first, what was shown last of all.
 * @param {Room} room @returns {Prompt[]}
 */
export function askedPrompts(room) {
  const rank = (/** @type {Prompt} */ one) => (one.revealedAt !== undefined ? 2 : one.closedAt !== undefined ? 1 : 0);
  return (room.prompts ?? []).filter((one) => one.openedAt !== undefined)
    .sort((one, other) => rank(one) - rank(other) || (other.revealedAt ?? other.openedAt ?? 0)
      - (one.revealedAt ?? one.openedAt ?? 0));
}

/**
 * Whether everybody sees what is shared in that circle.
 * @param {Circle} circle
 */
export function isForAll(circle) { return circle !== "only_me" && circle !== "group"; }

/**
 * Each text of the answers that can be read here; none where numbers or one word are answered.
 * @param {import("../line/store.js").State} state @param {Prompt} prompt @returns {AnswerCard[]}
 */
export function answerCards(state, prompt) {
  if (prompt.kind !== "open" && prompt.kind !== "cards") return [];
  return readable(state, prompt).flatMap(({ id, answer, name, stars, isOnWall, circle }) =>
    (answer?.texts ?? []).map((text, index) => ({ key: `${id} ${index}`, response: id, index, text, name, stars,
      isOnWall, isForAll: isForAll(circle), isStudent: answer?.isStudent === true })));
}

/**
 * The cards as they were put together, and those that stand by themselves.
 * @param {Prompt} prompt @param {AnswerCard[]} cards @returns {{clusters: CardCluster[], rest: AnswerCard[]}}
 */
export function putTogether(prompt, cards) {
  const known = new Map(cards.map((card) => [card.key, card]));
  const clusters = (prompt.clusters ?? []).map(({ id, name, isOnWall, cards: of }) => ({ id, name, isOnWall,
    cards: of.flatMap(({ response, index }) => {
      const key = `${response} ${index}`;
      const card = known.get(key);
      known.delete(key);
      return card ? [card] : [];
    }) }));
  return { clusters: clusters.filter((one) => one.cards.length > 0), rest: [...known.values()] };
}

/**
 * Under which names an answer was put together with others; several where its cards went different ways.
 * @param {Prompt} prompt @returns {Map<string, string>} by the answer
 */
export function clusterNames(prompt) {
  /** @type {Map<string, string[]>} */
  const names = new Map();
  for (const { name, cards } of prompt.clusters ?? []) {
    if (!name) continue;
    for (const id of new Set(cards.map(({ response }) => response))) names.set(id, [...names.get(id) ?? [], name]);
  }
  return new Map([...names].map(([id, all]) => [id, all.join(", ")]));
}
