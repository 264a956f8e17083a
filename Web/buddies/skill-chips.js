// Knows the topics of the meetings as taps beside a text in which one may also write others: the same words in both
// places, so that what one says here meets what others said there.
import { el, list, put } from "../shared/page/html.js";
import { alikeKey } from "../shared/texts/alike.js";
import { language } from "../shared/texts/i18n.js";

/** @typedef {{id: string, names: Record<string, string>}} Topic */

/** @param {string} text */
export function linesOf(text) { return text.split("\n").map((line) => line.trim()).filter(Boolean); }

/**
 * Whether a line is a topic, in whichever language it was written.
 * @param {Topic} topic @param {string} line
 */
export function isTopic(topic, line) {
  return Object.values(topic.names).some((name) => alikeKey(name) === alikeKey(line));
}

/** @param {Topic} topic */
export function topicText(topic) {
  return topic.names[language()] ?? topic.names.en ?? topic.names.cy ?? topic.id;
}

/**
 * @param {HTMLTextAreaElement} input the lines
 * @param {Topic[]} topics
 * @param {string} label what they are for
 */
export function skillChips(input, topics, label) {
  const element = el("div", { class: "buddy-picks", role: "group", label });
  /** @param {Topic} topic */
  const tap = (topic) => {
    const lines = linesOf(input.value);
    const left = lines.filter((line) => !isTopic(topic, line));
    input.value = (left.length < lines.length ? left : [...lines, topicText(topic)]).join("\n");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const update = () => list(element, topics, (topic) => topic.id,
    (topic) => el("button", { type: "button", class: "button buddy-pick", on: { click: () => tap(topic) } }),
    (node, topic) => {
      put(node, topicText(topic));
      // The tick before it is for the eyes.
      node.setAttribute("aria-label", topicText(topic));
      node.setAttribute("aria-pressed", String(linesOf(input.value).some((line) => isTopic(topic, line))));
    });
  input.addEventListener("input", update);
  update();
  return element;
}
