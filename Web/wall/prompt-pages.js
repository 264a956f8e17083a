// Knows which cards of a prompt a wall shows, and how many of them fit on a page that is read from eight metres. Pure; no
// DOM.

/** @typedef {import("../shared/model/types.js").Prompt} Prompt */
/**
 * A card as it stands on the wall; `cluster` is what stands above it, where it is the first of one.
 * @typedef {{key: string, text: string, name: string, isStarred: boolean, cluster: string|undefined, isNamed: boolean}} WallCard
 */

/**
 * A column is so many lines high below a question of one line, or of more, and a line so many characters long: on a
 * screen that lies and on one that stands.
 */
const LYING = { columns: 3, lines: 13.6, belowLong: 12.2, letters: 24 };
const UPRIGHT = { columns: 1, lines: 17, belowLong: 15.5, letters: 36 };
const LETTERS_OF_QUESTION = 48;
/** Longer texts are cut on the wall: all of them are on the phones. */
const LINES_OF_CARD = 6;
const SIZES = 5;

/**
 * What a lead brought: clusters with their cards, then single ones, those with most stars first.
 * @param {Prompt} prompt @returns {WallCard[]}
 */
export function wallCards(prompt) {
  const responses = new Map(prompt.responses.map((one) => [one.id, one]));
  const taken = new Set();
  /** @param {string} id @param {number} index @returns {WallCard[]} */
  const card = (id, index) => {
    const one = responses.get(id);
    const text = one?.answer?.texts[index];
    const key = `${id} ${index}`;
    if (!one || text === undefined || taken.has(key)) return [];
    taken.add(key);
    return [{ key, text, name: one.name ?? "", isStarred: one.stars.length > 0, cluster: undefined, isNamed: false }];
  };
  const clusters = (prompt.clusters ?? []).filter((one) => one.isOnWall).flatMap(({ name, cards }) =>
    cards.flatMap(({ response, index }) => card(response, index)).map((one, at) =>
      (at === 0 ? { ...one, cluster: name ?? "", isNamed: Boolean(name) } : one)));
  const single = prompt.responses.filter((one) => one.isOnWall && one.answer)
    .sort((one, other) => other.stars.length - one.stars.length)
    .flatMap(({ id, answer }) => (answer?.texts ?? []).flatMap((_, index) => card(id, index)));
  return [...clusters, ...single];
}

/**
 * The cards of each page: as many as have room with all their lines.
 * @param {WallCard[]} cards @param {string} question above them
 * @param {boolean} [isUpright] whether the screen stands @returns {WallCard[][]}
 */
export function pagesOfCards(cards, question, isUpright = false) {
  const { columns, lines: low, belowLong, letters } = isUpright ? UPRIGHT : LYING;
  const high = question.length > LETTERS_OF_QUESTION ? belowLong : low;
  /** @type {WallCard[][]} */
  const pages = [];
  let column = columns;
  let left = 0;
  for (const card of cards) {
    const lines = linesOf(card, letters);
    if (lines > left) {
      column += 1;
      left = high;
    }
    if (column > columns) {
      pages.push([]);
      column = 1;
    }
    left -= lines;
    pages[pages.length - 1].push(card);
  }
  return pages;
}

/** @param {WallCard} card @param {number} letters of a line */
function linesOf({ text, name, isStarred, cluster }, letters) {
  const long = text.split("\n").reduce((all, line) => all + Math.max(1, Math.ceil(line.length / letters)), 0);
  return Math.min(LINES_OF_CARD, long) + (name || isStarred ? 0.8 : 0) + (cluster === undefined ? 0 : 2) + 0.6;
}

/**
 * How large a word stands, from 1 to 5, by how many said it.
 * @param {number} count @param {number} most
 */
export function sizeOfWord(count, most) {
  return most <= 1 ? 3 : 1 + Math.round(((count - 1) / (most - 1)) * (SIZES - 1));
}
