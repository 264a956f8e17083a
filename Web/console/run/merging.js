// Knows how a lead makes one person of two entries: who the other one is, and that it is meant.
import { confirm } from "../../shared/parts/dialog.js";
import { mergePerson } from "../../shared/model/commands.js";
import { seats, twins } from "../../shared/model/selectors.js";
import { t } from "../../shared/texts/i18n.js";
import { openMenu } from "../menu.js";
import { nameText } from "../names.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {import("../../shared/model/types.js").Person} Person */

/**
 * Who somebody could be as well: those of their name first.
 * @param {Room} room @param {string} id
 */
export function others(room, id) {
  const alike = twins(room, id);
  const known = new Set(alike.map((seat) => seat.id));
  return [...alike, ...seats(room).filter((seat) => seat.id !== id && !known.has(seat.id)
    && seat.person.role === "participant")];
}

/** @param {Person|undefined} person */
function whole(person) {
  return person?.school ? t("common.nameOfSchool", { name: nameText(person), school: person.school }) : nameText(person);
}

/**
 * Asks with whom.
 * @param {Desk} desk @param {string} id @param {HTMLElement} anchor @param {HTMLElement} trouble
 */
export function openMerge(desk, id, anchor, trouble) {
  const room = desk.state?.room;
  const person = room?.people?.[id];
  if (!room || !person) return;
  openMenu(anchor, { name: ["console.run.mergeTitle", { name: nameText(person) }],
    head: t("console.run.mergeTitle", { name: whole(person) }),
    items: others(room, id).map((seat) => ({ text: whole(seat.person),
      run: () => { merge(desk, id, seat.id, trouble); } })) });
}

/**
 * Makes them one, once it is meant.
 * @param {Desk} desk @param {string} id @param {string} into who stays @param {HTMLElement} trouble
 */
export async function merge(desk, id, into, trouble) {
  const people = desk.state?.room?.people;
  const params = { name: whole(people?.[id]), other: whole(people?.[into]) };
  const isSure = await confirm({ title: ["console.run.mergeAsk", params], text: ["console.run.mergeText", params],
    yes: "console.run.mergeGo" });
  if (isSure) await desk.act(mergePerson(id, into), trouble);
}
