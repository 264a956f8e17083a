// Knows the panels beside the present segment: chat, questions, quick check and taking part, as tabs; on a wide screen
// the chat has a column of its own and the others unfold under the act.
import { el, say, show } from "../../shared/page/html.js";
import { answeredCount, openPulse } from "../../shared/model/selectors.js";
import { chatPanel } from "./chat.js";
import { hint } from "../keys.js";
import { pulseAudience, pulsePanel } from "./pulse.js";
import { questionsPanel } from "./questions.js";
import { takingPartPanel } from "../part/taking-part.js";

/** @typedef {"chat"|"questions"|"pulse"|"part"} Tab */

/** @type {Tab[]} */
const TABS = ["chat", "questions", "pulse", "part"];
/** From here on nothing has to hide behind a tab. */
const WIDE = "(min-width: 100rem) and (min-height: 36rem)";

/**
 * The part; `unfolded` is the place for what leaves the tabs on a wide screen.
 * @param {import("../desk.js").Desk} desk
 */
export function talkPart(desk) {
  const chat = chatPanel(desk);
  const questions = questionsPanel(desk);
  const pulse = pulsePanel(desk);
  const part = takingPartPanel();
  /** @type {Record<Tab, HTMLElement>} */
  const panels = { chat: chat.node, questions: questions.node, pulse: pulse.node, part: part.node };
  /** @type {Record<Tab, HTMLButtonElement>} */
  const tabs = {
    chat: hint(tab("chat", "console.run.chat"), "chat"),
    questions: hint(tab("questions", "console.run.questions"), "questions"),
    pulse: tab("pulse", "console.run.pulse"),
    part: tab("part", "console.run.takingPart"),
  };
  const bar = el("div", { class: "tabs console-talk-tabs", role: "tablist", label: "console.run.panels" },
    ...TABS.map((one) => tabs[one]));
  const title = el("h2", { t: "console.run.chat", id: "talk-title", tabindex: "-1" });
  const alone = el("div", { class: "part-head", hidden: true }, title);
  const node = el("section", { class: "console-part console-talk", label: "console.run.panels", data: { tab: "chat" } },
    bar, alone);
  const unfolded = el("div", { class: "console-unfolded", data: { tab: "now" }, hidden: true });
  /** @type {Record<Tab, HTMLElement>} */
  const heads = { chat: title, questions: head("questions", "console.run.questions"),
    pulse: head("pulse", "console.run.pulse"), part: head("part", "console.run.takingPart") };
  const sections = new Map(TABS.filter((one) => one !== "chat").map((one) => [one,
    el("section", { class: "console-part", "aria-labelledby": `unfolded-${one}` },
      el("div", { class: "part-head" }, heads[one]))]));
  unfolded.append(...sections.values());
  const wide = matchMedia(WIDE);
  /** @type {Tab} */
  let shown = "chat";

  bar.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    open(TABS[(TABS.indexOf(shown) + by + TABS.length) % TABS.length]);
    tabs[shown].focus();
  });

  /** @param {Tab} which @param {string} key */
  function tab(which, key) {
    return el("button", { type: "button", role: "tab", class: "tab console-tab", id: `talk-tab-${which}`,
      "aria-controls": `talk-${which}`, t: key, on: { click: () => open(which) } });
  }

  /** @param {Tab} which @param {string} key */
  function head(which, key) { return el("h2", { id: `unfolded-${which}`, t: key, tabindex: "-1" }); }

  /** Moves the panels to where this width has them; what is typed in them stays. */
  function arrange() {
    for (const [one, section] of sections) (wide.matches ? section : node).append(panels[one]);
    for (const one of TABS) {
      panels[one].id = `talk-${one}`;
      if (wide.matches) {
        panels[one].removeAttribute("role");
        panels[one].removeAttribute("aria-labelledby");
      } else {
        panels[one].setAttribute("role", "tabpanel");
        panels[one].setAttribute("aria-labelledby", `talk-tab-${one}`);
      }
    }
    show(unfolded, wide.matches);
    show(bar, !wide.matches);
    show(alone, wide.matches);
    open(shown);
  }

  /** @param {Tab} which */
  function open(which) {
    shown = which;
    node.dataset.shown = which;
    for (const one of TABS) {
      const isOpen = one === which;
      show(panels[one], wide.matches || isOpen);
      tabs[one].setAttribute("aria-selected", String(isOpen));
      tabs[one].tabIndex = isOpen ? 0 : -1;
    }
    if (which === "chat") chat.toEnd();
  }

  node.append(panels.chat);
  arrange();
  wide.addEventListener("change", arrange);

  return {
    node,
    unfolded,
    /**
     * Opens a panel with the keyboard on it.
     * @param {Tab} which
     */
    go(which) {
      open(which);
      if (wide.matches) heads[which].focus();
      else tabs[which].focus();
    },
    /** Opens the chat to write. */
    write() {
      open("chat");
      chat.write();
    },
    toEnd: chat.toEnd,
    unseen: chat.unseen,
    endPulse: pulse.end,
    tick: part.tick,
    stop() { wide.removeEventListener("change", arrange); },
    /** @param {import("../../shared/line/store.js").State} state */
    update(state) {
      for (const panel of [chat, questions, pulse, part]) panel.update(state);
      const { room } = state;
      const n = (room?.questions ?? []).filter((one) => !one.isAnswered && !one.isHidden).length;
      if (n > 0) say(tabs.questions, "console.run.questionsCount", { n });
      else say(tabs.questions, "console.run.questions");
      const asked = room?.details.phase === "open" ? openPulse(room) : null;
      const able = room && asked ? pulseAudience(room).able : 0;
      const answered = asked ? answeredCount(asked) : 0;
      if (asked && answered <= able) say(tabs.pulse, "console.run.pulseCount", { n: answered, all: able });
      else say(tabs.pulse, "console.run.pulse");
    },
  };
}
