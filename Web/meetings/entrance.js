// Knows the head of a page of those who run or evaluate meetings: whose network it is, who is signed in and the way out;
// and how such a page begins, once it is known who is there.
import { el, put, say, show } from "../shared/page/html.js";
import { sayFailure } from "../console/failure.js";
import { account, onAccount, signOut } from "./account.js";

const main = /** @type {HTMLElement} */ (document.getElementById("main"));
const network = /** @type {HTMLElement} */ (document.getElementById("network"));
const who = /** @type {HTMLElement} */ (document.getElementById("who"));
const out = /** @type {HTMLButtonElement} */ (document.getElementById("sign-out"));
const trouble = el("p", { class: "problem small", role: "alert", hidden: true });

/**
 * Wires the head.
 * @param {{toPassword: () => void, left: () => void, drawn?: () => void}} act where a password is chosen: without one
 *   nobody comes in again; what is shown once nobody is signed in; what else of the head depends on it
 */
export function wireHead({ toPassword, left, drawn }) {
  const draw = () => {
    const signed = account();
    if (signed) put(network, signed.network.name);
    else say(network, "app.name");
    for (const one of [who, out]) show(one, signed);
    show(trouble, false);
    if (signed) say(who, "console.signedInAs", { name: signed.name });
    drawn?.();
  };
  out.parentElement?.append(trouble);
  out.addEventListener("click", async () => {
    show(trouble, false);
    if (account()?.hasPassword === false) {
      toPassword();
      return;
    }
    out.disabled = true;
    try {
      await signOut();
      left();
    } catch (failure) {
      sayFailure(trouble, failure, { offline: "console.people.offline" });
    } finally {
      out.disabled = false;
    }
  });
  addEventListener("hashchange", () => show(trouble, false));
  onAccount(draw);
  draw();
}

/**
 * Begins the page, and again where that failed.
 * @param {() => Promise<void>} begin
 */
export async function enter(begin) {
  try {
    await begin();
  } catch (failure) {
    const words = el("p", { class: "console-error", role: "alert" });
    sayFailure(words, failure);
    main.replaceChildren(el("section", { class: "console-narrow" }, words,
      el("button", { type: "button", class: "button primary", t: "console.tryAgain", on: { click: () => enter(begin) } })));
  }
}
