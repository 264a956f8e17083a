// Knows the thumb bar: now, chat, hand, more. It stays where it is; what is new shows as a mark on a button.
import { icon } from "../shared/parts/icons.js";
import { el, name, put, say, show } from "../shared/page/html.js";
import { acting, handPlace, me, pendingOf } from "../shared/model/selectors.js";

/** @typedef {"now"|"chat"|"people"|"more"} Panel */

/**
 * @param {{onPanel: (panel: Panel) => void, onHand: (isUp: boolean) => void}} options
 */
export function roomBar({ onPanel, onHand }) {
  const unread = el("span", { class: "badge numbers", hidden: true });
  const mark = el("span", { class: "badge is-dot", hidden: true });
  const buttons = {
    now: tab("now", "bar.now", "now", mark),
    chat: tab("chat", "bar.chat", "chat", unread),
    more: tab("more", "bar.more", "more"),
  };
  const handLabel = el("span", { t: "bar.hand" });
  const hand = el("button", { type: "button", class: "bar-button bar-hand", "aria-pressed": "false" },
    icon("hand"), handLabel);
  const element = el("nav", { class: "bar", label: "bar.name" },
    buttons.now, buttons.chat, hand, buttons.more);
  let isUp = false;
  hand.addEventListener("click", () => onHand(isUp));

  /**
   * @param {Panel} panel
   * @param {string} key
   * @param {string} picture
   * @param {...Node} more
   */
  function tab(panel, key, picture, ...more) {
    return el("button", { type: "button", class: `bar-button bar-${panel}`, on: { click: () => onPanel(panel) } },
      icon(picture), el("span", { t: key }), ...more);
  }

  /**
   * @param {import("../shared/line/store.js").State} state
   * @param {Panel} panel
   * @param {number} unreadCount
   * @param {boolean} isNews whether something on the panel Now waits to be seen
   */
  const update = (state, panel, unreadCount, isNews) => {
    for (const [key, button] of Object.entries(buttons)) {
      const isHere = key === panel || (key === "more" && panel === "people");
      if (isHere) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
    }
    const isGuest = state.you?.as === "guest";
    show(buttons.chat, !isGuest);
    show(hand, !isGuest);
    const isMarked = isNews && panel !== "now";
    show(mark, isMarked);
    name(buttons.now, isMarked ? "bar.nowNews" : "bar.now");
    show(unread, unreadCount > 0);
    put(unread, unreadCount > 99 ? "99+" : String(unreadCount));
    if (unreadCount > 0) name(buttons.chat, "bar.chatUnread", { count: unreadCount });
    else buttons.chat.removeAttribute("aria-label");
    if (unreadCount === 0) name(buttons.chat, "bar.chat");
    renderHand(state);
  };

  /** @param {import("../shared/line/store.js").State} state */
  const renderHand = (state) => {
    const place = handPlace(state.room, acting(state));
    const isOurs = (/** @type {import("../shared/model/types.js").Pending} */ item) => (item.for ?? null) === state.subject;
    const raising = pendingOf(state, "raiseHand").some((item) => !item.do.raiseHand.person && isOurs(item));
    const lowering = pendingOf(state, "lowerHand").some((item) => !item.do.lowerHand.person && isOurs(item));
    isUp = (place > 0 && !lowering) || raising;
    hand.setAttribute("aria-pressed", String(isUp));
    hand.disabled = !me(state);
    if (raising) say(handLabel, "bar.handSending");
    else if (isUp) say(handLabel, "bar.handPlace", { count: place });
    else say(handLabel, "bar.hand");
    name(hand, isUp && place > 0 ? "bar.handLower" : "bar.handRaise", { count: place });
  };

  return { element, update };
}
