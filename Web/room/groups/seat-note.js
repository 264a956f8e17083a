// Knows what is said to somebody whose seat changed while the groups run, or who has none: calmly, until it is closed.
import { el, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { recall, remember } from "../../shared/page/stored.js";
import { me } from "../../shared/model/selectors.js";
import { myGroup, runningRound } from "../../shared/model/selectors-groups.js";
import { placeText } from "./place.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {{group: string|null, reason?: import("../../shared/model/types.js").SeatingReason}} News no group: out of one */

/** @param {{scope: string}} options */
export function groupSeatNote({ scope }) {
  const key = `seat.${scope}`;
  /** @type {News|null} */
  let news = recall(key, "session");
  const text = el("p", {});
  const moved = el("div", { class: "notice group-moved", hidden: true }, text,
    el("button", { type: "button", class: "button", t: "common.close", on: { click: () => {
      keep(null);
      show(moved, false);
    } } }));
  const none = el("section", { class: "card", "aria-labelledby": "no-group", hidden: true });
  const noneText = el("p", {});
  none.append(el("h2", { class: "card-title", id: "no-group", t: "group.none" }), noneText);
  const element = el("div", { class: "group-seat" }, moved, none);

  /** @param {News|null} next */
  const keep = (next) => {
    news = next;
    remember(key, next, "session");
  };

  /** @param {State} state */
  const update = (state) => {
    const seat = myGroup(state);
    const isRunning = runningRound(state.room) !== null && state.you?.as !== "guest";
    show(none, isRunning && !seat);
    const isTable = me(state)?.role === "table";
    say(noneText, state.you?.as === "lead" ? "group.noneLead" : isTable ? "group.noneTable" : "group.noneText");
    const isTold = news && isRunning && seat && news.group === seat.group.id;
    show(moved, isTold);
    show(element, isTold || !none.hidden);
    if (isTold && state.room) put(text, sentence(state));
  };

  /** @param {State} state */
  const sentence = (state) => {
    const seat = myGroup(state);
    if (!seat || !state.room) return t("group.movedOut");
    const reason = news?.reason ? t(`group.seat.${news.reason}`) : "";
    return [t("group.movedTo", { group: placeText(state.room, seat) }), reason].filter(Boolean).join(" ");
  };
  return { element, update, keep, sentence };
}
