// Knows how one comes in: the QR code to hold a phone at and, for everybody else, address and code in big letters.
import { typedAddress } from "../shared/page/address.js";
import { el, put, show } from "../shared/page/html.js";
import { onLanguage } from "../shared/texts/i18n.js";
import { drawQR } from "../shared/parts/qr.js";

/** @typedef {import("../shared/model/types.js").Links} Links */

/**
 * The part.
 * @returns {{node: HTMLElement, update: (links: Links|null) => void}}
 */
export function wallJoin() {
  const picture = el("div", { class: "wall-qr" });
  const address = el("p", { class: "wall-address" });
  const code = el("p", { class: "wall-code" });
  const node = el("section", { class: "wall-join", "aria-labelledby": "wall-join-title" }, picture,
    el("div", { class: "wall-join-text" }, el("h2", { id: "wall-join-title", t: "wall.joinTitle" }), address, code));
  /** @type {Links|null} */
  let shown = null;

  function draw() { if (shown) picture.replaceChildren(drawQR(shown.qr, "wall.qr")); }
  onLanguage(draw);

  return {
    node,
    update(links) {
      show(node, links);
      if (!links) return;
      const isNew = links.join !== shown?.join;
      shown = links;
      put(code, links.code);
      put(address, typedAddress(links.join));
      if (isNew) draw();
    },
  };
}
