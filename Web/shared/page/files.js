// Knows where the files are that a page asks for by name and does not import. In what a release serves (Config/bundle)
// their names carry a hash of their content, and this is where those names are.

/** @type {Record<string, string>|undefined} */
const hashed = /** @type {any} */ (import.meta).hashed;

/** Whether this page is of a release: what it consists of never changes under its name. */
export const isRelease = hashed !== undefined;

/**
 * The address of a file.
 * @param {string} name as it stands in the sources, such as "locales/en.json"
 */
export function fileAddress(name) {
  return hashed ? new URL(hashed[name], import.meta.url) : new URL(`../../${name}`, import.meta.url);
}
