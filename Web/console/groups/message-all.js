// Knows one message to all groups: it is written here, and it is said to how many it got.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { keepDraft } from "../../shared/page/draft.js";
import { makeAnnouncement } from "../../shared/model/commands-groups.js";
import { hint } from "../keys.js";
import { limit } from "../../shared/limits.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../../shared/model/types.js").Announcement} Announcement */

const SHOWN = 3;

/**
 * The part.
 * @param {Desk} desk
 */
export function messageAllPart(desk) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const text = el("textarea", { rows: "1", maxlength: limit("announcementLength"), label: "board.messageLabel",
    placeholder: "board.messageLabel" });
  const send = el("button", { type: "submit", class: "button", t: "board.messageSend" });
  const form = el("form", { class: "console-write" }, text, send);
  const rows = el("ul", { class: "message-all-list" });
  const node = el("section", { class: "console-part", "aria-labelledby": "message-all-title" },
    el("div", { class: "part-head" }, hint(el("h2", { id: "message-all-title", t: "board.message" }), "message")), form, trouble, rows);
  const draft = keepDraft(text, `announce.${desk.meeting}`);
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send.click();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (!words) return;
    draft.clear();
    const isDone = await desk.act(makeAnnouncement(words), trouble);
    // A refused message comes back to be changed.
    if (!isDone) draft.putBack(words);
  });

  return {
    node,
    focus() { text.focus(); },
    /**
     * @param {import("../../shared/line/store.js").State} state
     * @param {import("../../shared/model/types.js").Round|null} round
     */
    update(state, round) {
      const some = (state.room?.announcements ?? []).filter((one) => one.round === round?.id).slice(-SHOWN).reverse();
      list(rows, some, (one) => one.id, () => el("li", { class: "message-all" }, el("span", { class: "message-all-text",
        "data-may-shorten": true }), " ", el("span", { class: "quiet small" })), (row, one) => {
        const [words, count] = /** @type {HTMLElement[]} */ ([...row.children]);
        put(words, one.text ?? "");
        const delivered = state.delivered[one.id];
        show(count, delivered);
        if (delivered) say(count, "board.delivered", { count: delivered.people, all: delivered.of });
      });
      show(rows, some.length > 0);
    },
  };
}
