// Wires the wall: its key leaves the address at once, then it shows what a room may see from afar.
import "../shared/parts/language-switch.js";
import { el, say, show } from "../shared/page/html.js";
import { onLanguage, start, t } from "../shared/texts/i18n.js";
import { keepPage } from "../shared/page/keeping.js";
import { setTitle } from "../shared/page/notify.js";
import { Session } from "../shared/line/session.js";
import { recall, remember } from "../shared/page/stored.js";
import { tick } from "../shared/line/time.js";
import { keepAwake } from "../shared/page/wake.js";
import { fetchLimits } from "../shared/limits.js";
import { insist } from "../shared/page/coming.js";
import { schemeButton } from "./scheme.js";
import { wallScreen } from "./screen.js";

const KEY = "wall.key";
const main = /** @type {HTMLElement} */ (document.getElementById("main"));
const link = /** @type {HTMLElement} */ (document.getElementById("link"));

/** The key from the address, which loses it, or the one this tab knows. A reload keeps the wall. */
function takeKey() {
  const found = /^#k=(.+)$/.exec(location.hash);
  if (!found) return recall(KEY, "session");
  history.replaceState(null, "", location.pathname + location.search);
  let key = found[1];
  try { key = decodeURIComponent(key); } catch { /* Taken as it stands; the server decides. */ }
  remember(KEY, key, "session");
  return key;
}

/** Says what to do when there is no key, or none that is good. */
function sayNoKey() {
  keepAwake(false);
  main.replaceChildren(el("section", { class: "wall-words" }, el("h1", { t: "wall.noKey" }),
    el("p", { t: "wall.noKeyText" })));
}

/** @type {Session|null} */
let session = null;

/** Connects with the key there is. */
function connect() {
  const key = takeKey();
  session?.stop();
  session = null;
  if (typeof key !== "string") {
    sayNoKey();
    return;
  }
  const screen = wallScreen();
  const here = new Session({ meeting: "", as: "wall", key });
  session = here;
  main.replaceChildren(screen.node);
  here.store.subscribe((state) => {
    if (session !== here) return;
    const isLost = state.connection === "closed";
    show(link, state.connection !== "online");
    say(link, state.connection === "reconnecting" ? "wall.reconnecting" : "wall.connecting");
    if (isLost) {
      show(link, false);
      sayNoKey();
      return;
    }
    screen.update(state);
    keepAwake(Boolean(state.room));
    setTitle(`${state.room?.details.title ?? t("wall.title")} – Staffroom`);
  });
  stopTick?.();
  stopTick = tick((now) => screen.tick(now));
  here.start();
}

/** @type {(() => void)|undefined} */
let stopTick;

await insist(() => Promise.all([fetchLimits(), start(["wall", "prompts", "bench"])]));
schemeButton(/** @type {HTMLButtonElement} */ (document.getElementById("scheme")));
setTitle(`${t("wall.title")} – Staffroom`);
onLanguage(() => session?.store.changed());
addEventListener("hashchange", connect);
connect();
keepPage();
