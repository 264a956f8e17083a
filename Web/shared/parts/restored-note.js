// Knows the line that tells that the meeting was restored from a backup; it stays until it is closed.
import { announce } from "../page/announce.js";
import { el, show } from "../page/html.js";
import { t } from "../texts/i18n.js";

/**
 * The line; it is also said, once.
 * @param {{update: (patch: {isRestored: boolean}) => void}} store told when the line is closed
 */
export function restoredNote(store) {
  const close = el("button", { type: "button", class: "button", t: "common.close",
    on: { click: () => store.update({ isRestored: false }) } });
  const node = el("div", { class: "restored", hidden: true }, el("p", { t: "connection.restored" }), close);
  return {
    node,
    /** @param {{isRestored: boolean}} state */
    update({ isRestored }) {
      if (isRestored && node.hidden) announce(t("connection.restored"));
      show(node, isRestored);
    },
  };
}
