// Knows how the console is put together: mast and strip over its places, the meeting, its groups, its prompts; three columns or
// more with everything in reach, or one view at a time on a phone.
import { el, show } from "../../shared/page/html.js";
import { inTurns } from "../../shared/page/in-turns.js";
import { recall, remember } from "../../shared/page/stored.js";
import { tick } from "../../shared/line/time.js";
import { keepAwake } from "../../shared/page/wake.js";
import { agendaPart } from "./agenda.js";
import { onWallPart } from "../ahead/on-wall.js";
import { thenPart } from "../ahead/then.js";
import { benchButton, benchPart } from "../bench/bench.js";
import { countStrip } from "./counts.js";
import { groupsButton, groupsPart } from "../groups/groups.js";
import { headPart } from "./head.js";
import { hint, listenToKeys, openKeysSheet } from "../keys.js";
import { lobbyPart } from "./lobby.js";
import { tellNews } from "./news.js";
import { acceptOffer, withdrawOffer } from "../../shared/parts/undo-line.js";
import { offerSteps } from "./undo.js";
import { peoplePart } from "./people.js";
import { promptsButton, promptsPart } from "../prompts/prompts.js";
import { segmentPart } from "./segment.js";
import { speakingPart } from "./speaking.js";
import { talkPart } from "./talk.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {"now"|"agenda"|"groups"|"bench"|"prompts"|"people"|"chat"} ViewName */

/** @type {[ViewName, string][]} */
const VIEWS = [["now", "console.run.tabNow"], ["agenda", "console.run.tabAgenda"], ["groups", "board.tab"],
  ["bench", "benchBoard.tab"], ["prompts", "asking.tab"], ["people", "console.run.tabPeople"],
  ["chat", "console.run.tabChat"]];
/** Places that take the whole width. */
const PLACES = ["groups", "bench", "prompts"];

/**
 * The page.
 * @param {Desk} desk
 * @returns {{node: HTMLElement, update: (state: import("../../shared/line/store.js").State) => void, stop: () => void}}
 */
export function runPage(desk) {
  // Each meeting has a view of its own: the groups of one are no place in another.
  const stored = `console.view.${desk.meeting}`;
  const toMeeting = hint(el("button", { type: "button", class: "tab", t: "console.run.toMeeting",
    on: { click: () => open("now") } }), "meeting");
  const toGroups = groupsButton(() => toGroupsPlace());
  const toBench = benchButton(() => toBenchPlace());
  const toPrompts = promptsButton(() => toPromptsPlace());
  const head = headPart(desk, [toMeeting, toGroups.node, toBench.node, toPrompts.node]);
  const speaking = speakingPart(desk);
  const segment = segmentPart(desk, { finish: () => head.finish(), toGroups: () => toGroupsPlace(),
    toPrompts: () => toPromptsPlace(), isCarried: speaking.isCarried });
  const groups = groupsPart(desk, { adjust: segment.adjust, endSoon: segment.endSoon });
  const prompts = promptsPart(desk, () => isAt("prompts"));
  const bench = benchPart(desk);
  const agenda = agendaPart(desk);
  const talk = talkPart(desk);
  const onWall = onWallPart(desk, { ask: () => toPromptsPlace(), writeToAll: go("groups", () => groups.write()) });
  const then = thenPart(desk);
  const lobby = lobbyPart(desk);
  const people = peoplePart(desk);
  const counts = countStrip({
    hands: go("now", () => speaking.focus()), door: go("now", () => lobby.focus()),
    calls: go("groups", () => groups.focus()), chat: go("chat", () => talk.go("chat")),
    questions: go("chat", () => talk.go("questions")), pulse: go("chat", () => talk.go("pulse")),
    prompts: () => toPromptsPlace(), lost: go("people", () => people.showLost()),
  }, talk.unseen);
  const tabs = new Map(VIEWS.map(([view, key]) => [view,
    el("button", { type: "button", class: "console-view-tab", t: key, on: { click: () => open(view) } })]));
  const node = el("div", { class: "console-run" }, head.node, counts.node,
    el("div", { class: "console-body" }, agenda.node,
      el("div", { class: "console-centre" }, segment.node, talk.unfolded,
        el("div", { class: "console-ahead" }, onWall.node, then.node)), talk.node,
      el("div", { class: "console-side" }, speaking.node, lobby.node, people.node), groups.node, bench.node,
      prompts.node),
    el("div", { class: "console-undo", data: { place: "undo" } }),
    el("nav", { class: "console-views", label: "console.run.views" }, ...tabs.values()));

  /** @param {ViewName} view @param {() => void} arrive */
  function go(view, arrive) {
    return () => {
      open(view);
      arrive();
    };
  }

  /** @param {ViewName} view */
  function open(view) {
    node.dataset.view = view;
    remember(stored, view, "session");
    for (const [name, tab] of tabs) mark(tab, name === view);
    mark(toMeeting, !PLACES.includes(view));
    mark(toGroups.node, view === "groups");
    mark(toBench.node, view === "bench");
    mark(toPrompts.node, view === "prompts");
    if (!PLACES.includes(view) && view !== "people") talk.toEnd();
    toGroups.update(desk.state?.room ?? null, view === "groups");
    toBench.update(desk.state?.room ?? null, view === "bench");
    toPrompts.update(desk.state?.room ?? null, view === "prompts");
    prompts.update();
    if (desk.state) counts.update(desk.state);
  }

  /** @param {HTMLElement} tab @param {boolean} isHere */
  function mark(tab, isHere) {
    if (isHere) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }

  function toGroupsPlace() {
    open("groups");
    groups.focus();
  }

  function toPromptsPlace() {
    open("prompts");
    prompts.focus();
  }

  function toBenchPlace() {
    open("bench");
    bench.focus();
  }

  /** Whose time a key changes: of what is looked at. */
  function time() { return isAtGroups() && groups.isLive() ? groups : segment; }

  /** @param {ViewName} view */
  function isAt(view) { return node.dataset.view === view; }

  function isAtGroups() { return isAt("groups"); }

  /** @type {ViewName} */
  const remembered = recall(stored, "session");
  open(tabs.has(remembered) ? remembered : "now");
  const stopKeys = listenToKeys({
    next: segment.go, back: segment.goBack, more: () => time().adjust(60), less: () => time().adjust(-60),
    five: () => time().adjust(300), end: () => time().endSoon(), hand: speaking.callNext, stop: speaking.end,
    pulse: talk.endPulse, admit: lobby.admitFirst, lock: head.toggleLock,
    // Among groups S changes places, and nothing else.
    skip: () => { if (!isAtGroups()) agenda.skip(); },
    chat: go("chat", () => talk.write()), questions: go("chat", () => talk.go("questions")),
    people: go("people", () => people.focus()), find: go("people", () => people.find()),
    agenda: go("agenda", () => agenda.focus()), meeting: () => open("now"), groups: toGroupsPlace, bench: toBenchPlace,
    prompts: toPromptsPlace, message: go("groups", () => groups.write()),
    join: head.join, options: head.options, finish: head.finish, undo: acceptOffer, help: openKeysSheet,
  }, (event) => isAtGroups() && groups.key(event));
  offerSteps(desk);
  desk.onEntry = (entry, state) => {
    tellNews(entry, state);
    // Nothing can be taken back after the end, whoever ended it.
    if ("meetingEnded" in entry.event) withdrawOffer();
    groups.entry(entry);
  };
  const timed = [head, segment, agenda, talk, speaking, lobby, groups, bench, prompts, onWall, then];
  const stopTick = tick((moment) => { for (const part of timed) part.tick(moment); });

  /** @type {import("../../shared/line/store.js").State} */
  let latest;
  // A hall's messages come at once, and a console has much to bring up to date with each of them.
  const parts = inTurns([
    ...[head, segment, agenda, talk, lobby, speaking, people, counts, onWall, then].map((part) => () => part.update(latest)),
    () => groups.update(), () => prompts.update(), () => toGroups.update(latest.room, isAtGroups()),
    () => toPrompts.update(latest.room, isAt("prompts")), () => bench.update(),
    () => {
      toBench.update(latest.room, isAt("bench"));
      show(/** @type {HTMLElement} */ (tabs.get("bench")), !toBench.node.hidden);
      keepAwake(latest.room?.details.phase === "open");
    },
  ]);

  return {
    node,
    update(state) {
      latest = state;
      parts.update();
    },
    stop() {
      parts.stop();
      desk.onEntry = null;
      desk.onStep = null;
      withdrawOffer();
      talk.stop();
      prompts.stop();
      bench.stop();
      stopKeys();
      stopTick();
      keepAwake(false);
    },
  };
}
