// Knows how names are drawn. crypto.getRandomValues works without a secure context, crypto.randomUUID does not.

/**
 * 32 hexadecimal digits, 128 bits of chance.
 * @returns {string}
 */
export function randomID() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
