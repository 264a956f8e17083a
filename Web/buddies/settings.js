// Knows what is somebody's own at the foot of the page: their details, link and devices, with whom not, and the way out.
import { confirm } from "../shared/parts/dialog.js";
import { copyComing } from "../shared/page/copy.js";
import { dayOf, timeOfDay } from "../shared/texts/dates.js";
import { el, say, show } from "../shared/page/html.js";
import { buddyForm } from "./form.js";
import { nameOf } from "./reasons.js";

/** @typedef {import("./main.js").Desk} Desk */

/**
 * The link was opened on another device: is it theirs?
 * @param {Desk} desk
 * @returns {HTMLElement[]}
 */
export function waitingDevices(desk) {
  return (desk.page.devices ?? []).map((/** @type {{id: string, at: number}} */ device) => {
    const trouble = el("p", { class: "problem", role: "alert", hidden: true });
    const settle = (/** @type {boolean} */ isOwn) => desk.load("device", { device: device.id, isOwn }, trouble);
    return el("section", { class: "notice stack", role: "group", "aria-label": "" },
      el("p", { t: ["buddies.device.opened", { when: `${dayOf(device.at)}, ${timeOfDay(device.at)}` }] }),
      el("div", { class: "row" },
        el("button", { type: "button", class: "button", t: "buddies.device.mine", on: { click: () => settle(true) } }),
        el("button", { type: "button", class: "button", t: "buddies.device.notMine",
          on: { click: () => settle(false) } })), trouble);
  });
}

/** @param {Desk} desk */
export function buddySettings(desk) {
  const { page } = desk;
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  return el("section", { class: "stack buddy-own" },
    el("details", { class: "buddy-more" }, el("summary", { t: "buddies.own.details" }), buddyForm(desk, page.wish)),
    el("details", { class: "buddy-more" }, el("summary", { t: "buddies.own.link" }), ownLink(desk)),
    people(desk),
    el("div", { class: "row" },
      el("button", { type: "button", class: "button bare", t: "buddies.out.go", on: { click: async () => {
        const isSure = await confirm({ title: "buddies.out.title", text: "buddies.out.text", yes: "buddies.out.go",
          no: "common.back", isDanger: true });
        if (isSure) desk.act({ optOutBuddy: {} }, trouble);
      } } }),
      el("button", { type: "button", class: "button bare", t: "join.notMe", on: { click: () => desk.forget() } })),
    trouble);
}

/** @param {Desk} desk */
function ownLink(desk) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const done = el("p", { class: "hint", role: "status" });
  // The old link may have ended by now: the new one is seen, whether or not it could be copied.
  const shown = el("input", { readonly: true, hidden: true, label: "buddies.own.link", class: "numbers",
    on: { focus: () => shown.select() } });
  const copy = async (/** @type {string} */ verb, /** @type {string} */ key, /** @type {string} */ failed) => {
    const coming = desk.post(verb, {}, trouble).then((answer) => {
      if (!answer) throw new Error("no link");
      shown.value = answer.link;
      show(shown, true);
      return /** @type {string} */ (answer.link);
    });
    try {
      say(done, await copyComing(coming) ? key : failed);
    } catch { /* There is no link; why not stands below. */ }
  };
  return el("div", { class: "stack" }, el("p", { t: "buddies.own.linkText" }), el("div", { class: "row" },
    el("button", { type: "button", class: "button", t: "buddies.own.copy",
      on: { click: () => copy("link", "common.copied", "common.copyFailed") } }),
    el("button", { type: "button", class: "button", t: "buddies.own.renew",
      on: { click: () => copy("renew", "buddies.own.renewed", "buddies.own.renewedShown") } })), shown, done, trouble);
}

/** @param {Desk} desk */
function people(desk) {
  const { blocked = [], earlier = [], buddies } = desk.page;
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const row = (/** @type {any} */ who, /** @type {boolean} */ isBlocked) => el("li", { class: "row" },
    el("span", { text: nameOf(who) }), el("button", { type: "button", class: "button",
      t: isBlocked ? "buddies.not.undo" : "buddies.not.go",
      label: [isBlocked ? "buddies.not.undoOf" : "buddies.not.goOf", { name: nameOf(who) }],
      on: { click: async () => {
        if (isBlocked) return desk.act({ unblockBuddy: { person: who.person } }, trouble);
        const isSure = await confirm({ title: ["buddies.not.title", { name: nameOf(who) }], text: "buddies.not.text",
          yes: "buddies.not.go", no: "common.back", isDanger: true });
        return isSure && desk.act({ blockBuddy: { person: who.person } }, trouble);
      } } }));
  const open = [...(buddies?.others ?? []), ...earlier];
  if (open.length + blocked.length === 0) return null;
  return el("details", { class: "buddy-more" }, el("summary", { t: "buddies.not.summary" }),
    el("p", { class: "hint", t: "buddies.not.hint" }), el("ul", { class: "buddy-not" },
      ...open.map((one) => row(one, false)), ...blocked.map((/** @type {any} */ one) => row(one, true))), trouble);
}
