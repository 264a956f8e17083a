// Knows how a title says of how many people groups are, in English and in Welsh. Mirrors GroupWords.swift.

/** @type {Record<string, number>} */
const NUMBERS = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, dau: 2, ddau: 2,
  dri: 3, tri: 3, dair: 3, pedwar: 4, bedwar: 4, pump: 5, bump: 5, chwech: 6, saith: 7, wyth: 8, naw: 9, deg: 10, ddeg: 10 };
/** @type {Record<string, number>} words that say it all */
const SETS = { pairs: 2, twos: 2, threes: 3, fours: 4, fives: 5, sixes: 6, barau: 2, parau: 2, drioedd: 3, trioedd: 3 };
/** "groups of five", "tables of 8"; "grwpiau o bump", "byrddau o wyth". */
const OF_WHAT = new Set(["groups", "group", "tables", "teams", "grwpiau", "grŵp", "grwp", "byrddau", "fyrddau", "timau",
  "dimau"]);

/**
 * How many people a group has by this title; null where it does not say.
 * @param {string} title @returns {number|null}
 */
export function sizeInTitle(title) {
  const words = title.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  for (const [index, word] of words.entries()) {
    const before = words[index - 1] ?? "";
    if (Object.hasOwn(SETS, word) && ["in", "mewn", "yn"].includes(before)) return SETS[word];
    if (Object.hasOwn(NUMBERS, word) && before === "fesul") return NUMBERS[word];
    const said = words[index + 2] ?? "";
    if (!OF_WHAT.has(word) || !["of", "o"].includes(words[index + 1] ?? "") || !said) continue;
    if (Object.hasOwn(NUMBERS, said)) return NUMBERS[said];
    if (/^\d{1,3}$/.test(said)) return Number(said);
  }
  return null;
}
