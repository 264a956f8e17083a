// Knows the line below the present item that says what can be asked in it, with the tap that asks, or how many have
// answered what is asked, with the way there.
import { el, put, say, show } from "../../shared/page/html.js";
import { openPrompt } from "../../shared/model/commands.js";
import { openPrompts } from "../../shared/model/prompts.js";
import { sayAnswered } from "../../shared/parts/answered.js";
import { preparedFor } from "../../shared/model/prompt-cards.js";
import { currentSegment } from "../../shared/model/selectors.js";

/**
 * The line.
 * @param {import("../desk.js").Desk} desk @param {() => void} toPrompts
 */
export function promptOffer(desk, toPrompts) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const what = el("span", { class: "quiet" });
  const text = el("span", { class: "prompt-offer-text" });
  const ask = el("button", { type: "button", class: "button tool", t: "asking.ask",
    on: { click: () => { if (offered) desk.act(openPrompt(offered), trouble); } } });
  const go = el("button", { type: "button", class: "button tool", t: "asking.toPrompts", on: { click: toPrompts } });
  const node = el("div", { class: "prompt-offer", hidden: true }, el("p", {}, what, " ", text), ask, go, trouble);
  let offered = "";

  return {
    node,
    /** @param {import("../../shared/line/store.js").State} state */
    update({ room }) {
      const here = currentSegment(room);
      const [open] = room ? openPrompts(room) : [];
      const [prepared] = room && here ? preparedFor(room, here.id) : [];
      const prompt = open ?? prepared;
      show(node, room?.details.phase === "open" && prompt);
      if (!room || !prompt) return;
      offered = open ? "" : prompt.id;
      put(text, prompt.text ?? "");
      if (open) sayAnswered(what, room, open);
      else say(what, "asking.prepared");
      show(ask, !open);
    },
  };
}
