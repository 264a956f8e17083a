// Knows when two names read alike: without case, spaces and what stands between letters, however an accent is written.
// Mirrors Text.key in Sources/Meetings/Core/Text+Names.swift.

/** What stands between letters and tells nothing; C# and D&T are told by theirs. */
const BETWEEN = /\p{DI}|(?![#&])[\p{Z}\p{Cc}\p{Cf}\p{P}\p{Sk}]\p{M}*/gu;

/** @param {string|undefined|null} text */
export function alikeKey(text) {
  const lowered = (text ?? "").normalize("NFC").toUpperCase().toLowerCase();
  return lowered.replace(BETWEEN, "") || lowered;
}
