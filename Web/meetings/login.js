// Knows the sign-in form, as a page of its own and as a dialog over whatever page was open.
import { HTTPFailure } from "../shared/line/http.js";
import { el, show } from "../shared/page/html.js";
import { signIn } from "./account.js";
import { openSheet } from "../console/sheet.js";
import { field, focusFirstError, passwordField } from "../shared/parts/field.js";
import { sayFailure } from "../console/failure.js";

/**
 * The form.
 * @param {() => void} done called once somebody is signed in
 * @returns {HTMLFormElement}
 */
export function loginForm(done) {
  const login = field(el("input", {
    name: "login", autocomplete: "username", autocapitalize: "none", spellcheck: "false", required: true,
  }), { label: "console.login.login", hint: "console.login.loginHint" });
  const password = passwordField({ label: "console.login.password", autocomplete: "current-password" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const go = el("button", { type: "submit", class: "button primary", t: "console.login.go" });
  const form = el("form", { class: "console-form", novalidate: true }, login.node, password.node, trouble, go);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    show(trouble, false);
    for (const one of [login, password]) one.fail(one.input.value.trim() ? null : "console.login.missing");
    if (focusFirstError([login, password])) return;
    go.disabled = true;
    try {
      await signIn(login.input.value.trim(), password.input.value);
      done();
    } catch (failure) {
      sayFailure(trouble, failure, { wrongLogin: "console.login.wrong", slowDown: "console.login.slow" });
      if (failure instanceof HTTPFailure && failure.code === "wrongLogin") password.input.focus();
    } finally {
      go.disabled = false;
    }
  });
  return form;
}

/**
 * The page.
 * @param {() => void} done
 * @returns {{node: HTMLElement}}
 */
export function loginPage(done) {
  return {
    node: el("section", { class: "console-narrow" },
      el("h1", { t: "console.login.title" }), el("p", { class: "console-lead", t: "console.login.lead" }),
      loginForm(done)),
  };
}

/**
 * The dialog after an expired login; nothing on the page below changes.
 * @returns {Promise<boolean>}
 */
export function loginAgain() {
  return new Promise((resolve) => {
    let isIn = false;
    const sheet = openSheet({ title: "console.login.again", onClose: () => resolve(isIn) });
    sheet.body.append(el("p", { t: "console.login.againText" }), loginForm(() => {
      isIn = true;
      sheet.close();
    }));
    sheet.body.querySelector("input")?.focus();
  });
}
