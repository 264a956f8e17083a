// Knows how somebody comes in: a name, a school and where they are the first time, one button ever after. Who comes early
// says it before the door opens.
import { dayOf, timeOfDay } from "../shared/texts/dates.js";
import { onLanguage } from "../shared/texts/i18n.js";
import { el, put, say, show } from "../shared/page/html.js";
import { limit } from "../shared/limits.js";
import { modeChoices } from "./modes.js";
import { namesField } from "./table-names.js";

/** @typedef {import("../shared/model/types.js").AttendanceMode} AttendanceMode */
/**
 * What somebody says of themselves; `seats` are those who share a table's device.
 * @typedef {{name?: string, school?: string, mode: AttendanceMode, tier: string, seats?: string[]}} JoinWish
 */
/** @typedef {Record<string, any>} Door the answer of /api/door */

/**
 * @param {Door} door
 * @param {{onJoin: (wish: JoinWish) => Promise<string|null>, onForget: () => void, onOther: () => void}} options
 *   `onJoin` resolves with what to say, or null when the next screen is there
 */
export function doorJoin(door, { onJoin, onForget, onOther }) {
  const isEarly = door.phase === "planned";
  const isKnown = Boolean(door.you);
  const isGuest = door.kind === "guest";
  const problem = el("p", { class: "problem", role: "alert", hidden: true });
  const name = textField("name", "join.name", "given-name", limit("nameLength"));
  const school = textField("school", "join.school", "organization", limit("schoolLength"));
  const seats = namesField();
  const countOnly = el("input", { type: "checkbox", id: "count-only", checked: door.you?.tier === "count_only" });
  const modes = modeChoices(door.you?.mode);
  // A table's device has a name of its own; its people are named with it, or come after it.
  const render = () => {
    const isTable = !isGuest && modes.chosen() === "table_device";
    show(name.element, !isKnown || isTable);
    show(school.element, !isKnown && !isGuest && !isTable);
    show(seats.element, isTable);
    say(name.label, isTable ? "join.tableName" : "join.name");
    name.missing = isTable ? "join.tableNameMissing" : "join.nameMissing";
    return [name, school].filter(({ element }) => !element.hidden);
  };
  modes.element.addEventListener("change", render);
  let go = isEarly ? "join.ready" : isKnown ? "join.back" : "join.go";
  const button = el("button", { class: "button primary wide", t: go });

  let what = ahead(door, isGuest);
  const form = el("form", { class: "stack", novalidate: true, on: { submit: async (/** @type {Event} */ event) => {
    event.preventDefault();
    const needed = render();
    const missing = needed.filter((field) => !isFilled(field));
    if (missing.length > 0) return missing[0].input.focus();
    if (!isGuest && !modes.isChosen()) return undefined;
    show(problem, false);
    say(button, "join.going");
    button.disabled = true;
    const tier = countOnly.checked ? "count_only" : keptTier(door.you?.tier);
    const named = Object.fromEntries(needed.map(({ input }) => [input.name, input.value.trim()]));
    const mode = isGuest ? "remote" : modes.chosen() ?? "unknown";
    const sentence = await onJoin({ ...named, mode, tier,
      ...(mode === "table_device" ? { seats: seats.values() } : {}) });
    button.disabled = false;
    say(button, go);
    if (sentence) complain(sentence);
    return undefined;
  } } },
  name.element, school.element, ...(isGuest ? [] : [modes.element]), seats.element,
  notice(door, isGuest ? null : countOnly), what, problem, button);

  /** @param {string} sentence */
  const complain = (sentence) => {
    put(problem, sentence);
    show(problem, true);
  };

  /**
   * The door opens while somebody stands before it: what they have typed stays.
   * @param {Door} next @param {(wish: JoinWish) => Promise<string|null>} join
   */
  const open = (next, join) => {
    [door, onJoin, go] = [next, join, isKnown ? "join.back" : "join.go"];
    say(button, go);
    const said = ahead(next, isGuest);
    what.replaceWith(said);
    what = said;
    const opened = head(next, isKnown, false);
    title.replaceWith(opened);
    title = opened;
  };

  render();
  let title = head(door, isKnown, isEarly);
  const element = el("main", { class: "door card", id: "main" }, title, form,
    isKnown
      ? el("button", { class: "button bare", t: "join.notMe", on: { click: onForget } })
      : el("button", { class: "button bare", t: "door.otherCode", on: { click: onOther } }));
  return { element, complain, open };
}

/** @param {Door} door @param {boolean} isKnown @param {boolean} isEarly */
function head(door, isKnown, isEarly) {
  const when = el("p", { class: isEarly ? "when" : "quiet" });
  const renderWhen = () => {
    if (!door.plannedStart) return;
    put(when, `${dayOf(door.plannedStart, door.zone)}, ${timeOfDay(door.plannedStart, door.zone)}`);
  };
  renderWhen();
  onLanguage(renderWhen);
  const titleLine = el("p", { class: isEarly || isKnown ? "" : "quiet", text: [isKnown || isEarly ? door.title : door.network,
    door.you?.school].filter(Boolean).join(" · ") });
  const heading = isEarly ? { t: "gone.early.title" }
    : isKnown ? { t: ["join.welcomeBack", { name: door.you.name ?? "" }] } : { text: door.title ?? "" };
  return el("div", { class: "door-head" }, titleLine, el("h1", { ...heading, tabindex: "-1" }), when,
    isEarly ? el("p", { t: "join.early" }) : null);
}

/**
 * What will happen after the button.
 * @param {Door} door @param {boolean} isGuest
 */
function ahead(door, isGuest) {
  const lines = [isGuest && "join.guest", door.lobby && !door.you?.seated && "join.lobby"].filter(Boolean);
  return el("div", { class: "stack" }, door.locked && el("p", { class: "notice", t: "door.locked" }),
    ...lines.map((key) => el("p", { class: "small", t: /** @type {string} */ (key) })));
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
