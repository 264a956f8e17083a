// Knows who is here, by first name and school; no figures about anybody.
import { post } from "../shared/line/http.js";
import { el, list, put, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { isInRoom, isYou, presentCounts, seats } from "../shared/model/selectors.js";
import { checkSomebodyIn } from "../shared/parts/check-in.js";

/** @typedef {import("../shared/line/store.js").State} State */
/** @typedef {import("../shared/model/selectors.js").Seat} Seat */

/** @param {{meeting: string}} options */
export function peoplePanel({ meeting }) {
  const bring = el("button", { type: "button", class: "button", t: "checkIn.title", hidden: true,
    on: { click: () => checkSomebodyIn(meeting, (wish) => post("/api/bring", wish)) } });
  const summary = el("p", { class: "quiet" });
  const groups = ["room", "call", "away"].map((key) => {
    const rows = el("ul", { class: "people" });
    const element = el("section", {}, el("h3", { t: `people.${key}` }), rows);
    return { key, rows, element };
  });
  const element = el("section", { class: "panel panel-people", id: "panel-people", tabindex: "0",
    label: "people.title" },
    el("h2", { class: "panel-title", t: "people.title", tabindex: "-1" }), summary, bring,
    ...groups.map((group) => group.element));

  const create = () => el("li", { class: "person" }, el("span", { class: "person-name" }),
    el("span", { class: "quiet person-school" }), el("span", { class: "small tags" }));

  /** @param {State} state */
  const update = (state) => {
    const { room, you } = state;
    if (!room) return;
    const counts = presentCounts(room);
    show(bring, room.details.phase === "open" && room.people?.[you?.person ?? ""]?.isScribe);
    say(summary, "now.here", { inRoom: counts.inRoom, onCall: counts.onCall });
    const all = seats(room);
    /** @type {Record<string, Seat[]>} */
    const parts = {
      room: all.filter(({ person }) => person.isPresent && isInRoom(person.mode)),
      call: all.filter(({ person }) => person.isPresent && !isInRoom(person.mode)),
      away: all.filter(({ person }) => !person.isPresent),
    };
    for (const { key, rows, element: part } of groups) {
      show(part, parts[key].length > 0);
      list(rows, parts[key], (seat) => seat.id, create, (node, { id, person }) => {
        const [name, school, tags] = /** @type {HTMLElement[]} */ ([...node.children]);
        put(name, person.name ?? t("common.nameless"));
        put(school, person.school ?? "");
        const words = [
          isYou(state, id) && t("people.you"),
          (person.role === "lead" || person.role === "coordinator") && t("people.leads"),
          person.role === "guest" && t("people.guest"),
          person.isScribe && t("people.scribe"),
          person.role === "table" && t("people.table"),
          person.table && t("people.shares", { name: room.people?.[person.table]?.name ?? "" }),
          room.queue?.some((hand) => hand.person === id) && t("people.hand"),
        ].filter(Boolean);
        put(tags, words.join(" · "));
        show(tags, words.length > 0);
      });
    }
  };
  return { element, update };
}
