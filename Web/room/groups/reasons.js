// Knows how it is said why a group sits together: two or three sentences, the rest folded away.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { language, t } from "../../shared/texts/i18n.js";
import { topicName } from "../../shared/model/selectors-groups.js";
import { groupReasons } from "./reason-sentences.js";
import { nameIn, namesIn } from "../names.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {import("../../shared/model/selectors-groups.js").Seat} Seat */

const SHOWN_SENTENCES = 2;

/**
 * The sentences, the most telling first.
 * @param {Room} room @param {Seat} seat @param {string|undefined} me
 */
function sentences(room, { round, group }, me) {
  const reasons = groupReasons(room, round, group, me).map(({ key, people = [], other, topics = [], count = 0 }) =>
    t(key, { names: namesIn(room, people), other: nameIn(room, other), count,
      topics: topics.map((id) => topicName(room, id, language())).join(", ") }));
  return round.draw ? [...reasons, t(`group.choice.${round.draw.choice}`)] : reasons;
}

export function groupReasonList() {
  const first = el("ul", { class: "group-reasons" });
  const rest = el("ul", { class: "group-reasons" });
  const summary = el("summary", {});
  const more = el("details", { class: "fold" }, summary, rest);
  const element = el("div", { class: "group-why" }, el("h3", { class: "group-part", t: "group.why" }), first, more);

  /** @param {HTMLElement} rows @param {string[]} texts */
  const fill = (rows, texts) => list(rows, texts, (text) => text, () => el("li", {}), put);

  /** @param {Room} room @param {Seat} seat @param {string|undefined} me nobody at a device that several share */
  const update = (room, seat, me) => {
    const all = sentences(room, seat, me);
    // One more sentence takes no more room than the line that hides it.
    const shown = all.length === SHOWN_SENTENCES + 1 ? all.length : SHOWN_SENTENCES;
    fill(first, all.slice(0, shown));
    fill(rest, all.slice(shown));
    show(element, all.length > 0);
    show(more, all.length > shown);
    say(summary, "group.whyMore", { count: Math.max(1, all.length - shown) });
  };
  return { element, update };
}
