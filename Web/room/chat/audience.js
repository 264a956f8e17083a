// Knows the switch above the chat, everybody or my group, and what is unread on either side.
import { el, name, put, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";

/** @typedef {"everybody"|"mine"} Side */

/** @type {Side[]} */
const SIDES = ["everybody", "mine"];

/** @param {{onChoice: () => void}} options */
export function chatAudience({ onChoice }) {
  /** @type {Side} */
  let chosen = "everybody";
  /** @type {Record<Side, number>} */
  const unread = { everybody: 0, mine: 0 };
  const buttons = SIDES.map((side) => el("button", { type: "button", class: "button audience", data: { side },
    on: { click: () => {
      choose(side === "mine");
      onChoice();
    } } }, el("span", { t: `chat.${side}` }), el("span", { class: "count numbers", hidden: true })));
  const element = el("div", { class: "audiences", role: "group", label: "chat.audience", hidden: true }, ...buttons);

  const render = () => SIDES.forEach((side, index) => {
    const count = unread[side];
    const button = buttons[index];
    button.setAttribute("aria-pressed", String(side === chosen));
    const mark = /** @type {HTMLElement} */ (button.lastElementChild);
    show(mark, count > 0);
    put(mark, String(count));
    if (count > 0) name(button, "chat.news", { audience: t(`chat.${side}`), count });
    else name(button, `chat.${side}`);
  });

  /** @param {boolean} isGroup */
  const choose = (isGroup) => {
    chosen = isGroup ? "mine" : "everybody";
    if (!element.hidden) unread[chosen] = 0;
    render();
  };

  render();
  return {
    element, choose,
    isGroup: () => chosen === "mine",
    unread: () => unread.everybody + unread.mine,
    seen: () => {
      unread[chosen] = 0;
      render();
    },
    /** @param {boolean} isGroup @param {boolean} isSeen */
    heard: (isGroup, isSeen) => {
      const side = isGroup ? "mine" : "everybody";
      if (!isSeen || side !== chosen) unread[side] += 1;
      render();
    },
  };
}
