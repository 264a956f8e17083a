// Knows the four switches of a meeting, each with what it does in plain words, and the topics of its groups.
import { el, say, show } from "../../shared/page/html.js";
import { recall, remember } from "../../shared/page/stored.js";
import { setOptions } from "../../shared/model/commands.js";
import { setTopics } from "../../shared/model/commands-groups.js";
import { topicEditor } from "./topics.js";

/** @typedef {import("../../shared/model/types.js").Options} Options */
/** @typedef {import("../desk.js").Desk} Desk */

/** @type {(keyof Options)[]} */
const NAMES = ["lobby", "leastHeardFirst", "pulseAfterTalk", "chat"];

/**
 * The switches; a change is said at once.
 * @param {Desk} desk
 * @returns {{node: HTMLElement, update: (state: import("../../shared/line/store.js").State) => void}}
 */
export function optionSwitches(desk) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  /** @type {Map<keyof Options, HTMLInputElement>} */
  const boxes = new Map();
  const rows = NAMES.map((name) => {
    const box = el("input", { type: "checkbox", name, "aria-describedby": `option-${name}-text` });
    boxes.set(name, box);
    box.addEventListener("change", () => change());
    return el("div", { class: "console-option" },
      el("label", { class: "choice" }, box, el("span", { t: `console.options.${name}` })),
      el("p", { class: "hint", id: `option-${name}-text`, t: `console.options.${name}Text` }));
  });

  const topics = topicFold(desk);

  async function change() {
    const wanted = /** @type {Options} */ (Object.fromEntries([...boxes].map(([name, box]) => [name, box.checked])));
    const isDone = await desk.act(setOptions(wanted), trouble);
    if (!isDone && desk.state) update(desk.state);
  }

  /** @param {import("../../shared/line/store.js").State} state */
  function update({ room, pending }) {
    if (room) topics.update(room);
    if (!room || pending.some((item) => "setOptions" in item.do)) return;
    const isOver = room.details.phase === "ended";
    for (const [name, box] of boxes) {
      box.checked = room.details.options[name];
      box.disabled = isOver;
    }
    if (isOver) show(trouble, false);
  }

  return { node: el("div", { class: "console-options" }, ...rows, trouble, topics.node), update };
}

/**
 * The topics, folded away; what is being typed is never overwritten by what others change.
 * @param {Desk} desk
 */
function topicFold(desk) {
  let shown = "";
  let isTouched = false;
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const note = el("span", { class: "quiet", role: "status" });
  const place = `draft.console.${desk.meeting}.topics`;
  const editor = topicEditor(() => {
    isTouched = true;
    remember(place, editor.values(), "session");
    say(note, "plan.unsaved");
  });
  const save = el("button", { type: "button", class: "button", t: "forming.topics.save", on: { click: async () => {
    if (!await desk.act(setTopics(editor.values()), trouble)) return;
    isTouched = false;
    remember(place, null, "session");
    say(note, "console.saved");
  } } });
  const node = el("details", { class: "forming-fold" }, el("summary", { t: "forming.topics" }),
    el("p", { class: "hint", t: "forming.topics.hint" }), editor.node, trouble,
    el("div", { class: "console-actions" }, save, note));
  return {
    node,
    /** @param {import("../../shared/model/types.js").Room} room */
    update({ topics = [] }) {
      const now = JSON.stringify(topics);
      if (isTouched || now === shown) return;
      // What was typed and not saved before the page was loaded again.
      const kept = shown === "" ? recall(place, "session") : null;
      shown = now;
      isTouched = Array.isArray(kept);
      if (isTouched) say(note, "plan.unsaved");
      editor.fill(isTouched ? kept : topics);
      node.open ||= isTouched;
    },
  };
}
