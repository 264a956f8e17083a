// Wires the console: texts, account, and one page at a time by the hash of the address.
import "../shared/parts/language-switch.js";
import { place as placeLiveRegion } from "../shared/page/announce.js";
import { el, put, say, show } from "../shared/page/html.js";
import { onLanguage, start, t } from "../shared/texts/i18n.js";
import { setTitle } from "../shared/page/notify.js";
import { fetchLimits } from "../shared/limits.js";
import { account, checkAccount, onAccount, signOut } from "../meetings/account.js";
import { buddiesPage } from "./buddies/page.js";
import { sayFailure } from "./failure.js";
import { loginPage } from "../meetings/login.js";
import { meetingsPage } from "../meetings/list.js";
import { networkPage } from "../meetings/network.js";
import { newPage } from "../meetings/new.js";
import { pastPage } from "../meetings/past.js";
import { roomPage } from "./room.js";
import { setupPage } from "../meetings/setup.js";
import { readRoute, replaceRoute } from "./route.js";

/** @typedef {import("./route.js").Route} Route */
/** @typedef {{node: HTMLElement, stop?: () => void}} Page */

const TITLES = { setup: "console.setup.title", login: "console.login.title", meetings: "console.meetings.title",
  new: "console.new.title", network: "console.network.title", prepare: "console.prepare.title", run: "console.title",
  past: "console.past.title", buddies: "console.buddies.title" };

const main = /** @type {HTMLElement} */ (document.getElementById("main"));
const network = /** @type {HTMLElement} */ (document.getElementById("network"));
const who = /** @type {HTMLElement} */ (document.getElementById("who"));
const out = /** @type {HTMLButtonElement} */ (document.getElementById("sign-out"));
/** @type {Page|null} */
let page = null;
/** @type {Route|null} */
let route = null;

/**
 * @param {Route} to
 * @returns {Page}
 */
function build(to) {
  const home = () => replaceRoute("#meetings");
  switch (to.name) {
    case "setup": return setupPage(to.value, home);
    case "login": return loginPage(home);
    case "new": return newPage((meeting) => replaceRoute(`#prepare=${meeting}`), to.value);
    case "network": return networkPage();
    case "prepare": return roomPage(to.value, "prepare");
    case "buddies": return buddiesPage();
    case "past": return pastPage(to.value);
    case "run": return roomPage(to.value, "run");
    default: return meetingsPage();
  }
}

/** @param {boolean} isFirst */
function go(isFirst) {
  let to = readRoute();
  if (!account() && ["meetings", "new", "network", "past", "buddies"].includes(to.name)) to = { name: "login", value: "" };
  if (account() && to.name === "login") to = { name: "meetings", value: "" };
  if (!isFirst && route && to.name === route.name && to.value === route.value) return;
  route = to;
  page?.stop?.();
  page = build(to);
  main.replaceChildren(page.node);
  document.body.dataset.page = to.name;
  title();
  // After a change of page the screen reader and the keyboard start at its beginning.
  if (!isFirst) {
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

function title() { if (route) setTitle(`${t(TITLES[route.name])} – Staffroom`); }

function header() {
  const signed = account();
  if (signed) put(network, signed.network.name);
  else say(network, "app.name");
  show(who, signed);
  show(out, signed);
  if (signed) say(who, "console.signedInAs", { name: signed.name });
}

async function boot() {
  await Promise.all([fetchLimits(), start(["console", "forming", "buddies", "matching"])]);
  placeLiveRegion();
  onLanguage(title);
  onAccount(header);
  header();
  out.addEventListener("click", async () => {
    await signOut().catch(() => undefined);
    replaceRoute("#login");
  });
  addEventListener("hashchange", () => go(false));
  await enter();
}

async function enter() {
  try {
    if (readRoute().name !== "setup") await checkAccount();
    go(true);
  } catch (failure) {
    const trouble = el("p", { class: "console-error", role: "alert" });
    sayFailure(trouble, failure);
    main.replaceChildren(el("section", { class: "console-narrow" }, trouble,
      el("button", { type: "button", class: "button primary", t: "console.tryAgain", on: { click: enter } })));
  }
}

boot();
