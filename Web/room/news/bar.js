// Knows the line above the tabs, on every panel: the one thing that waits for whoever holds the phone, with its act. What
// is in view already is not said again.
import { el, put, say, show } from "../../shared/page/html.js";

/** @typedef {import("../../shared/page/html.js").Key} Key */
/**
 * What may stand there.
 * @typedef {object} News
 * @property {string} kind
 * @property {Key|{plain: string}} text `plain` is a person's own
 * @property {Key} act
 * @property {() => void} run
 * @property {HTMLElement} [place] where it is told in full; the line is for those who do not see it
 */
/** @typedef {(state: import("../../shared/line/store.js").State) => News|null} Source */

/** So much of a place has to be seen for it to be in view. */
const SEEN_PIXELS = 48;

/**
 * @param {{sources: Source[], places: HTMLElement[], onMark: () => void}} options the sources in the order in which
 *   they matter; `onMark` when the mark has changed
 */
export function newsBar({ sources, places, onMark }) {
  const text = el("p", { class: "news-text", "data-may-shorten": true });
  const act = el("button", { type: "button", class: "button bare news-act", on: { click: () => shown?.run() } });
  const element = el("div", { class: "news", role: "region", label: "news.label", hidden: true }, text, act);
  /** @type {News|null} */
  let shown = null;
  /** @type {import("../../shared/line/store.js").State|null} */
  let state = null;
  let isMarked = false;
  /** @type {Set<Element>} */
  const inView = new Set();
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) inView.add(target);
      else inView.delete(target);
    }
    if (state) update(state);
  }, { rootMargin: `-${SEEN_PIXELS}px 0px` });
  for (const place of places) watcher.observe(place);

  /** @param {import("../../shared/line/store.js").State} next */
  function update(next) {
    state = next;
    const hidden = sources.flatMap((source) => source(next) ?? [])
      .filter(({ place }) => !place || !inView.has(place));
    shown = hidden[0] ?? null;
    show(element, shown);
    if (shown) {
      element.dataset.kind = shown.kind;
      tell(text, shown.text);
      tell(act, shown.act);
    }
    const isNews = hidden.some(({ place }) => place !== undefined);
    if (isNews === isMarked) return;
    isMarked = isNews;
    onMark();
  }

  return { element, update, isMarked: () => isMarked, stop: () => watcher.disconnect() };
}

/** @param {HTMLElement} node @param {Key|{plain: string}} words */
function tell(node, words) {
  if (typeof words === "string") say(node, words);
  else if (Array.isArray(words)) say(node, words[0], words[1]);
  else put(node, words.plain);
}
