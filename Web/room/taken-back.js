// Knows how somebody puts back what they took back: the words are still on this page, and go with the wish.
import { restoreMessage } from "../shared/model/commands.js";
import { restoreCard } from "../shared/model/commands-groups.js";

/** @typedef {import("../shared/model/types.js").Room} Room */

/**
 * The wish that puts back what `command` takes back; null for every other. To be asked before it is carried out.
 * @param {Record<string, any>} command @param {Room|null} room
 */
export function putBackOf(command, room) {
  const message = room?.messages?.find((one) => one.id === command.withdrawMessage?.message);
  if (message?.text) return restoreMessage(message.id, message.text);
  const card = allCards(room).find((one) => one.id === command.withdrawCard?.card);
  return card?.text ? restoreCard(card.id, card.text) : null;
}

/** @param {Room|null} room */
function allCards(room) {
  return (room?.rounds ?? []).flatMap((round) => round.groups.flatMap((group) => group.cards));
}
