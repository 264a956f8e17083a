// Knows what people offer and need as facts change it, and the list they choose from. Mirrors Room+Topics.swift.
import { present } from "./present.js";

/** @param {import("../model/types.js").Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyTopics(room, { name, fields }) {
  const person = room.people?.[fields.person];
  switch (name) {
    case "topicsSet":
      room.topics = fields.topics;
      return true;
    case "offersSet":
      if (person) person.offers = fields.topics;
      return true;
    case "needsSet":
      if (person) person.needs = fields.topics;
      return true;
    case "teachingSet":
      if (person) present(Object.assign(person, { teaching: fields.teaching }));
      return true;
    default: return false;
  }
}
