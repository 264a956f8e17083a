// Knows what pages show of prompts: which are open, what of them is one's own, who can answer, what came of it. Pure.
import { presentSeats } from "./selectors.js";

/** @typedef {import("./types.js").Room} Room */
/** @typedef {import("./types.js").Prompt} Prompt */
/** @typedef {import("./types.js").PromptKind} PromptKind */
/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").Response} Response */
/** @typedef {import("./types.js").OwnPrompt} OwnPrompt */
/** @typedef {import("../line/store.js").State} State */

/** From one end of a scale to the other. */
export const SCALE = [1, 2, 3, 4, 5];
/** @type {Answer} */
const NOTHING = { texts: [], numbers: [] };

/** @param {Prompt} prompt */
export function isOpen(prompt) { return prompt.openedAt !== undefined && prompt.closedAt === undefined; }

/**
 * Those that can be answered, in the order in which they were asked.
 * @param {Room} room
 */
export function openPrompts(room) { return asked(room).filter(isOpen); }

/**
 * Those whose answers are shown, the last one first.
 * @param {Room} room
 */
export function shownPrompts(room) {
  return (room.prompts ?? []).filter((one) => one.revealedAt !== undefined)
    .sort((one, other) => (other.revealedAt ?? 0) - (one.revealedAt ?? 0));
}

/**
 * Those that are closed and not shown yet.
 * @param {Room} room
 */
export function heldPrompts(room) {
  return asked(room).filter((one) => one.closedAt !== undefined && one.revealedAt === undefined);
}

/** @param {Room} room */
function asked(room) {
  return (room.prompts ?? []).filter((one) => one.openedAt !== undefined)
    .sort((one, other) => (one.openedAt ?? 0) - (other.openedAt ?? 0));
}

/**
 * What of a prompt is for me alone, or for whom I tap.
 * @param {State} state @param {string} prompt @returns {OwnPrompt|null}
 */
export function ownPrompt(state, prompt) {
  return state.you?.prompts?.[state.subject ?? state.you.person ?? ""]?.[prompt] ?? null;
}

/** @param {OwnPrompt|null} own @returns {Answer} */
export function ownAnswer(own) { return own?.response?.answer ?? NOTHING; }

/** @param {Answer} one @param {Answer} other */
export function isSameAnswer(one, other) {
  const [first, second] = [one, other].map(({ texts, numbers, isStudent }) =>
    JSON.stringify([texts, numbers, isStudent === true]));
  return first === second;
}

/**
 * Whether there is enough in it to hand it in.
 * @param {Prompt} prompt @param {Answer} answer
 */
export function isWhole(prompt, { texts, numbers }) {
  switch (prompt.kind) {
    case "open": case "cards": case "word": return texts.some((text) => text.trim() !== "");
    case "scale": case "choice": return numbers.length > 0;
    case "order": return numbers.length === prompt.choices.length;
    case "confidence": return numbers.length === 2;
  }
}

/**
 * Who sees an answer: what the lead set, narrowed by whoever writes.
 * @param {Prompt} prompt @param {"only_me"|"group"|null|undefined} narrowing
 * @returns {import("./types.js").Circle}
 */
export function circleOf({ circle }, narrowing) {
  if (!narrowing || circle === "only_me") return circle;
  return narrowing;
}

/**
 * How far it can be narrowed.
 * @param {Prompt} prompt @returns {("only_me"|"group")[]}
 */
export function narrowings({ circle }) {
  if (circle === "only_me" || circle === "anonymous") return [];
  return circle === "group" ? ["only_me"] : ["group", "only_me"];
}

/**
 * How many have answered, of those who can: whoever has no device answers through somebody else, and is counted once
 * they have.
 * @param {Room} room @param {Prompt} prompt
 */
export function answeredOf(room, prompt) {
  // Who leads by office is not waited for.
  const asked = presentSeats(room).filter(({ person }) => person.role === "participant" || person.role === "lead");
  const able = asked.filter(({ person }) => person.mode !== "room_no_device" && person.mode !== "phone_in").length;
  return { answered: prompt.handedIn, all: Math.max(able + (prompt.handedInForOthers ?? 0), prompt.handedIn) };
}

/**
 * The answers that can be read here: those for everybody, and those of my group.
 * @param {State} state @param {Prompt} prompt @returns {Response[]}
 */
export function readable(state, prompt) {
  const ofGroup = state.you?.as === "lead" ? [] : ownPrompt(state, prompt.id)?.ofGroup ?? [];
  const known = new Set(prompt.responses.map(({ id }) => id));
  return [...prompt.responses, ...ofGroup.filter(({ id }) => !known.has(id))].filter(({ answer }) => answer);
}

/**
 * How often each number was given: a row, one a sentence of a confidence, one a place of an order. A wall is told it.
 * @param {Prompt} prompt @param {Response[]} responses @returns {number[][]}
 */
export function sumsOf(prompt, responses) {
  if (prompt.sums) return prompt.sums;
  const all = responses.map(({ answer }) => answer?.numbers ?? []);
  const places = prompt.choices.map((_, index) => index);
  /** @param {number[]} numbers @param {(given: number[], number: number) => boolean} isSo */
  const row = (numbers, isSo) => numbers.map((number) => all.filter((given) => isSo(given, number)).length);
  switch (prompt.kind) {
    case "open": case "cards": case "word": return [];
    case "scale": return [row(SCALE, (given, number) => given[0] === number)];
    case "confidence": return [0, 1].map((at) => row(SCALE, (given, number) => given[at] === number));
    case "choice": return [row(places, (given, number) => given.includes(number))];
    case "order": return places.map((at) => row(places, (given, number) => given[at] === number));
  }
}

/**
 * Each word with how many said it, the most said first.
 * @param {Prompt} prompt @param {Response[]} responses @returns {[string, number][]}
 */
export function wordsOf(prompt, responses) {
  /** @type {Map<string, number>} */
  const counts = new Map(Object.entries(prompt.words ?? {}));
  if (!prompt.words) {
    for (const { answer } of responses) {
      const word = answer?.texts[0]?.toLowerCase();
      if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]));
}

/**
 * In which place each choice stands for all together: by the sum of its places.
 * @param {Prompt} prompt @param {Response[]} responses @returns {{choice: string, mean: number}[]}
 */
export function orderOf(prompt, responses) {
  const sums = sumsOf(prompt, responses);
  return prompt.choices.map((choice, index) => {
    const places = sums.map((row) => row[index]);
    const count = places.reduce((all, one) => all + one, 0);
    return { choice, mean: count === 0 ? 0 : places.reduce((all, one, at) => all + one * (at + 1), 0) / count };
  }).sort((one, other) => one.mean - other.mean);
}
