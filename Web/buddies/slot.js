// Knows where the question to those who have a buddy stands. Everybody else's phone fetches nothing of it.
import { fileAddress } from "../shared/page/files.js";
import { el, show } from "../shared/page/html.js";
import { get } from "../shared/line/http.js";
import { add } from "../shared/texts/i18n.js";
import { me } from "../shared/model/selectors.js";

/** @param {{meeting: string}} options */
export function buddySlot({ meeting }) {
  const element = el("div", { hidden: true });
  let isAsked = false;

  async function look() {
    try {
      const { ask } = await get(`/api/buddies/mine?meeting=${encodeURIComponent(meeting)}`);
      if (!ask) return;
      document.head.append(el("link", { rel: "stylesheet", href: fileAddress("buddies/buddies.css").href }));
      await add(["buddies"]);
      const { buddyAsk } = await import("./ask.js");
      element.append(buddyAsk({ meeting }).element);
      show(element, true);
    } catch {
      // Nobody is kept from the meeting by this.
    }
  }

  /** @param {import("../shared/line/store.js").State} state */
  const update = (state) => {
    if (isAsked || me(state)?.role !== "participant") return;
    isAsked = true;
    look();
  };
  return { element, update };
}
