// Wires the console: texts, account, and one page at a time by the hash of the address.
import "../shared/parts/language-switch.js";
import { place as placeLiveRegion } from "../shared/page/announce.js";
import { onLanguage, start, t } from "../shared/texts/i18n.js";
import { keepPage } from "../shared/page/keeping.js";
import { setTitle } from "../shared/page/notify.js";
import { fetchLimits } from "../shared/limits.js";
import { insist } from "../shared/page/coming.js";
import { account, checkAccount } from "../meetings/account.js";
import { enter, wireHead } from "../meetings/entrance.js";
import { buddiesPage } from "./buddies/page.js";
import { loginPage } from "../meetings/login.js";
import { meetingsPage } from "../meetings/list.js";
import { networkPage } from "../meetings/network.js";
import { newPage } from "../meetings/new.js";
import { pastPage } from "../meetings/past.js";
import { peoplePage } from "../meetings/people.js";
import { ledgerPage } from "../meetings/ledger.js";
import { accountPage } from "../meetings/own-account.js";
import { roomPage } from "./room.js";
import { setupPage } from "../meetings/setup.js";
import { readRoute, replaceRoute } from "./route.js";

/** @typedef {import("./route.js").Route} Route */
/** @typedef {{node: HTMLElement, stop?: () => void}} Page */

const TITLES = { setup: "console.setup.title", login: "console.login.title", meetings: "console.meetings.title",
  new: "console.new.title", network: "console.network.title", prepare: "console.prepare.title", run: "console.title",
  past: "console.past.title", buddies: "console.buddies.title",
  people: "console.people.title", ledger: "ledger.title", account: "account.title" };

const main = /** @type {HTMLElement} */ (document.getElementById("main"));
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
    case "people": return peoplePage();
    case "ledger": return ledgerPage();
    case "prepare": return roomPage(to.value, "prepare");
    case "buddies": return buddiesPage();
    case "past": return pastPage(to.value);
    case "account": return accountPage({ wantsOut: to.value === "out" });
    case "run": return roomPage(to.value, "run");
    default: return meetingsPage();
  }
}

/** @param {boolean} isFirst */
function go(isFirst) {
  let to = readRoute();
  if (!account() && ["meetings", "new", "network", "people", "past", "buddies", "ledger", "account"].includes(to.name)) to = { name: "login", value: "" };
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

async function boot() {
  await insist(() => Promise.all([fetchLimits(),
    start(["console", "forming", "buddies", "matching", "meetings", "prompts", "asking",
      "bench"])]));
  placeLiveRegion();
  onLanguage(title);
  wireHead({ left: () => replaceRoute("#login"), toPassword: () => { location.hash = "#account=out"; } });
  addEventListener("hashchange", () => go(false));
  await enter(async () => {
    if (readRoute().name !== "setup") await checkAccount();
    go(true);
  });
}

boot();
keepPage();
