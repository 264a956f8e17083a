// Knows the one-time link: the first account, a new password, or the sample meeting that needs no form.
import { HTTPFailure, post } from "../shared/line/http.js";
import { el, show } from "../shared/page/html.js";
import { remember } from "../shared/page/stored.js";
import { signedIn } from "./account.js";
import { sayFailure } from "../console/failure.js";
import { field, focusFirstError, passwordField } from "../shared/parts/field.js";
import { limit } from "../shared/limits.js";

/** @type {Record<string, string>} */
export const PASSWORD_REFUSALS = {
  password_too_short: "console.setup.passwordShort", password_too_long: "console.setup.passwordLong",
  password_common: "console.setup.passwordCommon",
};
/** Under this name the token waits for a reload; it left the address at once. */
export const TOKEN_KEY = "console.setup";

/**
 * @param {string} token
 * @param {() => void} done
 * @returns {{node: HTMLElement}}
 */
export function setupPage(token, done) {
  const node = el("section", { class: "console-narrow" }, el("p", { role: "status", t: "console.setup.checking" }));
  peek(node, token, done);
  return { node };
}

/**
 * @param {HTMLElement} node
 * @param {string} token
 * @param {() => void} done
 */
async function peek(node, token, done) {
  try {
    const found = await post("/api/account/peek", { token });
    if (found.purpose === "sample") {
      node.replaceChildren(el("p", { role: "status", t: "console.setup.sample" }));
      await finish({ token }, done);
    } else node.replaceChildren(...form(token, found, done));
  } catch (failure) {
    const trouble = el("p", { class: "problem", role: "alert", hidden: true });
    sayFailure(trouble, failure, { unknownLink: "console.setup.unknownText" });
    if (failure instanceof HTTPFailure && failure.code === "unknownLink") {
      remember(TOKEN_KEY, null, "session");
      node.replaceChildren(el("h1", { t: "console.setup.unknown" }), trouble,
        el("a", { class: "button primary", href: "#login", t: "console.login.go" }));
      return;
    }
    // Without a network the link is as good as before.
    node.replaceChildren(el("h1", { t: "console.setup.title" }), trouble,
      el("button", { type: "button", class: "button primary", t: "console.tryAgain",
        on: { click: () => peek(node, token, done) } }));
  }
}

/**
 * @param {object} body
 * @param {() => void} done
 */
async function finish(body, done) {
  signedIn(await post("/api/account/setup", body));
  remember(TOKEN_KEY, null, "session");
  done();
}

/**
 * @param {string} token
 * @param {{purpose: string, network: string, name: string|null}} found
 * @param {() => void} done
 * @returns {Node[]}
 */
function form(token, found, done) {
  const isReset = found.purpose === "reset";
  const name = field(el("input", { name: "name", autocomplete: "given-name", required: true,
    maxlength: limit("nameLength"), value: found.name ?? "" }), { label: "console.setup.name", hint: "console.setup.nameHint" });
  const login = field(el("input", { name: "login", autocomplete: "username", autocapitalize: "none",
    spellcheck: "false", required: true }), { label: "console.login.login", hint: "console.login.loginHint" });
  const password = passwordField({ label: "console.login.password", hint: "console.setup.passwordRule",
    autocomplete: "new-password" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const go = el("button", { type: "submit", class: "button primary", t: isReset ? "console.save" : "console.setup.go" });
  const made = el("form", { class: "console-form", novalidate: true },
    isReset ? null : name.node, isReset ? null : login.node, password.node, trouble, go);
  made.addEventListener("submit", async (event) => {
    event.preventDefault();
    show(trouble, false);
    name.fail(isReset || name.input.value.trim() ? null : "console.setup.nameMissing");
    login.fail(isReset || login.input.value.trim() ? null : "console.setup.loginMissing");
    const length = [...password.input.value].length;
    if (length < limit("passwordLeastCharacters")) password.fail("console.setup.passwordShort", { n: length });
    else password.fail(null);
    if (focusFirstError([name, login, password])) return;
    go.disabled = true;
    try {
      // A new password leaves name and login as they are.
      const who = isReset ? {} : { name: name.input.value.trim(), login: login.input.value.trim() };
      await finish({ token, ...who, password: password.input.value }, done);
    } catch (failure) {
      go.disabled = false;
      const code = failure instanceof HTTPFailure ? failure.code : "";
      if (code === "loginTaken") login.fail("console.setup.loginTaken");
      else if (code in PASSWORD_REFUSALS) password.fail(PASSWORD_REFUSALS[code], { n: length });
      else sayFailure(trouble, failure, { unknownLink: "console.setup.unknownText" });
      focusFirstError([login, password]);
    }
  });
  return [
    el("h1", { t: isReset ? "console.setup.reset" : "console.setup.title" }),
    isReset ? el("p", { class: "console-lead", text: [found.name, found.network].filter(Boolean).join(", ") })
      : el("p", { class: "console-lead", t: ["console.setup.lead", { network: found.network }] }),
    made,
  ];
}
