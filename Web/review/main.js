// Wires the evaluator's page: texts, who is signed in, and the one page that there is.
import "../shared/parts/language-switch.js";
import { place as placeLiveRegion } from "../shared/page/announce.js";
import { show } from "../shared/page/html.js";
import { onLanguage, start, t } from "../shared/texts/i18n.js";
import { keepPage } from "../shared/page/keeping.js";
import { setTitle } from "../shared/page/notify.js";
import { fetchLimits } from "../shared/limits.js";
import { insist } from "../shared/page/coming.js";
import { account, checkAccount } from "../meetings/account.js";
import { enter, wireHead } from "../meetings/entrance.js";
import { loginPage } from "../meetings/login.js";
import { reviewPage } from "./page.js";

const main = /** @type {HTMLElement} */ (document.getElementById("main"));
const about = /** @type {HTMLElement} */ (document.getElementById("about"));
/** @type {{node: HTMLElement, stop?: () => void}|null} */
let page = null;

function go() {
  page?.stop?.();
  page = account() ? reviewPage() : loginPage(goOn);
  main.replaceChildren(page.node);
}

/** After a change of page the screen reader and the keyboard start at its beginning. */
function goOn() {
  go();
  main.focus({ preventScroll: true });
}

function title() { setTitle(`${t("review.title")} – Staffroom`); }

async function boot() {
  await insist(() => Promise.all([fetchLimits(), start(["console", "meetings", "buddies"])]));
  placeLiveRegion();
  title();
  onLanguage(title);
  wireHead({ left: goOn, toPassword: () => location.assign("./coordinator.html#account=out"),
    drawn: () => show(about, account()?.role === "evaluator") });
  await enter(async () => {
    await checkAccount();
    go();
  });
}

boot();
keepPage();
