// Knows how the console is put together: three columns with everything in reach, or one view at a time on a phone.
import { el } from "../../shared/page/html.js";
import { recall, remember } from "../../shared/page/stored.js";
import { tick } from "../../shared/line/time.js";
import { keepAwake } from "../../shared/page/wake.js";
import { agendaPart } from "./agenda.js";
import { groupsButton, groupsPart } from "../groups/groups.js";
import { headPart } from "./head.js";
import { listenToKeys, openKeysSheet } from "../keys.js";
import { lobbyPart } from "./lobby.js";
import { tellNews } from "./news.js";
import { peoplePart } from "./people.js";
import { pulsePart } from "./pulse.js";
import { segmentPart } from "./segment.js";
import { speakingPart } from "./speaking.js";
import { talkPart } from "./talk.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {"now"|"agenda"|"groups"|"people"|"chat"} ViewName */

/** @type {[ViewName, string][]} */
const VIEWS = [["now", "console.run.tabNow"], ["agenda", "console.run.tabAgenda"], ["groups", "board.tab"],
  ["people", "console.run.tabPeople"], ["chat", "console.run.tabChat"]];
const STORED = "console.view";

/**
 * The page.
 * @param {Desk} desk
 * @returns {{node: HTMLElement, update: (state: import("../../shared/line/store.js").State) => void, stop: () => void}}
 */
export function runPage(desk) {
  const toGroups = groupsButton(() => toggleGroups());
  const head = headPart(desk, toGroups.node);
  const segment = segmentPart(desk, () => head.finish());
  const groups = groupsPart(desk, { adjust: segment.adjust, endSoon: segment.endSoon });
  const agenda = agendaPart(desk);
  const pulse = pulsePart(desk);
  const talk = talkPart(desk);
  const lobby = lobbyPart(desk);
  const speaking = speakingPart(desk);
  const people = peoplePart(desk);
  const tabs = new Map(VIEWS.map(([view, key]) => [view,
    el("button", { type: "button", class: "console-view-tab", t: key, on: { click: () => open(view) } })]));
  const node = el("div", { class: "console-run" }, head.node,
    el("div", { class: "console-body" }, agenda.node,
      el("div", { class: "console-centre" }, segment.node, pulse.node, talk.node),
      el("div", { class: "console-side" }, lobby.node, speaking.node, people.node), groups.node),
    el("nav", { class: "console-views", label: "console.run.views" }, ...tabs.values()));

  /** @param {ViewName} view */
  function open(view) {
    node.dataset.view = view;
    remember(STORED, view, "session");
    for (const [name, tab] of tabs) {
      if (name === view) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
    if (view === "chat") talk.toEnd();
    toGroups.update(desk.state?.room ?? null, view === "groups");
  }

  function toggleGroups() {
    const isOpen = node.dataset.view === "groups";
    open(isOpen ? "now" : "groups");
    if (!isOpen) groups.focus();
  }

  /** @type {ViewName} */
  const remembered = recall(STORED, "session");
  open(tabs.has(remembered) ? remembered : "now");
  const stopKeys = listenToKeys({
    next: segment.go, back: segment.goBack, more: () => segment.adjust(60), less: () => segment.adjust(-60),
    five: () => segment.adjust(300), end: segment.endSoon, skip: () => agenda.skip(), hand: speaking.callNext,
    stop: speaking.end, pulse: pulse.end, admit: lobby.admitFirst, lock: head.toggleLock,
    chat: () => { open("chat"); talk.write(); }, questions: () => { open("chat"); talk.showQuestions(); },
    people: () => { open("people"); people.focus(); }, agenda: () => { open("agenda"); agenda.focus(); },
    groups: toggleGroups, message: () => { open("groups"); groups.write(); },
    join: head.join, options: head.options, finish: head.finish, help: openKeysSheet,
  });
  desk.onEntry = (entry, state) => {
    tellNews(entry, state);
    groups.entry(entry);
  };
  const timed = [segment, agenda, speaking, groups];
  const stopTick = tick((moment) => { for (const part of timed) part.tick(moment); });

  return {
    node,
    update(state) {
      for (const part of [head, segment, agenda, pulse, talk, lobby, speaking, people]) part.update(state);
      groups.update();
      toGroups.update(state.room, node.dataset.view === "groups");
      keepAwake(state.room?.details.phase === "open");
    },
    stop() {
      desk.onEntry = null;
      stopKeys();
      stopTick();
      keepAwake(false);
    },
  };
}
