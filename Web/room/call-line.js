// Knows where a meeting is for those who take part: the way to its call and its place, in one line.
import { el, put, say, show } from "../shared/page/html.js";

/**
 * Only what a browser may open by a tap.
 * @param {string|undefined} link
 */
export function callAddress(link) { return /^https?:\/\//i.test(link ?? "") ? link : undefined; }

/**
 * The line; nothing where nobody said where.
 * @returns {{element: HTMLElement, update: (state: import("../shared/line/store.js").State) => void}}
 */
export function callLine() {
  const call = el("a", { class: "button", target: "_blank", rel: "noopener noreferrer", t: "now.call" });
  const place = el("p", { class: "quiet small" });
  const element = el("div", { class: "stack", hidden: true }, call, place);
  return {
    element,
    update({ room }) {
      const { place: where, phase } = room?.details ?? {};
      const link = callAddress(room?.details.callLink);
      const isOver = phase === "ended";
      show(element, !isOver && (link || where));
      show(call, link);
      if (link) call.href = link;
      show(place, where);
      if (where) say(place, "now.place", { place: where });
      else put(place, "");
    },
  };
}
