// Knows what those who lead read before a meeting: who is new, what they want, who could welcome them and why. Without
// anybody new there is nothing.
import { el, say, show } from "../../shared/page/html.js";
import { language, onLanguage, t } from "../../shared/texts/i18n.js";
import { ask } from "../asking.js";

/** @typedef {Record<string, string>} Skill its name in each language */
/** @typedef {{code: string, skills?: Skill[], phase?: string, subject?: string}} Reason */
/** @typedef {{name: string, school?: string, reasons: Reason[]}} Welcoming */
/** @typedef {{name: string, school?: string, newness: "first"|"second", wants: Skill[], welcome: Welcoming[]}} New */
/** @typedef {{newcomers: New[], more: number}} Told */

/** So many stand open. */
const OPEN = 3;

/** @param {Skill[]} skills */
const named = (skills) => skills.map((names) => names[language()] ?? Object.values(names)[0] ?? "").join(", ");

/** @param {Reason} reason */
function reasonText({ code, skills = [], phase, subject }) {
  return t(`newcomers.why.${code}`, { skills: named(skills), phase: phase ? t(`buddies.phase.${phase}`) : "",
    subject: subject ?? "" });
}

/** @param {Welcoming} one */
function welcomeText({ name, reasons }) {
  return t("newcomers.welcomes", { name, reasons: reasons.map(reasonText).join(", ") });
}

/** @param {New} one */
function row({ name, school, newness, wants, welcome }) {
  return el("li", {},
    el("div", {},
      el("p", {}, el("span", { class: "read", text: name }), school ? " " : null,
        school ? el("span", { class: "quiet", text: school }) : null),
      el("p", { class: "quiet", t: `newcomers.${newness}` })),
    el("div", {},
      wants.length > 0 ? el("p", { t: ["newcomers.wants", { skills: named(wants) }] })
        : el("p", { class: "quiet", t: "newcomers.wantsUnknown" }),
      welcome.length > 0 ? el("p", { t: ["newcomers.welcome", { names: welcome.map(welcomeText).join("; ") }] }) : null));
}

/**
 * The part. It is asked for once: that somebody looked at it is written down.
 * @param {import("../desk.js").Desk} desk
 */
export function newcomersPart(desk) {
  const rows = el("ul", { class: "newcomers" });
  const others = el("ul", { class: "newcomers" });
  const summary = el("summary", {});
  const fold = el("details", { hidden: true }, summary, others);
  const more = el("p", { class: "quiet small", hidden: true });
  const node = el("section", { class: "plan-part newcomers-part", "aria-labelledby": "newcomers-title", hidden: true },
    el("div", { class: "part-head" }, el("h2", { id: "newcomers-title", t: "newcomers.title" }),
      el("span", { t: "newcomers.only" })), rows, fold, more);
  let isAsked = false;
  /** @type {Told|null} */
  let told = null;

  async function load() {
    try {
      told = await ask("/api/ahead", { meeting: desk.meeting });
      draw();
    } catch {
      // It comes beside what is prepared: who is offline reads so where they prepare.
    }
  }

  function draw() {
    if (!told) return;
    const { newcomers } = told;
    rows.replaceChildren(...newcomers.slice(0, OPEN).map(row));
    others.replaceChildren(...newcomers.slice(OPEN).map(row));
    show(node, newcomers.length > 0);
    show(fold, newcomers.length > OPEN);
    say(summary, "newcomers.others", { count: newcomers.length - OPEN });
    show(more, told.more > 0);
    say(more, "newcomers.more", { count: told.more });
  }

  return {
    node,
    /** @param {import("../../shared/line/store.js").State} state */
    update({ room, isRehearsal }) {
      if (isAsked || !room || isRehearsal || room.details.phase !== "planned") return;
      isAsked = true;
      load();
    },
    stop: onLanguage(draw),
  };
}
