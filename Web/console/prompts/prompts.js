// Knows the place for prompts on the console: from where they are asked, and beside it what was asked and what came of it;
// with the button that leads there.
import { el, list, say, show } from "../../shared/page/html.js";
import { now } from "../../shared/line/time.js";
import { openPrompts } from "../../shared/model/prompts.js";
import { askedPrompts, preparedFor } from "../../shared/model/prompt-cards.js";
import { currentSegment } from "../../shared/model/selectors.js";
import { hint } from "../keys.js";
import { askPart } from "./ask.js";
import { askedPart } from "./asked.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../../shared/model/types.js").Room} Room */

/**
 * The place. Nothing in it is drawn while it is not looked at.
 * @param {Desk} desk @param {() => boolean} isHere
 */
export function promptsPart(desk, isHere) {
  const ask = askPart(desk, () => focusFirst());
  const none = el("p", { class: "quiet", t: "asking.none" });
  const rows = el("div", { class: "prompt-asked-list" });
  const heading = el("h2", { class: "visually-hidden", id: "asked-title", t: "asking.asked", tabindex: "-1" });
  const node = el("div", { class: "console-prompts", data: { tab: "prompts" } }, ask.node,
    el("section", { class: "console-asked", "aria-labelledby": "asked-title" }, heading, none, rows));
  /** @type {Map<string, ReturnType<typeof askedPart>>} */
  const parts = new Map();

  /** Once something was asked, the keyboard is where it is. */
  function focusFirst() {
    update();
    const [first] = desk.state?.room ? askedPrompts(desk.state.room) : [];
    parts.get(first?.id ?? "")?.focus();
  }

  function update() {
    const state = desk.state;
    const room = state?.room;
    if (!state || !room || !isHere()) return;
    ask.update(state);
    const asked = askedPrompts(room);
    show(none, asked.length === 0);
    for (const [id, part] of parts) {
      if (asked.some((one) => one.id === id)) continue;
      part.stop();
      parts.delete(id);
    }
    list(rows, asked, ({ id }) => id, ({ id }) => {
      const part = askedPart(desk, id);
      parts.set(id, part);
      return part.node;
    }, (_, { id }, at) => parts.get(id)?.update(state, at === 0));
    tick(now());
  }

  /** @param {number} moment */
  function tick(moment) { if (isHere()) for (const part of parts.values()) part.tick(moment); }

  return {
    node,
    update,
    tick,
    /** Puts the keyboard where there is something to do. */
    focus() {
      update();
      const [first] = desk.state?.room ? askedPrompts(desk.state.room) : [];
      if (first && first.revealedAt === undefined) parts.get(first.id)?.focus();
      else ask.focus();
    },
    stop() {
      ask.stop();
      for (const part of parts.values()) part.stop();
    },
  };
}

/**
 * The button that leads there. What is asked is counted in the strip.
 * @param {() => void} go
 */
export function promptsButton(go) {
  const node = hint(el("button", { type: "button", class: "tab console-prompts-button", t: "asking.tab", on: { click: go } }), "prompts");
  return {
    node,
    /** @param {Room|null} room @param {boolean} isOpen */
    update(room, isOpen) {
      const [open] = room ? openPrompts(room) : [];
      const here = currentSegment(room);
      const waits = room && here && !open && preparedFor(room, here.id).length > 0;
      node.dataset.wanted = String(Boolean(waits) && !isOpen);
    },
  };
}
