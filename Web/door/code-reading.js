// Knows how a join code is read from what people type or paste: case, spaces and dashes do not matter. The letters
// that people mix up are in no code at all, so one of them is a sign of a misread letter, never one to be guessed.

export const CODE_LENGTH = 6;
const NEVER_USED = /[01OIL]/;

/**
 * The code in what was typed, as far as it goes; a pasted join link gives the code in it.
 * @param {string} typed
 * @returns {string} at most CODE_LENGTH characters
 */
export function readCode(typed) {
  const linked = /[?&]code=([^&#\s]+)/.exec(typed);
  const text = linked ? linked[1] : typed;
  return text.toUpperCase().replace(/[^0-9A-Z]/g, "").slice(0, CODE_LENGTH);
}

/**
 * Whether there is a letter in it that no code has.
 * @param {string} code
 */
export function isMisread(code) { return NEVER_USED.test(code); }

/**
 * The token of a personal link in what was typed or pasted, or null.
 * @param {string} typed
 */
export function readLink(typed) {
  return /#l=([A-Za-z0-9_-]{8,128})/.exec(typed)?.[1] ?? null;
}
