// Knows how one comes in: the QR code to hold a phone at and, for everybody else, address and code in big letters.
import { typedAddress } from "../shared/page/address.js";
import { el, put, say, show } from "../shared/page/html.js";
import { onLanguage } from "../shared/texts/i18n.js";
import { drawQR } from "../shared/parts/qr.js";
import { presentCounts } from "../shared/model/selectors.js";

/** @typedef {import("../shared/model/types.js").Links} Links */
/** @typedef {import("../shared/model/types.js").Room} Room */

/**
 * The part.
 * @returns {{node: HTMLElement, update: (links: Links|null, room: Room) => void}}
 */
export function wallJoin() {
  const picture = el("div", { class: "wall-qr" });
  const address = el("p", { class: "wall-address" });
  const code = el("p", { class: "wall-code" });
  const here = el("p", { class: "wall-here" });
  const inner = el("div", {}, picture, el("h2", { id: "wall-join-title", class: "visually-hidden",
    t: "wall.joinTitle" }), address, code, here);
  const node = el("aside", { class: "wall-join", "aria-labelledby": "wall-join-title" }, inner);
  /** @type {Links|null} */
  let shown = null;

  function draw() { if (shown) picture.replaceChildren(drawQR(shown.qr, "wall.qr")); }
  onLanguage(draw);

  return {
    node,
    update(links, room) {
      show(inner, links);
      if (!links) return;
      const isNew = links.join !== shown?.join;
      shown = links;
      put(code, links.code);
      put(address, typedAddress(links.join));
      const count = presentCounts(room).all;
      show(here, room.details.phase === "open" && count > 0);
      say(here, "wall.here", { count });
      if (isNew) draw();
    },
  };
}
