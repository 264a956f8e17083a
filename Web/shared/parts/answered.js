// Knows in which words it is said how many have answered a prompt: of anonymous ones nothing before there are enough.
import { say } from "../page/html.js";
import { answeredOf } from "../model/prompts.js";
import { limit } from "../limits.js";

/**
 * @param {HTMLElement} node @param {import("../model/types.js").Room} room
 * @param {import("../model/types.js").Prompt} prompt
 */
export function sayAnswered(node, room, prompt) {
  const few = limit("fewestAnonymous");
  if (prompt.circle !== "anonymous") {
    const { answered: n, all } = answeredOf(room, prompt);
    say(node, "prompts.answered", { n, all });
  } else if (prompt.handedIn >= few) say(node, "anonymous.answered", { count: prompt.handedIn });
  else say(node, "anonymous.counting", { n: few });
}
