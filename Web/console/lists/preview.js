// Knows how a list is shown before anything is done with it: whom each line means, who is expected, what was ignored, and
// what has to be asked.
import { el, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { isExpected } from "../forming/plan.js";
import { nameText } from "../names.js";
import { membersOf } from "./reading.js";

/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./reading.js").Commas} Commas */
/** @typedef {import("../../shared/model/types.js").Person} Person */

const COMMAS = /** @type {Commas[]} */ (["people", "surnameFirst", "nameFirst"]);

/**
 * The part; empty until there is something to show.
 * @param {() => Record<string, Person>} people
 * @param {{withAddresses: boolean, answer: (commas: Commas) => void,
 *   counted: (now: {list: import("./reading.js").List, members: string[]}|null) => void}} options `answer` is told what
 *   commas mean, `counted` what the list says now
 */
export function listPreview(people, { withAddresses, answer, counted }) {
  const heading = el("h3", { t: "lists.preview", tabindex: "-1" });
  const summary = el("p", { role: "status" });
  const problem = el("p", { class: "problem", hidden: true });
  const asked = el("div", {});
  const notes = el("ul", { class: "list-notes" });
  const table = el("div", { class: "list-table", role: "region", label: "lists.preview", tabindex: "0" });
  const node = el("section", { class: "list-preview", hidden: true }, heading, summary, problem, asked, notes, table);
  /** @type {Extract<Reading, {list: any}>|null} */
  let reading = null;
  /** @type {Map<number, string>} */
  let chosen = new Map();
  /** @type {Map<number, HTMLSelectElement>} */
  let selects = new Map();

  function clear() {
    [reading, chosen, selects] = [null, new Map(), new Map()];
    show(node, false);
    show(problem, false);
    put(summary, "");
    for (const part of [asked, notes, table]) part.replaceChildren();
    counted(null);
  }

  /** @param {string} id */
  const called = (id) => {
    const person = people()[id];
    return person?.school ? t("console.run.nameOfSchool", { name: nameText(person), school: person.school })
      : nameText(person);
  };

  /** @param {import("./reading.js").Problem} found */
  function showProblem(found) {
    if (found.code === "uncertain") return askCommas(found);
    say(problem, `lists.problem.${found.code}`, { line: found.line ?? 0, column: found.column ?? 0,
      name: found.name ?? "", text: found.text ?? "", before: found.before ?? 0, limit: found.limit ?? 0 });
    show(problem, true);
  }

  /** @param {import("./reading.js").Problem} found */
  function askCommas({ line = 0, text = "" }) {
    asked.append(el("fieldset", { class: "list-question" },
      el("legend", { t: ["lists.commas", { line, text }] }),
      ...COMMAS.map((meaning) => el("button", { type: "button", class: "button", t: `lists.commas.${meaning}`,
        on: { click: () => answer(meaning) } }))));
  }

  /** @param {number} index @param {string[]} candidates */
  function whoField(index, candidates) {
    const { line, name } = /** @type {NonNullable<typeof reading>} */ (reading).list.people[index];
    const select = el("select", { label: ["lists.whoIs", { name, line }] },
      el("option", { value: "", t: "lists.choose" }),
      ...candidates.map((id) => el("option", { value: id, text: called(id) })),
      el("option", { value: "~", t: "lists.somebodyElse" }));
    select.addEventListener("change", () => {
      select.removeAttribute("aria-invalid");
      if (select.value === "~" || !select.value) chosen.delete(index);
      else chosen.set(index, select.value);
      count();
    });
    selects.set(index, select);
    return select;
  }

  /** @param {Extract<Reading, {list: any}>} read */
  function showList(read) {
    const { list, who } = read;
    const hasGroups = list.groups.length > 0;
    const titles = ["lists.inList", "lists.means", ...(hasGroups ? ["lists.group"] : []),
      ...(withAddresses ? ["lists.address"] : [])];
    const rows = list.people.map((one, index) => {
      const { person, candidates } = who[index];
      const means = candidates ? whoField(index, candidates)
        : person ? el("span", { text: called(person) }) : el("span", { class: "quiet", t: "lists.expected" });
      return el("tr", {}, el("th", { scope: "row", text: one.school ? `${one.name}, ${one.school}` : one.name }),
        el("td", {}, means),
        hasGroups && el("td", { text: one.group === undefined ? "" : list.groups[one.group] || String(one.group + 1) }),
        withAddresses && el("td", { text: one.address ?? "" }));
    });
    table.append(el("table", {}, el("thead", {}, el("tr", {}, ...titles.map((key) => el("th", { scope: "col", t: key })))),
      el("tbody", {}, ...rows)));
    /** @param {import("../../shared/page/html.js").Key} key */
    const note = (key) => notes.append(el("li", { t: key }));
    if (list.encoding === "windows1252") note("lists.windows1252");
    if (list.ignored.length > 0) note(["lists.ignored", { names: list.ignored.join(", ") }]);
    if (!withAddresses && list.people.some((one) => one.address)) note("lists.addressesLeft");
    for (const { line, before, name } of list.repeats) note(["lists.repeat", { line, before, name }]);
    show(notes, notes.childElementCount > 0);
    count();
  }

  function count() {
    if (!reading) return;
    const members = membersOf(reading, chosen);
    const expected = members.filter(isExpected).length;
    say(summary, "lists.summary", { people: ["forming.countPeople", { count: members.length }],
      here: members.length - expected, expected });
    counted({ list: reading.list, members });
  }

  return {
    node, clear,
    /** @param {Reading} read */
    update(read) {
      clear();
      show(node, true);
      if ("problem" in read) showProblem(read.problem);
      else {
        reading = read;
        showList(read);
      }
      heading.focus({ preventScroll: true });
      // What is asked for now is what was read: it comes into sight, not only its heading.
      node.scrollIntoView({ block: "start" });
    },
    /** @returns {{list: import("./reading.js").List, members: string[]}|null} null while something has to be asked */
    taken() {
      if (!reading) return null;
      const members = membersOf(reading, chosen);
      const here = members.filter((one) => !isExpected(one));
      const wrong = [...selects].find(([index, select]) => !select.value
        || here.filter((one) => one === chosen.get(index)).length > 1);
      if (wrong) {
        const [index, select] = wrong;
        select.setAttribute("aria-invalid", "true");
        say(problem, select.value ? "lists.twice" : "lists.stillToChoose", { name: reading.list.people[index].name });
        show(problem, true);
        select.focus();
        return null;
      }
      return { list: reading.list, members };
    },
  };
}
