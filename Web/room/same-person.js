// Knows the question to somebody who is in twice, under one name: is this you on another device? Whoever says yes is two
// until their other device or a lead says so too.
import { changesOfPeople } from "../shared/fold/people.js";
import { el, put, say, show } from "../shared/page/html.js";
import { recall, remember } from "../shared/page/stored.js";
import { claimEntry, mergePerson } from "../shared/model/commands.js";
import { me, personOf, twins } from "../shared/model/selectors.js";
import { t } from "../shared/texts/i18n.js";

/** @typedef {import("../shared/line/store.js").State} State */
/** @typedef {{kind: "ask"|"asked"|"claimed", id: string}} Matter */

/**
 * @param {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>, scope: string}} options
 */
export function samePerson({ send, scope }) {
  const key = `others.${scope}`;
  /** @type {string[]} who was said to be somebody else */
  let others = recall(key, "session") ?? [];
  /** @type {Matter|null} */
  let matter = null;
  const title = el("h2", { class: "card-title", id: "same-person", tabindex: "-1" });
  const text = el("p", {});
  const yes = el("button", { type: "button", class: "button", on: { click: () => agree() } });
  const no = el("button", { type: "button", class: "button bare", on: { click: () => refuse() } });
  const answers = el("div", { class: "row" }, yes, no);
  const element = el("section", { class: "card same-person", "aria-labelledby": "same-person", hidden: true },
    title, text, answers);

  async function agree() {
    if (!matter || !state?.you?.person) return;
    const { kind, id } = matter;
    await send(kind === "ask" ? claimEntry(id) : mergePerson(id, state.you.person), element);
    title.focus();
  }

  function refuse() {
    if (!matter || !state) return;
    others = [...others, matter.id];
    remember(key, others, "session");
    update(state);
  }

  /** @type {State|null} */
  let state = null;

  /**
   * Those of one's name, looked for once for each change of the people.
   * @type {{change: number, people: unknown, id: string, found: ReturnType<typeof twins>}}
   */
  let known = { change: -1, people: null, id: "", found: [] };

  /** @param {import("../shared/model/types.js").Room} room @param {string} id */
  function alike(room, id) {
    const change = changesOfPeople(room);
    if (known.change !== change || known.people !== room.people || known.id !== id) {
      known = { change, people: room.people, id, found: twins(room, id) };
    }
    return known.found;
  }

  /** @param {State} next @returns {Matter|null} */
  function matterOf(next) {
    const { room, you } = next;
    if (!room || !you?.person || room.details.phase !== "open" || me(next)?.role !== "participant") return null;
    const claim = you.claimedBy?.find((id) => !others.includes(id) && room.people?.[id]);
    if (claim) return { kind: "claimed", id: claim };
    if (you.claims) return room.people?.[you.claims] ? { kind: "asked", id: you.claims } : null;
    // Who came later is asked, and only about who was there before.
    const own = me(next)?.joinedAt ?? 0;
    const twin = alike(room, you.person).find((one) => one.person.joinedAt < own && !others.includes(one.id));
    return twin ? { kind: "ask", id: twin.id } : null;
  }

  /** @param {State} next */
  const update = (next) => {
    state = next;
    matter = matterOf(next);
    show(element, matter !== null);
    if (!matter) return;
    const { kind } = matter;
    const person = personOf(next.room, matter.id);
    const name = person?.school
      ? t("common.nameOfSchool", { name: person.name ?? "", school: person.school }) : person?.name ?? "";
    say(title, `same.${kind}.title`, { name });
    put(text, t(`same.${kind}.text`, { name }));
    show(answers, kind !== "asked");
    if (kind === "asked") return;
    say(yes, `same.${kind}.yes`);
    say(no, `same.${kind}.no`);
  };
  return { element, update };
}
