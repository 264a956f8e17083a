// Knows how a coordinator gives somebody their personal link, and a new one when the device is lost.
import { copyComing } from "../../shared/page/copy.js";
import { el, say, show } from "../../shared/page/html.js";
import { nameOf } from "../../buddies/reasons.js";
import { askBuddies } from "./call.js";
import { sayFailure } from "../failure.js";
import { field } from "../../shared/parts/field.js";

/** @param {import("../../buddies/reasons.js").Named[]} people */
export function inviteBox(people) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const note = el("p", { class: "quiet", role: "status" });
  const select = el("select", { name: "person" }, ...people.map((one) => el("option", { value: one.person,
    text: [nameOf(one), one.school].filter(Boolean).join(", ") })));
  // A new one ends the old one: it is seen, whether or not it could be copied.
  const shown = el("input", { class: "console-link", readonly: true, hidden: true,
    label: "console.buddies.person" });
  const give = async (/** @type {boolean} */ renew, /** @type {string} */ key) => {
    show(trouble, false);
    try {
      const isCopied = await copyComing(askBuddies("invite", { person: select.value, renew }).then(({ link }) => {
        shown.value = link;
        show(shown, true);
        return /** @type {string} */ (link);
      }));
      say(note, isCopied ? key : "common.copyFailed");
    } catch (failure) {
      sayFailure(trouble, failure);
    }
  };
  return el("section", { class: "console-panel" }, el("h2", { t: "console.buddies.invite" }),
    el("p", { class: "hint", t: "console.buddies.inviteText" }),
    field(select, { label: "console.buddies.person" }).node,
    el("div", { class: "console-actions" },
      el("button", { type: "button", class: "button", t: "console.buddies.copyLink", disabled: people.length === 0,
        on: { click: () => give(false, "common.copied") } }),
      el("button", { type: "button", class: "button", t: "console.buddies.newLink", disabled: people.length === 0,
        on: { click: () => give(true, "console.buddies.newLinkDone") } })),
    shown, note, trouble);
}
