// Knows the bar over the console: which meeting, how the connection is, and what concerns the whole meeting.
import { confirm } from "../../shared/parts/dialog.js";
import { el, put, say, show } from "../../shared/page/html.js";
import { endMeeting, lockRoom, unlockRoom } from "../../shared/model/commands.js";
import { account } from "../../meetings/account.js";
import { connectionLine } from "../connection.js";
import { openJoinSheet } from "../join.js";
import { hint, openKeysSheet } from "../keys.js";
import { openMenu } from "../menu.js";
import { optionSwitches } from "../prepare/options.js";
import { openSheet } from "../sheet.js";

/** @typedef {import("../keys.js").KeyName} KeyName */
/** @typedef {import("../../shared/line/store.js").State} State */

/**
 * The bar.
 * @param {import("../desk.js").Desk} desk
 * @param {HTMLElement} toGroups the button that stands before the others
 */
export function headPart(desk, toGroups) {
  const title = el("h1", { class: "console-bar-title", "data-may-shorten": true });
  const locked = el("span", { class: "chip is-locked", t: "console.run.locked", hidden: true });
  const rehearsal = el("span", { class: "chip is-rehearsal", t: "rehearsal.badge", hidden: true });
  const line = connectionLine();
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const code = el("button", { type: "button", class: "button console-code-button", on: { click: () => join() } });
  /** @type {{key: string, hint: KeyName, run: () => void, kind?: "danger"}[]} */
  const actions = [
    { key: "console.run.lock", hint: "lock", run: toggleLock },
    { key: "console.run.options", hint: "options", run: options },
    { key: "console.run.keys", hint: "help", run: openKeysSheet },
    { key: "console.run.end", hint: "finish", run: finish, kind: "danger" },
  ];
  const buttons = actions.map((one) => hint(el("button", { type: "button", class: `button ${one.kind ?? ""}`.trim(),
    t: one.key,
    on: { click: one.run } }), one.hint));
  const [lock, , , end] = buttons;
  const more = el("button", { type: "button", class: "button console-more", t: "console.run.more",
    label: "console.run.moreOf",
    "aria-haspopup": "dialog", on: { click: () => openMore() } });
  const home = el("a", { class: "button console-home", href: "#meetings", text: "←", label: "console.toMeetings",
    title: "console.toMeetings" });
  const node = el("div", { class: "console-bar" }, home,
    el("div", { class: "console-bar-text" }, title, el("div", { class: "console-bar-facts" }, rehearsal, line.node, locked)),
    el("div", { class: "console-bar-actions" }, hint(code, "join"), el("span", { class: "console-bar-buttons" },
      toGroups, ...buttons), more),
    trouble);
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

  async function finish() {
    if (desk.state?.room?.details.phase !== "open") return;
    const isSure = await confirm({ title: "console.run.endAsk", text: "console.run.endText", yes: "console.run.end",
      isDanger: true });
    if (isSure) desk.act(endMeeting(), trouble);
  }

  function openMore() {
    const room = desk.state?.room;
    openMenu(more, { name: "console.run.moreOf", items: actions
      .filter((one) => one.hint !== "finish" || room?.details.phase === "open")
      .filter((one) => one.hint !== "lock" || room?.details.phase !== "ended")
      .map(({ key, run, kind, hint: name }) => ({
        key: name === "lock" && room?.details.isLocked ? "console.run.unlock" : key, run, kind,
      })) });
  }

  /** @param {State} state */
  function update(state) {
    const { room, links } = state;
    if (!room) return;
    const { phase, isLocked, title: text } = room.details;
    if (text) put(title, text);
    else say(title, "console.meetings.untitled");
    title.title = title.textContent ?? "";
    say(lock, isLocked ? "console.run.unlock" : "console.run.lock");
    show(rehearsal, state.isRehearsal);
    show(lock, phase !== "ended");
    show(end, phase === "open");
    show(locked, isLocked && phase !== "ended");
    show(home, account());
    show(code, links && phase !== "ended");
    if (links) say(code, "console.run.joinCode", { code: links.code });
    line.update(state);
    switches?.update(state);
  }

  return { node, update, toggleLock, options, join, finish };
}
