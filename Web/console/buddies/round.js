// Knows how a coordinator forms buddies: the rule, a look at what comes of it and why, and asking the people.
import { el, say, show } from "../../shared/page/html.js";
import { DISTANCES } from "../../buddies/form.js";
import { askBuddies } from "./call.js";
import { groupsOf, proposalPart } from "./proposal.js";
import { sayFailure } from "../failure.js";
import { field } from "../../shared/parts/field.js";

const LIKES = ["any", "same", "different"];

/**
 * @param {(overview: Record<string, any>) => void} onPublished
 * @returns {{node: HTMLElement}}
 */
export function roundBox(onPublished) {
  const [subject, phase] = ["subject", "phase"].map((name) => field(
    el("select", { name }, ...LIKES.map((value) => el("option", { value, t: `console.buddies.like.${value}` }))),
    { label: `console.buddies.${name}` }));
  const farthest = field(el("select", { name: "farthest" }, el("option", { value: "", t: "buddies.form.anywhere" }),
    ...DISTANCES.map((one) => el("option", { value: String(one), t: ["buddies.form.within", { kilometres: one }] }))),
  { label: "console.buddies.farthest" });
  const sameSchool = el("input", { type: "checkbox", name: "same-school" });
  const who = ["without", "everybody"].map((value) => el("input", { type: "radio", name: "who", value,
    checked: value === "without" }));
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const note = el("p", { class: "quiet", role: "status" });
  const look = el("button", { class: "button primary", t: "console.buddies.look" });
  const result = el("div", { class: "console-lists" });
  const form = el("form", { class: "console-form", novalidate: true },
    el("fieldset", { class: "choices" }, el("legend", { t: "console.buddies.who" }), ...who.map((input) =>
      el("label", { class: "choice" }, input, el("span", { t: `console.buddies.${input.value}` })))),
    el("div", { class: "console-pair" }, subject.node, phase.node, farthest.node),
    el("label", { class: "choice" }, sameSchool, el("span", { t: "console.buddies.sameSchool" })),
    trouble, el("div", { class: "console-actions" }, look, note));
  const node = el("section", { class: "console-panel" }, el("h2", { t: "console.buddies.rule" }), form, result);

  const wish = () => ({
    rule: { subject: subject.input.value, phase: phase.input.value, allowsSameSchool: sameSchool.checked,
      ...(farthest.input.value ? { farthestKilometres: Number(farthest.input.value) } : {}) },
    everybody: who[1].checked,
  });
  // What was looked at belongs to the rule as it was.
  const forget = () => {
    result.replaceChildren();
    look.className = "button primary";
  };
  form.addEventListener("change", forget);

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    show(trouble, false);
    look.disabled = true;
    say(note, "console.buddies.looking");
    try {
      const asked = wish();
      const preview = await askBuddies("preview", asked);
      note.textContent = "";
      draw(asked, preview, preview);
      // One thing to do next: ask them.
      look.className = preview.groups.length ? "button" : "button primary";
      result.querySelector("h3")?.focus();
    } catch (failure) {
      note.textContent = "";
      sayFailure(trouble, failure, { notFound: "console.buddies.nobody" });
    }
    look.disabled = false;
  });

  /**
   * @param {ReturnType<typeof wish>} asked @param {Record<string, any>} preview
   * @param {Record<string, any>} found as the engine proposed it
   */
  function draw(asked, preview, found) {
    result.replaceChildren(proposalPart({ preview, isChanged: preview !== found,
      onPublish: () => publish(asked, preview, preview !== found),
      onBack: () => draw(asked, found, found),
      onChange: async (groups) => {
        show(trouble, false);
        try {
          draw(asked, await askBuddies("preview", { ...asked, groups }), found);
        } catch (failure) {
          sayFailure(trouble, failure);
        }
        result.querySelector("h3")?.focus();
      } }));
  }

  /**
   * @param {ReturnType<typeof wish>} asked @param {Record<string, any>} preview
   * @param {boolean} byHand whether it was changed by hand
   */
  async function publish(asked, preview, byHand) {
    show(trouble, false);
    try {
      const overview = await askBuddies("publish", { ...asked, groups: groupsOf(preview), ...byHand ? { byHand } : {} });
      forget();
      say(note, "console.buddies.published");
      onPublished(overview);
    } catch (failure) {
      forget();
      sayFailure(trouble, failure);
    }
  }

  return { node };
}
