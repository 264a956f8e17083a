// Knows a lead's message to all groups: it stands on top, whatever one looks at, until it is closed.
import { el, put, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { recall, remember } from "../shared/page/stored.js";

/** @typedef {import("../shared/line/store.js").State} State */

/** @param {{scope: string}} options */
export function announcementNote({ scope }) {
  const key = `announced.${scope}`;
  let closed = Number(recall(key) ?? 0);
  let shownAt = 0;
  const from = el("p", { class: "small" });
  const text = el("p", { class: "announcement-text" });
  const element = el("div", { class: "announcement", hidden: true },
    el("div", { class: "announcement-body", tabindex: "0", role: "region", label: "announcement.label" }, from, text),
    el("button", { type: "button", class: "button", t: "common.close", on: { click: () => {
      closed = shownAt;
      remember(key, closed);
      show(element, false);
    } } }));

  /** @param {State} state */
  const update = ({ room, you }) => {
    const last = room?.announcements?.at(-1);
    const joinedAt = room?.people?.[you?.person ?? ""]?.joinedAt ?? 0;
    // What was said to groups before I came was not said to me, and what belongs to an earlier round is over.
    const isMine = last && last.author !== you?.person && last.at >= joinedAt
      && last.round === room?.rounds?.at(-1)?.id;
    show(element, isMine && last.at > closed);
    if (!last || element.hidden) return;
    shownAt = last.at;
    say(from, "announcement.from", { name: last.name ?? t("common.nameless") });
    put(text, last.text ?? "");
  };
  return { element, update };
}
