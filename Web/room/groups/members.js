// Knows who is in a group: name, school, how they take part and what they do there. No figures about anybody.
import { el, list, put, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { isInRoom, isYou, personOf } from "../../shared/model/selectors.js";
import { rolesOf } from "../../shared/model/selectors-groups.js";

export function groupMembers() {
  const element = el("ul", { class: "group-members" });
  const create = () => el("li", { class: "group-member" }, el("span", { class: "group-name" }),
    el("span", { class: "quiet small" }), el("span", { class: "small tags" }));

  /**
   * @param {import("../../shared/line/store.js").State} state
   * @param {import("../../shared/model/selectors-groups.js").Seat} seat
   */
  const update = (state, { group }) => {
    const { room } = state;
    const me = group.members.find((id) => isYou(state, id));
    const ids = [...group.members.filter((id) => id !== me), ...me ? [me] : []];
    list(element, ids, (id) => id, create, (node, id) => {
      const [name, about, tags] = /** @type {HTMLElement[]} */ ([...node.children]);
      const person = personOf(room, id);
      put(name, person?.name ?? t("common.nameless"));
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
