// Knows what a lead should know before forming: needs that nobody offers, too few who can lead a group, who has no seat.
import { el, list, put, show } from "../../shared/page/html.js";
import { language, t } from "../../shared/texts/i18n.js";
import { unseated } from "../../shared/model/board.js";
import { personText } from "../names.js";
import { topicName } from "../../shared/model/selectors-groups.js";

/** The list. */
export function formingWarnings() {
  const rows = el("ul", { class: "forming-warnings" });
  const node = el("section", { "aria-labelledby": "forming-cannot", hidden: true },
    el("div", { class: "part-head" }, el("h3", { id: "forming-cannot", t: "forming.cannot" })), rows);
  return {
    node,
    /**
     * @param {import("./plan.js").Plan} plan
     * @param {import("../../shared/model/types.js").Room} room
     */
    update(plan, room) {
      const count = plan.groups.length;
      const isPlanned = count > 0;
      const left = isPlanned ? unseated(room, /** @type {any} */ (plan)).map(({ id }) => personText(room, id)) : [];
      /** @type {[boolean, string, string][]} */
      const all = [
        [isPlanned && plan.facilitators !== null && plan.facilitators < count, "few",
          t("forming.fewFacilitators", { count: plan.facilitators ?? 0, groups: count })],
        [left.length > 0, "left", t("forming.leftOut", { count: left.length, names: left.slice(0, 5).join(", ") })],
        [plan.gaps.length > 0, "gaps",
          t("forming.gaps", { topics: plan.gaps.map((id) => topicName(room, id, language())).join(", ") })],
      ];
      const shown = all.filter(([isSo]) => isSo);
      list(rows, shown, ([, code]) => code, () => el("li", { class: "forming-warning" }),
        (row, [, , text]) => put(row, text));
      show(node, shown.length > 0);
    },
  };
}
