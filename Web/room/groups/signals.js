// Knows what a group tells its leads by one tap: we need help, we are done, more time. Each says how it stands.
import { el, say, show } from "../../shared/page/html.js";
import { icon } from "../../shared/parts/icons.js";
import { now } from "../../shared/line/time.js";
import { pendingOf } from "../../shared/model/selectors.js";
import { myGroup } from "../../shared/model/selectors-groups.js";
import { sendSignal } from "../../shared/model/group.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/types.js").GroupSignal} GroupSignal */

const MINUTE_MILLISECONDS = 60_000;

/**
 * What a tap says: off, and, where a group can take it back, on; and its picture.
 * @type {[string, GroupSignal, GroupSignal|null, string|null][]}
 */
const SIGNALS = [["help", "help", "helped", "help"], ["done", "done", "notDone", "agree"], ["moreTime", "moreTime", null, null]];

/** @param {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>}} options */
export function groupSignals({ send }) {
  const since = el("p", { class: "small quiet", hidden: true });
  /** @type {Record<string, boolean>} */
  let isOn = {};
  const labels = SIGNALS.map(() => el("span"));
  const buttons = SIGNALS.map(([name, on, off, picture], index) => el("button", { type: "button", class: "button signal",
    data: { signal: name }, "aria-pressed": "false", on: { click: () => {
      const wish = isOn[name] ? off : on;
      if (wish) send(sendSignal(wish), name === "moreTime" ? more : element);
    } } }, picture && icon(picture), labels[index]));
  const [help, done, moreTime] = buttons;
  const element = el("section", { class: "signals", label: "signal.title", hidden: true },
    el("div", { class: "signal-row" }, help, done), since);
  const more = el("div", { class: "signal-more", hidden: true }, moreTime);

  /** @param {State} state */
  const update = (state) => {
    const seat = myGroup(state);
    show(element, seat);
    show(more, seat);
    if (!seat) return;
    const { helpSince, isDone, moreTimeSince } = seat.group;
    isOn = { help: helpSince !== undefined, done: isDone, moreTime: moreTimeSince !== undefined };
    // What was tapped shows at once, also without a connection.
    for (const { do: { signal } } of pendingOf(state, "signal")) {
      for (const [name, on, off] of SIGNALS) {
        if (signal.signal === on) isOn[name] = true;
        if (signal.signal === off) isOn[name] = false;
      }
    }
    buttons.forEach((button, index) => {
      const [name, , off] = SIGNALS[index];
      say(labels[index], `signal.${name}${isOn[name] ? "On" : ""}`);
      button.setAttribute("aria-pressed", String(isOn[name]));
      if (isOn[name] && !off) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    });
    show(since, isOn.help);
    const minutes = Math.floor((now() - (helpSince ?? now())) / MINUTE_MILLISECONDS);
    say(since, "signal.helpSince", { count: Math.max(0, minutes) });
  };
  return { element, more, update };
}
