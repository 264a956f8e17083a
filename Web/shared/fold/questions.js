// Knows the question wall as facts change it. Mirrors Room+Questions.swift; what is hidden loses its text for all but
// the leads, and is not there at all for walls and guests.
import { present } from "./present.js";

/** @param {import("../model/types.js").Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyQuestions(room, { name, fields, at, isLead, viewer }) {
  const questions = room.questions ?? [];
  const question = questions.find((one) => one.id === fields.question);
  switch (name) {
    case "questionAsked":
      room.questions = questions;
      questions.push(present({
        id: fields.question, author: fields.person, name: fields.name, text: fields.text, at, supporters: [],
        isAnswered: false, isHidden: false,
      }));
      return true;
    case "questionSupported":
      question?.supporters.push(fields.person);
      return true;
    case "questionAnswered":
      if (question) question.isAnswered = true;
      return true;
    case "questionHidden":
      if (question && (viewer === "wall" || viewer === "guest")) questions.splice(questions.indexOf(question), 1);
      else if (question) {
        question.isHidden = true;
        if (!isLead) delete question.text;
      }
      return true;
    default: return false;
  }
}
