// Knows the chat as facts change it. Mirrors Room+Chat.swift; what is hidden loses its text for all but the leads.
import { present } from "./present.js";
import { anyGroup } from "../model/group.js";
import { limit } from "../limits.js";

/** @param {import("../model/types.js").Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyChat(room, { name, fields, at, isLead }) {
  const messages = room.messages ?? [];
  const message = messages.find((one) => one.id === fields.message);
  switch (name) {
    case "messagePosted":
      room.messages = messages;
      messages.push(present({
        id: fields.message, author: fields.person, name: fields.name, text: fields.text, at, re: fields.re,
        group: fields.group, isWithdrawn: false, isHidden: false, reactions: {},
      }));
      // As many as a welcome brings; older ones go.
      messages.splice(0, Math.max(0, messages.length - limit("messagesInWelcome")));
      if (isLead) act(room, fields.group, at);
      return true;
    case "messageCorrected":
      if (message) present(Object.assign(message, { text: fields.text, correctedAt: at }));
      return true;
    case "messageWithdrawn":
      if (message) {
        message.isWithdrawn = true;
        delete message.text;
      }
      return true;
    case "messageRestored":
      if (message) {
        message.text = fields.text;
        message.isWithdrawn = false;
      }
      return true;
    case "messageHidden":
      if (message) {
        message.isHidden = true;
        if (!isLead) delete message.text;
      }
      return true;
    case "reactionAdded":
      if (message) (message.reactions[fields.reaction] ??= []).push(fields.person);
      return true;
    case "reactionRemoved": {
      if (!message) return true;
      const left = (message.reactions[fields.reaction] ?? []).filter((person) => person !== fields.person);
      if (left.length > 0) message.reactions[fields.reaction] = left;
      else delete message.reactions[fields.reaction];
      return true;
    }
    default: return false;
  }
}

/**
 * The last act of a group is what its leads look at.
 * @param {import("../model/types.js").Room} room @param {string|undefined} id @param {number} at
 */
function act(room, id, at) {
  const group = id ? anyGroup(room, id) : undefined;
  if (group) group.lastActAt = at;
}
