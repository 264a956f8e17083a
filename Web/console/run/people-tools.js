// Knows how somebody is found among many: by a piece of name or school, by place, and by letter. What is found stands in
// the list; nothing is counted about anybody.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { icon } from "../../shared/parts/icons.js";
import { isInRoom } from "../../shared/model/selectors.js";
import { hint } from "../keys.js";
import { isLost } from "./counts.js";

/** @typedef {import("../../shared/model/selectors.js").Seat} Seat */
/** @typedef {import("../../shared/model/types.js").Person} Person */
/** @typedef {"everybody"|"room"|"call"|"noDevice"|"lost"} Filter */

/** Up to here all stand in sight, by place. */
const FEW = 24;
const MARKS = /\p{M}/gu;
/** @type {Record<Filter, (person: Person) => boolean>} */
const RULES = {
  everybody: () => true,
  room: ({ mode }) => isInRoom(mode),
  call: ({ mode }) => !isInRoom(mode),
  noDevice: (person) => person.mode === "room_no_device" || person.mode === "phone_in" || person.table !== undefined,
  lost: (person) => isLost(person),
};
const FILTERS = /** @type {Filter[]} */ (Object.keys(RULES));

/**
 * A name as it is looked for and sorted under letters: without accents, in capitals.
 * @param {string} text
 */
export function plain(text) { return text.normalize("NFD").replace(MARKS, "").toUpperCase(); }

/**
 * The letter under which a name stands; "" for none.
 * @param {string|undefined} name
 */
export function letterOf(name) { return /^\p{L}/u.exec(plain(name?.trim() ?? ""))?.[0] ?? ""; }

/**
 * Those who are looked for.
 * @param {readonly Seat[]} seats
 * @param {string} words pieces of name or school, all of which must be there
 * @param {Filter} filter
 * @returns {Seat[]}
 */
export function find(seats, words, filter) {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  const placed = seats.filter(({ person }) => RULES[filter](person));
  if (wanted.length === 0) return placed;
  return placed.filter(({ person }) => {
    const text = plain(`${person.name ?? ""} ${person.school ?? ""}`);
    return wanted.every((word) => text.includes(word));
  });
}

/**
 * Search, places and letters.
 * @param {{changed: () => void, jump: (letter: string) => void}} on
 */
export function peopleTools({ changed, jump }) {
  /** @type {Filter} */
  let filter = "everybody";
  const search = hint(el("input", { type: "search", autocomplete: "off", label: "console.run.find",
    placeholder: "console.run.find", on: { input: () => changed() } }), "find");
  const buttons = new Map(FILTERS.map((one) => [one, el("button", { type: "button", class: "tab", "aria-pressed": "false",
    on: { click: () => choose(one) } })]));
  const filters = el("div", { class: "tabs console-people-filters", role: "group", label: "console.run.filters" },
    ...buttons.values());
  const letters = el("div", { class: "console-letters", role: "group", label: "console.run.letters" });
  const node = el("div", { class: "console-people-tools" },
    el("div", { class: "console-search" }, icon("search"), search), filters, letters);

  /** @param {Filter} next */
  function choose(next) {
    filter = next;
    changed();
  }

  return {
    node,
    choose,
    focus() { search.focus(); },
    /**
     * Brings the tools in line, and finds.
     * @param {readonly Seat[]} seats
     * @returns {{found: Seat[], areMany: boolean}}
     */
    update(seats) {
      const areMany = seats.length > FEW;
      const counts = new Map(FILTERS.map((one) => [one, find(seats, "", one).length]));
      // A place that emptied is no place to look at.
      if (counts.get(filter) === 0) filter = "everybody";
      show(filters, areMany || filter !== "everybody");
      for (const [one, button] of buttons) {
        button.setAttribute("aria-pressed", String(one === filter));
        show(button, one === "everybody" || (counts.get(one) ?? 0) > 0);
        say(button, `console.filter.${one}`, { n: counts.get(one) ?? 0 });
      }
      const found = find(seats, search.value, filter);
      const initials = [...new Set(found.map(({ person }) => letterOf(person.name)).filter(Boolean))];
      show(letters, areMany && found.length > FEW);
      list(letters, initials, (letter) => letter, (letter) => el("button", { type: "button", class: "console-letter",
        on: { click: () => jump(letter) } }), (button, letter) => put(button, letter));
      return { found, areMany };
    },
  };
}
