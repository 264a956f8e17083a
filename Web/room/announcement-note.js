// Knows a lead's message to all groups: in full on top of Now, until it is closed.
import { el, put, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { putLinked } from "../shared/page/links.js";
import { recall, remember } from "../shared/page/stored.js";

/** @typedef {import("../shared/line/store.js").State} State */

/** @param {{scope: string}} options */
export function announcementNote({ scope }) {
  const key = `announced.${scope}`;
  let closed = Number(recall(key) ?? 0);
  let shownAt = 0;
  /** @type {{from: string, text: string}|null} */
  let news = null;
  const from = el("h2", { class: "announcement-from small", tabindex: "-1" });
  const text = el("p", { class: "announcement-text" });
  const element = el("section", { class: "announcement", label: "announcement.label", hidden: true },
    el("div", { class: "announcement-body" }, from, text),
    el("button", { type: "button", class: "button", t: "common.close", on: { click: () => {
      closed = shownAt;
      remember(key, closed);
      news = null;
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
    news = null;
    if (!last || element.hidden) return;
    shownAt = last.at;
    const author = last.name ?? t("common.nameless");
    say(from, "announcement.from", { name: author });
    putLinked(text, last.text ?? "");
    news = { from: author, text: last.text ?? "" };
  };
  return { element, update, news: () => news };
}
