// Knows the way of a teacher through their buddies: by the personal link or this device's ticket, one state at a time.
import { announce, place } from "../shared/page/announce.js";
import { confirm } from "../shared/parts/dialog.js";
import { el, put, show } from "../shared/page/html.js";
import { onLanguage, start, t } from "../shared/texts/i18n.js";
import { post as send } from "../shared/line/http.js";
import { keepPage } from "../shared/page/keeping.js";
import { setTitle } from "../shared/page/notify.js";
import { randomID } from "../shared/page/random.js";
import { failureText } from "../shared/texts/rejection.js";
import { recall, remember } from "../shared/page/stored.js";
import { followViewport } from "../shared/page/viewport.js";
import { buddyInvitation } from "./form.js";
import { buddyPage } from "./page.js";
import { buddyProposal, buddyWaiting } from "./proposal.js";
import { buddySettings, waitingDevices } from "./settings.js";
import "../shared/parts/language-switch.js";
import { fetchLimits } from "../shared/limits.js";
import { insist } from "../shared/page/coming.js";

/** @typedef {import("../shared/line/http.js").HTTPFailure} HTTPFailure */
/**
 * What the parts of the page work with.
 * @typedef {object} Desk
 * @property {Record<string, any>} page as the server told it last
 * @property {(wish: Record<string, any>, place: HTMLElement) => Promise<boolean>} act a command; the page is new after it
 * @property {(verb: string, body: object, place: HTMLElement) => Promise<any>} post a request; null when it failed
 * @property {(verb: string, body: object, place: HTMLElement) => Promise<boolean>} load one that answers with the page
 * @property {() => void} forget
 */

const LOOK_MILLISECONDS = 5_000;
const KEY = "buddies.link";
/**
 * The meeting from which one came in this tab, and to which one can go back.
 * @type {string|undefined}
 */
const meeting = recall("in", "session")?.meeting;
const app = /** @type {HTMLElement} */ (document.getElementById("app"));
/** @type {ReturnType<typeof setTimeout>|undefined} */
let poll;
/**
 * Fields in which somebody typed since they were drawn.
 * @type {Set<HTMLInputElement>}
 */
let touched = new Set();

/** @type {Desk} */
const desk = {
  page: {},
  act: (wish, trouble) => desk.load("act", { id: randomID(), do: wish }, trouble),
  async load(verb, body, trouble) {
    const answer = await desk.post(verb, body, trouble);
    if (answer) draw(answer, trouble.closest("form"));
    if (answer && verb === "act") announce(t("buddies.saved"));
    return Boolean(answer);
  },
  async post(verb, body, trouble) {
    show(trouble, false);
    try {
      return await send(`/api/buddies/${verb}`, { network: desk.page.network?.id, ...body });
    } catch (failure) {
      put(trouble, failureText(/** @type {HTTPFailure} */ (failure)));
      show(trouble, true);
      return null;
    }
  },
  async forget() {
    if (!await confirm({ title: "forget.title", text: "forget.text", yes: "forget.yes", isDanger: true })) return;
    try {
      await send("/api/buddies/forget", { network: desk.page.network?.id });
      showPlain("buddies.stranger");
    } catch {
      await confirm({ title: "forget.failed", text: "error.offline", yes: "common.close" });
    }
  },
};

/** @param {...(Node|null)} parts */
function showMain(...parts) {
  clearTimeout(poll);
  const main = el("main", { class: "door card buddies", id: "main" }, ...parts);
  app.replaceChildren(el("div", { class: "door-page" },
    el("header", { class: "door-top" }, el("p", { class: "brand", t: "app.name" }),
      document.createElement("language-switch")), backToMeeting(), main));
  const heading = main.querySelector("h1");
  setTitle([heading?.textContent, t("app.name")].filter(Boolean).join(" – "));
  heading?.focus({ preventScroll: true });
}

/** Whoever came from a meeting that runs goes back to it by one tap. */
function backToMeeting() {
  return meeting ? el("nav", { class: "buddy-back", label: "buddies.backToMeeting" }, el("a", { class: "button", href: "./", t: "buddies.backToMeeting" }))
    : null;
}

/** What can take the focus, in order. */
function controls() { return [...app.querySelectorAll("main button, main input, main select, main textarea, main summary")]; }

/**
 * A quiet page: what happened and what to do.
 * @param {string} key
 * @param {{key: string, run: () => void}} [primary]
 */
function showPlain(key, primary) {
  showMain(el("h1", { t: `${key}.title`, tabindex: "-1" }), el("p", { t: `${key}.text` }),
    primary ? el("button", { type: "button", class: "button primary wide", t: primary.key,
      on: { click: primary.run } }) : null);
}

/**
 * @param {Record<string, any>} page
 * @param {Element|null} [sent] the form that was sent: what is in it need not be kept
 */
function draw(page, sent = null) {
  const isSame = state(page) === state(desk.page);
  const keep = isSame ? kept(sent) : () => undefined;
  desk.page = page;
  touched = new Set();
  if (!page.confirmed) {
    showPlain("buddies.locked", { key: "buddies.locked.again", run: () => enter() });
    poll = setTimeout(() => look(), LOOK_MILLISECONDS);
    return;
  }
  const { wish, buddies } = page;
  const part = !wish && !buddies ? buddyInvitation(desk) : !buddies ? buddyWaiting(desk)
    : buddies.state === "made" ? buddyPage(desk) : buddyProposal(desk);
  showMain(el("p", { class: "quiet", text: [page.you.name, page.network.name].filter(Boolean).join(" · ") }),
    ...waitingDevices(desk), part, wish ? buddySettings(desk) : null);
  scrollTo(0, 0);
  keep();
}

/**
 * After a small change one is where one was, and what is half-written is still there.
 * @param {Element|null} sent
 * @returns {() => void} puts it back
 */
function kept(sent) {
  const [before, open] = [scrollY, [...app.querySelectorAll("details")].map((one) => one.open)];
  const focused = controls().indexOf(/** @type {Element} */ (document.activeElement));
  const typed = [...touched].filter((one) => one.isConnected && !sent?.contains(one))
    .map(({ name, value }) => ({ name, value }));
  return () => {
    app.querySelectorAll("details").forEach((one, index) => { one.open = open[index] ?? one.open; });
    for (const { name, value } of typed) {
      const field = /** @type {HTMLInputElement|null} */ (app.querySelector(`[name="${name}"]`));
      if (!field) continue;
      field.value = value;
      touched.add(field);
    }
    const next = controls()[focused];
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    scrollTo(0, before);
  };
}

/**
 * Which screen a page is.
 * @param {Record<string, any>} page
 */
function state(page) {
  return [page.confirmed, Boolean(page.wish), page.buddies?.pair, page.buddies?.state, page.buddies?.saidYes].join();
}

/** Looks whether this device was let in, without a word if not. */
async function look() {
  try {
    const page = await send("/api/buddies/page", { network: desk.page.network?.id });
    if (page.confirmed) return draw(page);
  } catch (failure) {
    if (/** @type {HTTPFailure} */ (failure).status === 401) return showPlain("buddies.stranger");
  }
  poll = setTimeout(() => look(), LOOK_MILLISECONDS);
  return undefined;
}

/** @returns {Promise<void>} */
async function enter() {
  const link = recall(KEY, "session");
  try {
    const page = link ? await send("/api/buddies/open", { link })
      : await send("/api/buddies/page", meeting ? { meeting } : {});
    // From here on this device has a secret of its own.
    remember(KEY, null, "session");
    draw(page);
  } catch (failure) {
    const { code, status } = /** @type {HTTPFailure} */ (failure);
    if (code === "unknownLink") {
      remember(KEY, null, "session");
      showPlain("buddies.oldLink");
    } else if (status === 401) showPlain("buddies.stranger");
    else showPlain("buddies.failed", { key: "common.retry", run: () => enter() });
  }
}

async function begin() {
  const token = /^#k=([\w-]+)$/.exec(location.hash)?.[1];
  // A personal link must not stay in the address, where it is seen, shared and kept in the history.
  if (token) {
    remember(KEY, token, "session");
    history.replaceState(null, "", location.pathname + location.search);
  }
  await insist(() => Promise.all([fetchLimits(), start(["buddies", "matching"])]));
  place();
  followViewport();
  onLanguage(() => { if (desk.page.confirmed) draw(desk.page); });
  app.addEventListener("input", ({ target }) => touched.add(/** @type {HTMLInputElement} */ (target)));
  await enter();
}

begin();
keepPage();
