// Knows the shape of what the server tells of a series: figures of meetings and of all together, and no person.

/** @typedef {import("../figures/debrief/types.js").Part} Part */
/**
 * @typedef {object} Row figures of a meeting; what is missing is not known, or held back
 * @property {number} attended
 * @property {number} [acted] @property {number} [notObservable] @property {number} [notOffered]
 * @property {number} [gini] of turns, by people who did not lead @property {number} [chance] what chance alone would give
 * @property {Part} [again] of those who attended, who had also been at the meeting before; missing for the first
 * @property {Part} [room] @property {Part} [call] who took part, of those who could be seen
 * @property {Part} [newPairs] pairs in groups that had not worked together at a meeting of the series before
 */
/**
 * @typedef {object} Meeting
 * @property {string} id
 * @property {string} title
 * @property {number|null} [start] milliseconds
 * @property {string} zone IANA name
 * @property {Row} [figures] missing where its log has gone
 */
/** @typedef {{core: number, occasional: number, once: number, fresh: number, least: number}} Coming `least` meetings make somebody core */
/** @typedef {{meeting: number, share: number, low?: number, high?: number, risk: number}} Stayed `meeting` is 1 for the first of each */
/**
 * @typedef {object} SeriesFigures
 * @property {Meeting[]} meetings in the order of their start
 * @property {number} people
 * @property {Coming} [coming] missing with fewer than three meetings, and where it is held back
 * @property {boolean} isComingHeldBack because one kind is of fewer than five people
 * @property {Stayed[]} staying empty with fewer than three meetings
 */
/** @typedef {{up: number, same: number, down: number}} AskedChange */
/**
 * @typedef {object} AskedAt a question at one meeting: only what everybody saw
 * @property {string} id @property {string} title @property {number} start @property {string} zone
 * @property {number} people whose answer everybody saw; 0 where that is held back, too
 * @property {number[][]} counts a row for each sentence or choice; empty for texts, and where it is held back
 * @property {number[]} means @property {AskedChange[]} change since the start of that meeting
 * @property {{word: string, count: number}[]} words
 * @property {boolean} isPrivate @property {boolean} isTooFew @property {boolean} isHeldBack
 */
/**
 * @typedef {object} AskedQuestion
 * @property {import("../shared/model/types.js").PromptKind} kind @property {boolean} isMultiple
 * @property {{language?: string, text: string, choices: string[]}[]} wordings
 * @property {boolean} isReworded other words were asked under the same name
 * @property {AskedAt[]} meetings in the order of their start
 */
/** @typedef {{prompts: AskedQuestion[], leftOut: number}} AskedSeveral */
/** @typedef {{id: string, name?: string|null, meetings: {id: string, title: string}[]}} Series */
/**
 * @typedef {object} Release
 * @property {string} id @property {string} [series] all meetings where it is missing
 * @property {number} at @property {string[]} meetings
 * @property {{at: number, by: string, form: "plain"|"spreadsheet", depth?: Depth, hash: string, bytes: number}[]} handOuts
 */
/** @typedef {"counts"|"pseudonyms"|"words"} Depth how close to people a pack goes */
/** @typedef {{meetings: string[], tables: {name: string, depth: Depth}[], release?: Release|null}} Preview */

export {};
