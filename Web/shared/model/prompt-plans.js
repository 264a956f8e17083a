// Knows what is asked in an item of the agenda, and how it is asked at another meeting or in another item. Pure.

/** @typedef {import("./types.js").Room} Room */
/** @typedef {import("./types.js").Prompt} Prompt */

/**
 * @param {Room|null|undefined} room
 * @param {string} segment
 * @returns {Prompt[]}
 */
export function promptsOf(room, segment) { return (room?.prompts ?? []).filter((one) => one.segment === segment); }

/**
 * What was asked, to ask it again; nothing once its words were erased.
 * @param {Prompt} prompt
 * @returns {import("./types.js").PromptPlan|null}
 */
export function planOf({ kind, text, purpose, choices, isMultiple, circle, seconds, key }) {
  if (!text) return null;
  return { kind, text, purpose: purpose ?? null, choices, isMultiple, circle, seconds: seconds ?? null, key: key ?? null };
}
