// Knows the line that says how the connection is and how many changes wait for the server; silent when all is well.
import { el, say, show } from "../shared/page/html.js";

/**
 * The line.
 * @returns {{node: HTMLElement, update: (state: import("../shared/line/store.js").State) => void}}
 */
export function connectionLine() {
  const link = el("span", { class: "console-link", role: "status" });
  const waiting = el("span", { class: "console-waiting quiet" });
  const node = el("p", { class: "console-connection small" }, link, waiting);
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;

  return {
    node,
    update({ connection, pending, isStorageFailing }) {
      node.dataset.state = isStorageFailing ? "failing" : connection;
      say(link, `connection.${isStorageFailing ? "storageFailed" : connection}`);
      // Most changes are stored at once: only one that takes its time is worth a word.
      clearTimeout(timer);
      if (pending.length === 0) show(waiting, false);
      else timer = setTimeout(() => {
        say(waiting, "console.pending", { count: pending.length });
        show(waiting, true);
      }, WORD_MILLISECONDS);
    },
  };
}

const WORD_MILLISECONDS = 700;
