// Knows a group's notes as facts change them. Mirrors Room+Cards.swift; what other groups wrote comes when the round is
// over, in `harvest`.
import { present } from "./present.js";
import { anyGroup } from "../model/group.js";

/** @typedef {import("../model/types.js").Room} Room */
/** @typedef {import("../model/types.js").Card} Card */

/** @param {Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyCards(room, { name, fields, at, isLead }) {
  /** @type {Record<string, (cards: Card[], card: Card|undefined) => void>} */
  const changes = {
    cardWritten: (cards) => cards.push(present({
      id: fields.card, author: fields.person, name: fields.name, text: fields.text, at, re: fields.re,
      isReport: fields.isReport, stars: [],
    })),
    cardEdited: (cards, card) => { if (card) present(Object.assign(card, { text: fields.text, editedAt: at })); },
    cardMoved: (cards, card) => {
      if (!card) return;
      cards.splice(cards.indexOf(card), 1);
      cards.splice(Math.min(Math.max(0, fields.index), cards.length), 0, card);
    },
    cardWithdrawn: (cards, card) => { if (card) present(Object.assign(card, { text: undefined, stars: [] })); },
    cardRestored: (cards, card) => { if (card) card.text = fields.text; },
    cardStarred: (cards, card) => card?.stars.push(fields.person),
    cardUnstarred: (cards, card) => {
      if (card) card.stars = card.stars.filter((person) => person !== fields.person);
    },
  };
  if (!Object.hasOwn(changes, name)) return false;
  const group = anyGroup(room, fields.group);
  if (!group) return true;
  const card = [...group.cards].reverse().find((one) => one.id === fields.card);
  changes[name](group.cards, card);
  // Taking back is no act that says that the group goes on.
  const isAct = isLead && name !== "cardWithdrawn" && name !== "cardRestored" && name !== "cardUnstarred" && (name !== "cardMoved" || card);
  if (isAct) group.lastActAt = at;
  return true;
}

/** @typedef {{group: string, cards: Card[], cardsLeftOut?: number}} NotesOfGroup */

/**
 * What every group wrote for everybody, once a round is over. Whoever has a group's notes sat there and keeps them.
 * @param {Room} room @param {{round: string, groups: NotesOfGroup[]}} harvest
 */
export function takeHarvest(room, { round: id, groups }) {
  const round = room.rounds?.find((one) => one.id === id);
  for (const { group, cards, cardsLeftOut } of groups) {
    const found = round?.groups.find((one) => one.id === group);
    if (found && found.cards.length === 0) present(Object.assign(found, { cards, cardsLeftOut }));
  }
}

/**
 * All that was written where I sat when a round ended, in place of what is for everybody.
 * @param {Room} room @param {NotesOfGroup[]} notes
 */
export function takeOwnNotes(room, notes) {
  for (const { group, cards, cardsLeftOut } of notes) {
    const found = anyGroup(room, group);
    if (found) present(Object.assign(found, { cards, cardsLeftOut }));
  }
}
