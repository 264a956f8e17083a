// Knows the mast of the console: which meeting and its code, the clock against the plan, the places of a live meeting,
// and what concerns the whole of it.
import { confirm } from "../../shared/parts/dialog.js";
import { el, put, say, show } from "../../shared/page/html.js";
import { now } from "../../shared/line/time.js";
import { endMeeting, lockRoom, unlockRoom } from "../../shared/model/commands.js";
import { icon } from "../../shared/parts/icons.js";
import { account } from "../../meetings/account.js";
import { noteInvited } from "../../meetings/first-steps.js";
import { invitationText } from "../../meetings/invitation.js";
import { copyText } from "../../shared/page/copy.js";
import { toast } from "../../shared/parts/toast.js";
import { language } from "../../shared/texts/i18n.js";
import { openJoinSheet } from "../join.js";
import { hint, openKeysSheet } from "../keys.js";
import { openMenu } from "../menu.js";
import { invitationOf } from "../prepare/invitation-sheet.js";
import { optionSwitches } from "../prepare/options.js";
import { openSheet } from "../sheet.js";
import { clockLine } from "./clock.js";

/** @typedef {import("../../shared/line/store.js").State} State */

/**
 * The mast.
 * @param {import("../desk.js").Desk} desk
 * @param {HTMLElement[]} places the buttons that lead to them
 */
export function headPart(desk, places) {
  const title = el("h1", { class: "console-bar-title", "data-may-shorten": true });
  const locked = el("span", { class: "chip is-locked", t: "console.run.locked", hidden: true });
  const rehearsal = el("span", { class: "chip is-rehearsal", t: "rehearsal.badge", hidden: true });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const clock = el("p", { class: "console-mast-clock numbers quiet" });
  const code = hint(el("button", { type: "button", class: "button bare console-code-button", on: { click: () => join() } }),
    "join");
  const copy = el("button", { type: "button", class: "button bare console-copy", t: "invite.copy",
    on: { click: () => copyInvitation() } });
  const more = el("button", { type: "button", class: "button tool console-more", label: "console.run.moreOf",
    "aria-haspopup": "dialog", on: { click: () => openMore() } }, el("span", { t: "console.run.more" }), icon("down"));
  const end = hint(el("button", { type: "button", class: "button tool danger console-end", t: "console.run.endAsks",
    on: { click: () => finish() } }), "finish");
  const home = el("a", { class: "button tool console-home", href: "#meetings", label: "console.toMeetings",
    title: "console.toMeetings" }, icon("back"));
  const node = el("header", { class: "console-bar" }, el("div", { class: "console-mast" }, home, title, code, copy,
    el("div", { class: "console-bar-facts" }, rehearsal, locked), clock,
    el("div", { class: "console-places", role: "group", label: "console.run.places" }, ...places), more, end), trouble);
  /** @type {ReturnType<typeof optionSwitches>|null} */
  let switches = null;

  function toggleLock() {
    const room = desk.state?.room;
    if (room && room.details.phase !== "ended") desk.act(room.details.isLocked ? unlockRoom() : lockRoom(), trouble);
  }

  function options() {
    if (!desk.state) return;
    switches = optionSwitches(desk);
    const sheet = openSheet({ title: "console.run.options", onClose: () => { switches = null; } });
    sheet.body.append(switches.node);
    switches.update(desk.state);
  }

  function join() { openJoinSheet(desk.state?.links ?? null); }

  /** In one tap; where copying is forbidden the links stand on the sheet. */
  async function copyInvitation() {
    const of = desk.state && invitationOf(desk.state);
    if (!of || !await copyText(invitationText(of, language()))) return join();
    toast("console.join.copied");
    noteInvited();
  }

  async function finish() {
    if (desk.state?.room?.details.phase !== "open") return;
    const isSure = await confirm({ title: "console.run.endAsk", text: "console.run.endText", yes: "console.run.end",
      isDanger: true });
    if (isSure) desk.act(endMeeting(), trouble);
  }

  function openMore() {
    const details = desk.state?.room?.details;
    /** @type {[unknown, string, () => void, ("plain"|"danger")?][]} */
    const all = [
      [details?.phase !== "ended" && desk.state?.links, "console.join.title", join],
      [details?.phase !== "ended", details?.isLocked ? "console.run.unlock" : "console.run.lock", toggleLock],
      [true, "console.run.options", options],
      [true, "console.run.keys", openKeysSheet],
      [details?.phase === "open", "console.run.endAsks", finish, "danger"],
    ];
    openMenu(more, { name: "console.run.moreOf", items: all.filter(([isPossible]) => isPossible)
      .map(([, key, run, kind]) => ({ key, run, kind })) });
  }

  /** @param {State} state */
  function update(state) {
    const { room, links } = state;
    if (!room) return;
    const { phase, isLocked, title: text } = room.details;
    if (text) put(title, text);
    else say(title, "console.meetings.untitled");
    title.title = title.textContent ?? "";
    show(rehearsal, state.isRehearsal);
    show(end, phase === "open");
    node.dataset.phase = phase;
    show(locked, isLocked && phase !== "ended");
    show(home, account());
    for (const one of [code, copy]) show(one, links && phase !== "ended");
    if (links) say(code, "console.run.joinCode", { code: links.code });
    switches?.update(state);
    tick(now());
  }

  /** @param {number} moment */
  function tick(moment) {
    const room = desk.state?.room;
    if (room) clockLine(clock, room, moment);
  }

  return { node, update, tick, toggleLock, options, join, finish };
}
