// Knows the line that tells that something is missing: the meeting was restored from a backup, or the server lost the
// end of its log. It stays until it is closed.
import { announce } from "../page/announce.js";
import { el, show } from "../page/html.js";
import { t } from "../texts/i18n.js";

/**
 * The line; it is also said, once.
 * @param {{update: (patch: {isRestored: boolean, isRolledBack: boolean}) => void}} store told when the line is closed
 */
export function restoredNote(store) {
  const close = el("button", { type: "button", class: "button", t: "common.close",
    on: { click: () => store.update({ isRestored: false, isRolledBack: false }) } });
  const restored = el("p", { t: "connection.restored" });
  const rolledBack = el("p", { t: "connection.rolledBack", hidden: true });
  const node = el("div", { class: "restored", hidden: true }, restored, rolledBack, close);
  return {
    node,
    /** @param {{isRestored: boolean, isRolledBack: boolean}} state */
    update({ isRestored, isRolledBack }) {
      // Whatever was lost besides, a backup that was restored says it all.
      const isLost = isRolledBack && !isRestored;
      if (isRestored && (node.hidden || restored.hidden)) announce(t("connection.restored"));
      if (isLost && (node.hidden || rolledBack.hidden)) announce(t("connection.rolledBack"));
      show(restored, !isLost);
      show(rolledBack, isLost);
      show(node, isRestored || isRolledBack);
    },
  };
}
