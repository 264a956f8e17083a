// Knows how pictures of kits come to a page: asked for one by one by whoever may see them, and let go with their place.
import { el } from "../page/html.js";
import { postForFile } from "../line/http.js";

/**
 * The pictures of a page.
 * @param {(photo: string) => Record<string, any>} asked what is said to the server to get one
 * @param {(path: string, body: Record<string, any>) => Promise<Blob>} [fetch]
 */
export function pictures(asked, fetch = postForFile) {
  /** @type {Map<string, Promise<string|null>>} */
  const known = new Map();

  /** @param {string} photo */
  function address(photo) {
    const before = known.get(photo);
    if (before) return before;
    const found = fetch("/api/photo/see", asked(photo)).then((blob) => URL.createObjectURL(blob), () => {
      // Gone, or no connection: the next place that wants it asks again.
      known.delete(photo);
      return null;
    });
    known.set(photo, found);
    return found;
  }

  /** @param {string} photo */
  function drop(photo) {
    const found = known.get(photo);
    known.delete(photo);
    found?.then((url) => { if (url) URL.revokeObjectURL(url); });
  }

  return {
    /**
     * The picture, as soon as it is here.
     * @param {string} photo
     */
    image(photo) {
      const node = el("img", { class: "kit-picture", alt: "", decoding: "async" });
      address(photo).then((url) => { if (url) node.src = url; });
      return node;
    },
    /**
     * Lets all others go.
     * @param {string[]} photos
     */
    keep(photos) { for (const photo of [...known.keys()]) if (!photos.includes(photo)) drop(photo); },
    stop() { for (const photo of [...known.keys()]) drop(photo); },
  };
}
