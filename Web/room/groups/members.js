// Knows who is in a group: name, school, how they take part and what they do there. No figures about anybody.
import { el, list, put, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { isInRoom, personOf } from "../../shared/model/selectors.js";
import { rolesOf } from "../../shared/model/selectors-groups.js";
import { nameIn } from "./names.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */

export function groupMembers() {
  const element = el("ul", { class: "group-members" });
  const create = () => el("li", { class: "group-member" }, el("span", { class: "group-name" }),
    el("span", { class: "quiet small" }), el("span", { class: "small tags" }));

  /** @param {Room} room @param {import("../../shared/model/selectors-groups.js").Seat} seat */
  const update = (room, { group, person: me }) => {
    const ids = [...group.members.filter((id) => id !== me), ...group.members.filter((id) => id === me)];
    list(element, ids, (id) => id, create, (node, id) => {
      const [name, about, tags] = /** @type {HTMLElement[]} */ ([...node.children]);
      const person = personOf(room, id);
      put(name, nameIn(room, id));
      put(about, [person?.school, person && way(person)].filter(Boolean).join(" · "));
      const words = [id === me && t("group.you"), ...rolesOf(group, id).map((role) => t(`group.role.${role}`)),
        group.bridge === id && t("group.bridge")].filter(Boolean);
      put(tags, words.join(" · "));
      show(tags, words.length > 0);
      node.classList.toggle("is-away", !person?.isPresent);
    });
  };
  return { element, update };
}

/**
 * How somebody takes part, in few words.
 * @param {import("../../shared/model/types.js").Person} person
 */
function way(person) {
  if (!person.isPresent) return t("group.away");
  if (person.mode === "unknown") return null;
  return t(`mode.${isInRoom(person.mode) ? "room_device" : person.mode}`);
}
