// Knows the question to those who have a buddy, at the next meeting: did you talk? It asks the server once and shows
// nothing to everybody else. `buddyAsk({ meeting })` gives an element for the "now" panel of a teacher.
import { get, post } from "../shared/line/http.js";
import { el, put, say, show } from "../shared/page/html.js";
import { randomID } from "../shared/page/random.js";
import { failureText } from "../shared/texts/rejection.js";
import { outcomeButtons } from "./check-in.js";
import { namesOf } from "./reasons.js";

/**
 * @param {{meeting: string}} options
 * @returns {{element: HTMLElement, load: () => Promise<void>}} `load` looks again, such as after a reconnect
 */
export function buddyAsk({ meeting }) {
  const title = el("h2", { id: "buddy-ask" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const thanks = el("p", { role: "status" });
  /** @type {Record<string, any>|null} */
  let ask = null;
  const buttons = outcomeButtons(async (outcome) => {
    if (!ask) return;
    show(trouble, false);
    try {
      const { pair, network } = ask;
      await post("/api/buddies/act",
        { id: randomID(), network, do: { checkInBuddy: { pair, occasion: "meeting", meeting, outcome } } });
      show(buttons, false);
      say(thanks, "buddies.ask.thanks");
    } catch (failure) {
      put(trouble, failureText(/** @type {import("../shared/line/http.js").HTTPFailure} */ (failure)));
      show(trouble, true);
    }
  });
  const element = el("section", { class: "card stack buddy-check", "aria-labelledby": "buddy-ask", hidden: true },
    title, buttons, thanks, trouble);

  async function load() {
    try {
      ask = (await get(`/api/buddies/mine?meeting=${encodeURIComponent(meeting)}`)).ask ?? null;
    } catch {
      // Nobody is kept from the meeting by this; the next look may do better.
      return;
    }
    if (ask) say(title, "buddies.ask.title", { names: namesOf(ask.others) });
    if (ask) show(element, true);
  }

  load();
  return { element, load };
}
