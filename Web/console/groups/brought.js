// Knows the notes of a group as leads read them once its round is over: those for everybody first, then those that stay
// with the group.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { nameText } from "../names.js";

/** @typedef {import("../../shared/model/types.js").Card} Card */

/**
 * A note and by whom it is.
 * @param {HTMLElement} line @param {Card} card
 */
function renderNote(line, card) {
  const [text, by] = /** @type {HTMLElement[]} */ ([...line.children]);
  put(text, card.text ?? "");
  const stars = card.stars.length;
  if (stars > 0) say(by, "after.byStars", { name: nameText(card), count: stars });
  else put(by, nameText(card));
}

/** The two lists of one group. */
export function broughtNotes() {
  const empty = el("p", { class: "quiet", t: "after.empty" });
  const reports = el("ul", { class: "harvest-cards is-report" });
  const own = el("p", { class: "quiet small", t: "after.own" });
  const notes = el("ul", { class: "harvest-cards" });
  const leftOut = el("p", { class: "quiet small", hidden: true });
  return {
    nodes: [empty, reports, own, notes, leftOut],
    /** @param {ReturnType<typeof import("../../shared/model/selectors-groups.js").harvestOf>[number]} brought */
    update(brought) {
      for (const [place, cards] of /** @type {[HTMLElement, Card[]][]} */ ([[reports, brought.reports],
        [notes, brought.notes]])) {
        list(place, cards, (card) => card.id, () => el("li", { class: "harvest-card" }, el("span"),
          el("span", { class: "quiet small" })), renderNote);
        show(place, cards.length > 0);
      }
      show(empty, brought.reports.length + brought.notes.length === 0);
      show(own, brought.notes.length > 0);
      const more = brought.group.cardsLeftOut ?? 0;
      show(leftOut, more > 0);
      put(leftOut, t("after.leftOut", { count: more }));
    },
  };
}
