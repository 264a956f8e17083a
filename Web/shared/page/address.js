// Knows the address as somebody types it: without the scheme, and without what only the link needs to know.

/**
 * Host and path; the code stands beside it.
 * @param {string} link
 */
export function typedAddress(link) {
  try {
    const { host, pathname } = new URL(link);
    return `${host}${pathname}`.replace(/\/$/, "");
  } catch {
    return "";
  }
}
