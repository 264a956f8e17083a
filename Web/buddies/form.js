// Knows the form of somebody who wants a buddy: one page, asked once, changed whenever they like.
import { el, say, show } from "../shared/page/html.js";
import { PLACES, townOf } from "./places.js";
import { field, focusFirstError } from "../shared/parts/field.js";
import { SCHOOL_PHASES } from "../shared/model/phases.js";
import { linesOf, skillChips, topicText } from "./skill-chips.js";
import { limit } from "../shared/limits.js";

/** @typedef {import("./main.js").Desk} Desk */

export const BANDS = ["0-2", "3-5", "6-10", "11+"];
export const DISTANCES = [10, 20, 40, 80, 160];

/**
 * @param {Desk} desk
 * @param {Record<string, any>|undefined} wish what was said before
 * @param {() => void} [onDone]
 * @returns {HTMLElement}
 */
export function buddyForm(desk, wish, onDone) {
  // What somebody said at a meeting need not be said again.
  const { topics = [], known } = desk.page;
  const contact = field(el("input", { name: "contact", maxlength: limit("networkContactLength"), required: true,
    value: wish?.contact ?? "", autocomplete: "email" }), { label: "buddies.form.contact", hint: "buddies.form.contactHint" });
  const phase = choice("phase", SCHOOL_PHASES.map((one) => [one, `buddies.phase.${one}`]), wish?.phase ?? known?.teaching);
  const band = choice("band", BANDS.map((one) => [one, `buddies.band.${one}`]), wish?.band);
  const subject = field(el("input", { name: "subject", maxlength: limit("networkSkillLength"), autocomplete: "off",
    value: wish?.subject ?? "" }), { label: "buddies.form.subject" });
  const said = (/** @type {"offers"|"needs"} */ kind) => wish?.[kind] ?? topicTexts(topics, known?.[kind] ?? []);
  const [offers, needs] = [skills("offers", said("offers"), topics, "buddies.form.linesHint"),
    skills("needs", said("needs"), topics, "buddies.form.needsHint")];
  const farthest = choice("farthest", [["", "buddies.form.anywhere"],
    ...DISTANCES.map((one) => /** @type {[string, any]} */ ([String(one), ["buddies.form.within", { kilometres: one }]]))],
    String(wish?.farthestKilometres ?? ""));
  const town = choice("town", [["", "buddies.form.noTown"],
    ...Object.keys(PLACES).map((one) => /** @type {[string, string]} */ ([one, `place.${one}`]))],
    wish?.place ? townOf(wish.place) : "", "buddies.form.townHint");
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const go = el("button", { class: "button primary wide", t: wish ? "common.save" : "buddies.form.go" });
  const form = el("form", { class: "stack", novalidate: true },
    !wish && known ? el("p", { class: "notice small", t: "buddies.form.known" }) : null,
    contact.node, phase.node, band.node, subject.node, needs.node, offers.node, farthest.node, town.node, trouble, go,
    el("p", { class: "hint", t: "buddies.form.privacy" }));

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    show(trouble, false);
    contact.fail(contact.input.value.trim() ? null : "buddies.form.contactMissing");
    phase.fail(phase.input.value ? null : "buddies.form.phaseMissing");
    band.fail(band.input.value ? null : "buddies.form.bandMissing");
    town.fail(farthest.input.value && !town.input.value ? "buddies.form.townMissing" : null);
    const lists = [offers, needs].map((one) => {
      const list = linesOf(one.input.value);
      const [most, length] = [limit("networkSkills"), limit("networkSkillLength")];
      if (list.length > most) one.fail("buddies.form.tooMany", { most });
      else one.fail(list.some((line) => line.length > length) ? "buddies.form.tooLong" : null, { most: length });
      return list;
    });
    if (focusFirstError([contact, phase, band, needs, offers, town])) return;
    const place = PLACES[town.input.value];
    go.disabled = true;
    const isDone = await desk.act({ optInBuddy: { wish: {
      contact: contact.input.value, phase: phase.input.value, band: band.input.value,
      offers: lists[0], needs: lists[1],
      ...(subject.input.value.trim() ? { subject: subject.input.value } : {}),
      ...(farthest.input.value ? { farthestKilometres: Number(farthest.input.value) } : {}),
      ...(place ? { place: { latitudeTenths: place[0], longitudeTenths: place[1] } } : {}),
    } } }, trouble);
    go.disabled = false;
    if (isDone) onDone?.();
  });
  return form;
}

/**
 * Topics by name, in the language of the page.
 * @param {import("./skill-chips.js").Topic[]} topics @param {string[]} ids
 */
function topicTexts(topics, ids) {
  return ids.flatMap((id) => topics.filter((topic) => topic.id === id).map(topicText));
}

/**
 * What somebody offers or looks for: the topics of the meetings by taps, others as lines.
 * @param {"offers"|"needs"} name @param {string[]} said
 * @param {import("./skill-chips.js").Topic[]} topics @param {string} hint
 */
function skills(name, said, topics, hint) {
  const input = el("textarea", { name, rows: "3", value: said.join("\n") });
  const made = field(input, { label: `buddies.form.${name}`, hint });
  if (topics.length > 0) {
    const label = `buddies.form.chips.${name}`;
    input.before(el("details", { class: "buddy-more" }, el("summary", { t: label }), skillChips(input, topics, label)));
  }
  return made;
}

/**
 * A list to choose one from.
 * @param {string} name
 * @param {[string, any][]} options value and key
 * @param {string|undefined} chosen
 * @param {string} [hint]
 */
export function choice(name, options, chosen, hint) {
  const first = options.some(([value]) => value === "") ? [] : [el("option", { value: "", t: "buddies.form.choose" })];
  const select = el("select", { name }, ...first,
    ...options.map(([value, key]) => el("option", { value, t: key })));
  select.value = chosen ?? "";
  return field(select, { label: `buddies.form.${name}`, hint });
}

/**
 * The first page of somebody who does not take part.
 * @param {Desk} desk
 */
export function buddyInvitation(desk) {
  const steps = el("ol", { class: "buddy-steps" }, ...["one", "two", "three"].map((one) =>
    el("li", { t: `buddies.intro.${one}` })));
  const heading = el("h1", { tabindex: "-1" });
  say(heading, "buddies.intro.title");
  return el("section", { class: "stack" }, heading, el("p", { t: "buddies.intro.text" }), steps,
    buddyForm(desk, undefined));
}
