// Knows how somebody comes in: a name and a school the first time, one button ever after.
import { dayOf, timeOfDay } from "../shared/texts/dates.js";
import { onLanguage } from "../shared/texts/i18n.js";
import { el, put, say, show } from "../shared/page/html.js";
import { limit } from "../shared/limits.js";

/** @typedef {import("../shared/model/types.js").AttendanceMode} AttendanceMode */
/** @typedef {{name?: string, school?: string, mode: AttendanceMode, tier: string}} JoinWish */
/** @typedef {Record<string, any>} Door the answer of /api/door */

/** @type {AttendanceMode[]} */
export const CHOSEN_MODES = ["remote", "room_device", "table_device"];

/**
 * @param {Door} door
 * @param {{onJoin: (wish: JoinWish) => Promise<string|null>, onForget: () => void, onOther: () => void}} options
 *   `onJoin` resolves with what to say, or null when the next screen is there
 */
export function doorJoin(door, { onJoin, onForget, onOther }) {
  const isKnown = Boolean(door.you);
  const isGuest = door.kind === "guest";
  const problem = el("p", { class: "problem", role: "alert", hidden: true });
  const name = textField("name", "join.name", "given-name", limit("nameLength"));
  const school = textField("school", "join.school", "organization", limit("schoolLength"));
  const asksSchool = !isKnown && !isGuest;
  const countOnly = el("input", { type: "checkbox", id: "count-only", checked: door.you?.tier === "count_only" });
  const modes = modeChoices(door.you?.mode ?? "remote");
  // A table's device has a name of its own, and its people come after it.
  const render = () => {
    const isTable = !isGuest && modes.chosen() === "table_device";
    show(name.element, !isKnown || isTable);
    show(school.element, asksSchool && !isTable);
    say(name.label, isTable ? "join.tableName" : "join.name");
    name.missing = isTable ? "join.tableNameMissing" : "join.nameMissing";
    return [...(name.element.hidden ? [] : [name]), ...(school.element.hidden ? [] : [school])];
  };
  modes.element.addEventListener("change", render);
  const when = el("p", { class: "quiet" });
  const button = el("button", { class: "button primary wide", t: isKnown ? "join.back" : "join.go" });

  const renderWhen = () => {
    if (!door.plannedStart) return;
    put(when, `${dayOf(door.plannedStart, door.zone)}, ${timeOfDay(door.plannedStart, door.zone)}`);
  };
  renderWhen();
  onLanguage(renderWhen);

  const form = el("form", { class: "stack", novalidate: true, on: { submit: async (/** @type {Event} */ event) => {
    event.preventDefault();
    const needed = render();
    const missing = needed.filter((field) => !isFilled(field));
    missing[0]?.input.focus();
    if (missing.length > 0) return;
    show(problem, false);
    say(button, "join.going");
    button.disabled = true;
    const tier = countOnly.checked ? "count_only" : keptTier(door.you?.tier);
    const named = Object.fromEntries(needed.map(({ input }) => [input.name, input.value.trim()]));
    const sentence = await onJoin({ ...named, mode: isGuest ? "remote" : modes.chosen(), tier });
    button.disabled = false;
    say(button, isKnown ? "join.back" : "join.go");
    if (sentence) {
      put(problem, sentence);
      show(problem, true);
    }
  } } },
  name.element, school.element,
  ...(isGuest ? [] : [modes.element]),
  door.locked && el("p", { class: "notice", t: "door.locked" }),
  door.lobby && !door.you?.seated && el("p", { class: "hint", t: "join.lobby" }),
  problem, button,
  notice(door, isGuest ? null : countOnly));

  render();
  return el("main", { class: "door card", id: "main" },
    el("div", { class: "door-head" },
      el("p", { class: "quiet", text: door.network ?? "" }),
      isKnown
        ? el("h1", { t: ["join.welcomeBack", { name: door.you.name ?? "" }], tabindex: "-1" })
        : el("h1", { text: door.title ?? "", tabindex: "-1" }),
      isKnown ? el("p", { text: [door.title, door.you.school].filter(Boolean).join(" · ") }) : null,
      when),
    form,
    isKnown
      ? el("button", { class: "button bare", t: "join.notMe", on: { click: onForget } })
      : el("button", { class: "button bare", t: "door.otherCode", on: { click: onOther } }));
}

/**
 * A returning person keeps what they chose; unticking "count only" gives the usual.
 * @param {string|undefined} tier
 */
function keptTier(tier) { return tier && tier !== "count_only" ? tier : "pseudonymous"; }

/**
 * @param {string} id
 * @param {string} key
 * @param {string} autocomplete
 * @param {number} length
 */
function textField(id, key, autocomplete, length) {
  const problem = el("p", { class: "problem", id: `${id}-problem`, hidden: true });
  const input = el("input", {
    id, name: id, autocomplete, maxlength: length, required: true, "aria-describedby": `${id}-problem`,
    on: { input: () => {
      show(problem, false);
      input.removeAttribute("aria-invalid");
    } },
  });
  const label = el("label", { for: id, t: key });
  const element = el("div", { class: "field" }, label, input, problem);
  return { element, label, input, problem, missing: `${key}Missing` };
}

/** @param {ReturnType<typeof textField>} field */
function isFilled({ input, problem, missing }) {
  if (input.value.trim() !== "") return true;
  say(problem, missing);
  show(problem, true);
  input.setAttribute("aria-invalid", "true");
  return false;
}

/** @param {AttendanceMode} start */
function modeChoices(start) {
  const first = CHOSEN_MODES.includes(start) ? start : "remote";
  const inputs = CHOSEN_MODES.map((mode) => el("input", {
    type: "radio", name: "mode", value: mode, id: `mode-${mode}`, checked: mode === first,
  }));
  const element = el("fieldset", { class: "choices" }, el("legend", { t: "join.mode" }),
    ...inputs.map((input) => el("label", { class: "choice", for: input.id }, input,
      el("span", { t: `join.mode.${input.value}` }))));
  const chosen = () => /** @type {AttendanceMode} */ (inputs.find((input) => input.checked)?.value ?? "remote");
  return { element, chosen };
}

/**
 * What is kept and who sees it, before anybody says yes.
 * @param {Door} door
 * @param {HTMLInputElement|null} countOnly
 */
function notice(door, countOnly) {
  return el("div", { class: "stack notice-box" },
    el("p", { class: "small", t: countOnly ? "join.notice" : "join.noticeGuest" }),
    door.notice ? el("p", { class: "small", text: door.notice }) : null,
    door.contact ? el("p", { class: "small", t: ["join.contact", { contact: door.contact }] }) : null,
    countOnly && el("label", { class: "check", for: "count-only" }, countOnly,
      el("span", {}, el("span", { t: "tier.countOnly" }), el("br"),
        el("span", { class: "hint", t: "tier.countOnlyHint" }))));
}
