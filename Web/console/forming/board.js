// Knows the groups while they are put together: a column for each with its people as buttons, its place, its lock and
// why it fits; and beside them whoever sits in none.
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { groupSentences } from "./facts.js";
import { expectedName, isExpected } from "./plan.js";
import { memberList, walk } from "../groups/member.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Wanted} Wanted */
/** @typedef {import("./plan-places.js").Place} Place */
/** @typedef {import("../groups/member.js").Member} Member */
/** @typedef {Record<string, import("../../shared/model/types.js").Person>} People */
/**
 * @typedef {{title: HTMLElement, place: HTMLElement, modes: HTMLElement, lock: HTMLButtonElement,
 *   edit: HTMLButtonElement, members: HTMLElement, empty: HTMLElement, why: HTMLElement, facts: HTMLElement,
 *   task: HTMLElement}} Column
 */
/** @typedef {{group: Wanted, place: Place, index: number}} Row */

/** Facts that the line below the members says, too, with who is the bridge now. */
const MODES = ["modes", "modesBridge"];

/**
 * The board.
 * @param {{toggle: (id: string) => void, isChosen: (id: string) => boolean, nameOf: (id: string) => string,
 *   topicOf: (id: string) => string, lock: (index: number) => void, edit: (index: number) => void, add: () => void}} on
 */
export function formingBoard(on) {
  const names = { person: on.nameOf, topic: on.topicOf };
  const columns = el("div", { class: "forming-columns" });
  const free = el("ul", { class: "member-list" });
  const nobody = el("p", { class: "quiet small", t: "board.everybodySits" });
  const rest = el("section", { class: "forming-column is-free", "aria-labelledby": "forming-free", data: { group: "0" } },
    el("h3", { id: "forming-free", t: "board.noGroup" }), nobody, free);
  const add = el("button", { type: "button", class: "button bare", t: "forming.addGroup", on: { click: on.add } });
  const node = el("div", { class: "forming-board", role: "group", label: "forming.board" }, columns,
    el("div", { class: "forming-rest" }, rest, add));
  /** @type {WeakMap<HTMLElement, Column>} */
  const parts = new WeakMap();
  node.addEventListener("keydown", (event) => walk(node, event));

  /** @param {Row} row */
  function create({ index }) {
    const n = index + 1;
    const id = `forming-group-${n}`;
    const made = {
      title: el("h3", { id, t: ["common.group", { n }] }), place: el("p", { class: "small forming-place" }),
      modes: el("p", { class: "quiet small" }),
      lock: el("button", { type: "button", class: "button bare", t: "forming.lock", label: ["forming.lockOf", { n }],
        "aria-pressed": "false", on: { click: () => on.lock(index) } }),
      edit: el("button", { type: "button", class: "button bare", t: "forming.edit", label: ["forming.editOf", { n }],
        on: { click: () => on.edit(index) } }),
      members: el("ul", { class: "member-list" }), empty: el("p", { class: "quiet small", t: "board.empty" }),
      facts: el("ul", { class: "forming-facts small" }), task: el("p", { class: "small forming-task",
        "data-may-shorten": true }),
      why: el("details", { class: "forming-why", open: true }, el("summary", { t: "forming.why", label: ["forming.whyOf", { n }] })),
    };
    made.why.append(made.facts);
    const column = el("section", { class: "forming-column", "aria-labelledby": id, data: { group: String(n) } },
      el("div", { class: "forming-column-head" }, made.title, made.lock, made.edit), made.place, made.members,
      made.empty, made.modes, made.task, made.why);
    parts.set(column, made);
    return column;
  }

  /**
   * @param {Plan} plan
   * @param {Place[]} where
   * @param {People} people
   * @param {{id: string}[]} outside who could sit and does not
   */
  function update(plan, where, people, outside) {
    const rows = plan.groups.map((group, index) => ({ group, place: where[index], index }));
    list(columns, rows, (row) => String(row.index), create, (column, row) => refresh(column, row, plan, people));
    memberList(free, outside.map(({ id }) => member(id, plan, people)), on.toggle);
    show(nobody, outside.length === 0);
    show(rest, plan.groups.length > 0 || outside.length > 0);
    show(add, plan.groups.length > 0);
  }

  /**
   * @param {HTMLElement} column
   * @param {Row} row
   * @param {Plan} plan
   * @param {People} people
   */
  function refresh(column, { group, place, index }, plan, people) {
    const made = /** @type {Column} */ (parts.get(column));
    column.dataset.locked = String(group.isLocked);
    if (group.name) put(made.title, group.name);
    else say(made.title, "common.group", { n: index + 1 });
    made.lock.setAttribute("aria-pressed", String(group.isLocked));
    say(made.lock, group.isLocked ? "forming.locked" : "forming.lock");
    name(made.lock, "forming.lockOf", { n: index + 1 });
    const words = [place.table !== undefined ? "table" : "", place.link ? "link" : ""].filter(Boolean).join("");
    show(made.place, words);
    if (words === "tablelink") say(made.place, "board.tableAndLink", { n: place.table ?? 0 });
    else if (words === "table") say(made.place, "board.table", { n: place.table ?? 0 });
    else if (words) say(made.place, "board.onCallLink");
    say(made.modes, "board.modes", { room: place.inRoom, call: place.onCall });
    show(made.modes, place.inRoom > 0 && place.onCall > 0);
    made.modes.dataset.bridge = String(place.bridge !== undefined);
    if (place.inRoom > 0 && place.onCall > 0) {
      const bridge = place.bridge ? on.nameOf(place.bridge) : "";
      say(made.modes, bridge ? "board.modesBridge" : "board.modesNoBridge", { room: place.inRoom, call: place.onCall,
        name: bridge });
    }
    memberList(made.members, group.members.map((id) => member(id, plan, people, group)), on.toggle);
    show(made.empty, group.members.length === 0);
    put(made.task, group.task ?? "");
    show(made.task, group.task);
    // Who is where is not said twice.
    const facts = group.facts.filter(({ code }) => made.modes.hidden || !MODES.includes(code));
    show(made.why, facts.length > 0);
    list(made.facts, groupSentences(facts, names, (plan.facilitators ?? 0) > 0), (text) => text, (text) => el("li", { text }));
  }

  /**
   * @param {string} id
   * @param {Plan} plan
   * @param {People} people
   * @param {Wanted} [group]
   * @returns {Member}
   */
  function member(id, plan, people, group) {
    const person = people[id];
    const roles = Object.entries(group?.roles ?? {}).filter(([, who]) => who === id);
    return { id, name: isExpected(id) ? expectedName(id) : on.nameOf(id), mode: person?.mode,
      isPresent: person?.isPresent === true, isChosen: on.isChosen(id), isPinned: plan.pins.includes(id),
      badges: roles.map(([role]) => `board.role.${role}`) };
  }

  return { node, update };
}
