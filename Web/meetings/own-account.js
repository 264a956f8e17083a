// Knows the page of one's own account: the password, one more coordinator, the way out. Whoever came by a link that works
// once has no password yet, and without one would not come in again.
import { HTTPFailure, post } from "../shared/line/http.js";
import { announce } from "../shared/page/announce.js";
import { el, put, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { limit } from "../shared/limits.js";
import { field, focusFirstError, passwordField } from "../shared/parts/field.js";
import { copyButton } from "../console/join.js";
import { sayFailure } from "../console/failure.js";
import { account, call, signedIn } from "./account.js";
import { dayText } from "./dates.js";
import { areStepsHidden, hideSteps } from "./first-steps.js";
import { placesNav } from "./places.js";
import { PASSWORD_REFUSALS } from "./setup.js";
import { deviceZone } from "./zone.js";

/**
 * The page.
 * @param {{wantsOut: boolean}} how whether somebody wanted to sign out and could not have come back
 * @returns {{node: HTMLElement}}
 */
export function accountPage({ wantsOut }) {
  const who = account();
  const node = el("section", { class: "console-page meet-account" }, placesNav("account"),
    el("h1", { t: "account.title" }),
    el("p", { class: "console-lead", t: ["account.who", { name: who?.name ?? "", login: who?.login ?? "" }] }),
    wantsOut ? el("p", { class: "console-note", role: "status", t: "account.passwordFirst" }) : null,
    part("account.password", passwordForm()),
    who?.role === "coordinator" ? part("account.second", secondCoordinator()) : null,
    who?.role === "coordinator" && areStepsHidden() ? part("steps.title", stepsBack()) : null);
  return { node };
}

/** @param {string} key @param {HTMLElement} content */
function part(key, content) {
  return el("section", {}, el("div", { class: "part-head" }, el("h2", { t: key })), content);
}

function passwordForm() {
  const hasOne = account()?.hasPassword !== false;
  const current = passwordField({ label: "account.current", autocomplete: "current-password" });
  const next = passwordField({ label: hasOne ? "account.next" : "console.login.password",
    hint: "console.setup.passwordRule", autocomplete: "new-password" });
  const name = field(el("input", { name: "username", autocomplete: "username", readonly: true,
    value: account()?.login ?? "" }), { label: "console.login.login" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const note = el("span", { class: "quiet", role: "status" });
  const go = el("button", { type: "submit", class: "button", t: "account.passwordGo" });
  const form = el("form", { class: "console-form", novalidate: true }, name.node, hasOne ? current.node : null,
    next.node, trouble, el("div", { class: "console-actions" }, go, note));
  form.addEventListener("input", () => put(note, ""));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    show(trouble, false);
    const length = [...next.input.value].length;
    current.fail(hasOne && !current.input.value ? "account.currentMissing" : null);
    if (length < limit("passwordLeastCharacters")) next.fail("console.setup.passwordShort", { n: length });
    else next.fail(null);
    if (focusFirstError([current, next])) return;
    go.disabled = true;
    const wish = { password: next.input.value, ...(hasOne ? { current: current.input.value } : {}) };
    try {
      signedIn(await call((csrf) => post("/api/account/password", wish, { csrf })));
      for (const one of [current, next]) one.input.value = "";
      say(note, "account.passwordDone");
    } catch (failure) {
      const code = failure instanceof HTTPFailure ? failure.code : "";
      if (code === "wrongPassword") current.fail("account.currentWrong");
      else if (code in PASSWORD_REFUSALS) next.fail(PASSWORD_REFUSALS[code], { n: length });
      else sayFailure(trouble, failure, { slowDown: "console.login.slow" });
      focusFirstError([current, next]);
    }
    go.disabled = false;
  });
  return form;
}

/** The link stands there until the page is left: it cannot be read again. */
function secondCoordinator() {
  let link = "";
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const until = el("p", { class: "hint" });
  const shown = el("input", { readonly: true, label: "account.secondLink" });
  const made = el("div", { class: "console-form", hidden: true }, shown, copyButton("account.secondCopy", () => link),
    until);
  const go = el("button", { type: "button", class: "button", t: "account.secondGo", on: { click: async () => {
    show(trouble, false);
    go.disabled = true;
    try {
      const answer = await call((csrf) => post("/api/account/invite", {}, { csrf }));
      link = answer.link;
      shown.value = link;
      say(until, "account.secondUntil", { day: dayText(answer.expires, deviceZone()) });
      show(made, true);
      announce(t("account.secondMade"));
    } catch (failure) {
      sayFailure(trouble, failure, { tooManyInvited: "account.secondMany" });
    }
    go.disabled = false;
  } } });
  return el("div", { class: "console-form" }, el("p", { class: "quiet", t: "account.secondText" }), go, trouble, made);
}

function stepsBack() {
  const note = el("span", { class: "quiet", role: "status" });
  return el("p", { class: "console-actions" }, el("button", { type: "button", class: "button", t: "steps.show", on: {
    click: () => {
      hideSteps(false);
      say(note, "steps.shown");
    },
  } }), note);
}
