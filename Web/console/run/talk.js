// Knows the panel under the present segment: chat and question wall as two tabs.
import { el, say, show } from "../../shared/page/html.js";
import { chatPanel } from "./chat.js";
import { hint } from "../keys.js";
import { questionsPanel } from "./questions.js";

/** @typedef {"chat"|"questions"} Tab */

/**
 * The part.
 * @param {import("../desk.js").Desk} desk
 */
export function talkPart(desk) {
  const chat = chatPanel(desk);
  const questions = questionsPanel(desk);
  const panels = { chat: chat.node, questions: questions.node };
  /** @type {Record<Tab, HTMLButtonElement>} */
  const tabs = {
    chat: hint(tab("chat", "console.run.chat"), "chat"),
    questions: hint(tab("questions", "console.run.questions"), "questions"),
  };
  const node = el("section", { class: "console-card console-talk", label: "console.run.chat", data: { tab: "chat" } },
    el("div", { class: "console-talk-tabs", role: "tablist", label: "console.run.chat" }, tabs.chat, tabs.questions),
    ...Object.values(panels));
  for (const [name, panel] of Object.entries(panels)) {
    panel.id = `talk-${name}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", `talk-tab-${name}`);
  }
  node.addEventListener("keydown", (event) => {
    if (!(event.target instanceof HTMLElement) || event.target.getAttribute("role") !== "tab") return;
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = event.target === tabs.chat ? "questions" : "chat";
    open(other);
    tabs[other].focus();
  });

  /**
   * @param {Tab} which
   * @param {string} key
   */
  function tab(which, key) {
    return el("button", { type: "button", role: "tab", class: "console-tab", id: `talk-tab-${which}`,
      "aria-controls": `talk-${which}`, t: key, on: { click: () => open(which) } });
  }

  /** @param {Tab} which */
  function open(which) {
    for (const one of /** @type {Tab[]} */ (["chat", "questions"])) {
      const isOpen = one === which;
      show(panels[one], isOpen);
      tabs[one].setAttribute("aria-selected", String(isOpen));
      tabs[one].tabIndex = isOpen ? 0 : -1;
    }
    if (which === "chat") chat.toEnd();
  }

  open("chat");
  return {
    node,
    open,
    /** Opens the chat to write. */
    write() {
      open("chat");
      chat.write();
    },
    /** Opens the questions with the keyboard on them. */
    showQuestions() {
      open("questions");
      tabs.questions.focus();
    },
    toEnd: chat.toEnd,
    /** @param {import("../../shared/line/store.js").State} state */
    update(state) {
      chat.update(state);
      questions.update(state);
      const n = (state.room?.questions ?? []).filter((one) => !one.isAnswered && !one.isHidden).length;
      if (n > 0) say(tabs.questions, "console.run.questionsCount", { n });
      else say(tabs.questions, "console.run.questions");
    },
  };
}
