// Knows how groups are taken from a list: pasted, or from a CSV file. Names of people who are here find their people;
// the others keep a seat for whoever comes in under that name.
import { el, say, show } from "../../shared/page/html.js";
import { namedGroups } from "./name-list.js";
import { expectedMember } from "./plan.js";
import { field } from "../../shared/parts/field.js";
import { openSheet } from "../sheet.js";

const MOST_BYTES = 500_000;

/**
 * Opens the sheet.
 * @param {number} size how many sit together where the list names no groups
 * @param {(groups: string[][]) => void} take
 */
export function openNameList(size, take) {
  const text = field(el("textarea", { rows: "10", name: "names", spellcheck: "false",
    placeholder: "forming.listExample" }), { label: "forming.listLabel", hint: "forming.listHint" });
  const file = field(el("input", { type: "file", accept: ".csv,.txt,text/csv,text/plain" }),
    { label: "forming.listFile" });
  const found = el("p", { class: "quiet", role: "status" });
  const go = el("button", { type: "submit", class: "button primary", t: "forming.listGo" });
  const sheet = openSheet({ title: "forming.listTitle", className: "is-wide" });
  const form = el("form", { class: "console-form", novalidate: true }, text.node, file.node, found, go);
  const read = () => namedGroups(text.input.value, size);
  const count = () => {
    const groups = read();
    show(found, groups.length > 0);
    say(found, "forming.listFound", { groups: groups.length, people: groups.flat().length });
    text.fail(null);
  };
  text.input.addEventListener("input", count);
  file.input.addEventListener("change", async () => {
    const [chosen] = /** @type {HTMLInputElement} */ (file.input).files ?? [];
    if (!chosen) return;
    const isGood = chosen.size <= MOST_BYTES;
    file.fail(isGood ? null : "forming.listTooLong");
    if (!isGood) return;
    text.input.value = await chosen.text();
    count();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const groups = read();
    text.fail(groups.length > 0 ? null : "forming.listEmpty");
    if (groups.length === 0) {
      text.input.focus();
      return;
    }
    sheet.close();
    take(groups);
  });
  sheet.body.append(form);
  text.input.focus();
}

/**
 * The members of a list: the person where exactly one of that name is here, else the name.
 * @param {string[][]} groups
 * @param {{id: string, person: {name?: string}}[]} seats
 * @returns {string[][]}
 */
export function membersOf(groups, seats) {
  const taken = new Set();
  return groups.map((names) => names.map((name) => {
    const here = seats.filter(({ id, person }) => person.name?.toLowerCase() === name.toLowerCase() && !taken.has(id));
    if (here.length !== 1) return expectedMember(name);
    taken.add(here[0].id);
    return here[0].id;
  }));
}
