// Knows what is kept of oneself, on the phone: when one was there and what one did in counts, what one says is wrong in
// it, all of it as a file, and how one complains about data or objects. It is asked for when somebody wants to see it.
import { download } from "../../shared/page/download.js";
import { el, list, put, say, show } from "../../shared/page/html.js";
import { post, postForFile } from "../../shared/line/http.js";
import { timeOfDay, dayOf } from "../../shared/texts/dates.js";
import { language, onLanguage, t } from "../../shared/texts/i18n.js";
import { failureText } from "../../shared/texts/rejection.js";
import { correctRecord } from "../../shared/model/takeaway.js";
import { askComplaint } from "./complaint.js";
import { askCorrection } from "./correction.js";

/** @typedef {{from: number, to: number, mode: string}} Stay */
/** @typedef {{segment?: string, title?: string, acts: Record<string, number>}} Item */
/** @typedef {{claim: "was_here"|"not_me", segment?: string}} Correction */
/**
 * @typedef {{id: string, text?: string, madeAt: number, due: number, acknowledgedAt?: number, settledAt?: number,
 *   outcome?: string}} Complaint
 */
/**
 * @typedef {{record: {stays: Stay[], items: Item[], corrections: Correction[], isCounted: boolean}, zone: string,
 *   complaints: Complaint[]}} Told
 */

/**
 * The card.
 * @param {{meeting: string, send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>}} options
 */
export function ownRecord({ meeting, send }) {
  const status = el("p", { class: "quiet small", role: "status", hidden: true });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const counted = el("p", { t: "own.counted" });
  const never = el("p", { class: "quiet", t: "own.never" });
  const stays = el("ul", { class: "own-list" });
  const items = el("ul", { class: "own-list" });
  const corrections = el("ul", { class: "own-list" });
  const complaints = el("ul", { class: "own-list" });
  const complained = el("section", {}, el("h4", { t: "own.complaints" }), complaints);
  const wrong = button("own.wrong", () => correct());
  const kept = el("div", {}, el("h4", { t: "own.when" }), never, stays, el("h4", { t: "own.did" }), items, corrections, wrong);
  const body = el("div", { class: "stack", hidden: true }, counted, kept, complained,
    el("div", { class: "row own-ways" }, button("own.html", () => file("html")), button("own.json", () => file("json")),
      button("own.complain", () => complain())));
  const open = el("button", { type: "button", class: "button", t: "own.open", "aria-expanded": "false",
    on: { click: () => toggle() } });
  const element = el("section", { class: "own-record stack" }, open, status, trouble, body);
  /** @type {Told|null} */
  let told = null;

  /** @param {string} key @param {() => void} run */
  function button(key, run) {
    return el("button", { type: "button", class: "button bare", t: key, on: { click: run } });
  }

  function toggle() {
    const opens = open.getAttribute("aria-expanded") !== "true";
    open.setAttribute("aria-expanded", String(opens));
    show(body, opens && told);
    if (opens) load();
  }

  async function load() {
    say(status, "own.loading");
    show(status, true);
    await trying(async () => {
      told = await post("/api/own", { meeting, form: "record", language: language() });
      draw();
      show(body, open.getAttribute("aria-expanded") === "true");
    });
    show(status, false);
  }

  /** @param {() => Promise<void>} work @returns {Promise<boolean>} whether it went well */
  async function trying(work) {
    show(trouble, false);
    try {
      await work();
      return true;
    } catch (failure) {
      const reason = failureText(/** @type {import("../../shared/line/http.js").HTTPFailure} */ (failure));
      say(trouble, "own.failed", { reason });
      show(trouble, true);
      return false;
    }
  }

  /** @param {string|undefined} segment */
  function whereText(segment) {
    if (segment === undefined) return t("own.whole");
    return told?.record.items.find((item) => item.segment === segment)?.title ?? t("own.outside");
  }

  function draw() {
    if (!told) return;
    const { record, zone } = told;
    show(counted, record.isCounted);
    show(kept, !record.isCounted);
    show(never, record.stays.length === 0);
    list(stays, record.stays, ({ from, mode }) => `${from} ${mode}`, () => el("li", {}), (node, { from, to, mode }) =>
      say(node, `own.here.${mode}`, { from: timeOfDay(from, zone), to: timeOfDay(to, zone) }));
    list(items, record.items, ({ segment }) => segment ?? "", () => el("li", {}, el("span", {}), el("span", { class: "quiet" })),
      (node, item) => {
        const [title, acts] = /** @type {HTMLElement[]} */ ([...node.children]);
        put(title, item.title ?? t("own.outside"));
        put(acts, actsText(item.acts));
      });
    list(corrections, record.corrections, ({ segment }) => segment ?? "", () => correctionRow(), (node, one) =>
      rows.get(node)?.(one));
    show(complained, told.complaints.length > 0);
    list(complaints, told.complaints, ({ id }) => id, () => el("li", {}, el("span", { class: "note-text" }),
      el("span", { class: "quiet small" })), (node, one) => {
      const [text, state] = /** @type {HTMLElement[]} */ ([...node.children]);
      put(text, one.text ?? "");
      sayState(state, one, zone);
    });
  }

  /** @type {WeakMap<HTMLElement, (one: Correction) => void>} */
  const rows = new WeakMap();

  function correctionRow() {
    const text = el("span", {});
    const back = button("own.takeBack", () => correctTo("taken_back", shown?.segment, "own.takenBack"));
    const node = el("li", {}, text, back);
    /** @type {Correction|null} */
    let shown = null;
    rows.set(node, (one) => {
      shown = one;
      say(text, `own.said.${one.claim}`, { where: whereText(one.segment) });
    });
    return node;
  }

  /** @param {"was_here"|"not_me"|"taken_back"} claim @param {string|undefined} segment @param {string} done */
  async function correctTo(claim, segment, done) {
    if (!await send(correctRecord(claim, segment), element)) return;
    await load();
    say(status, done);
    show(status, true);
  }

  async function correct() {
    const wish = await askCorrection((told?.record.items ?? []).filter(({ segment }) => segment !== undefined));
    if (wish) await correctTo(wish.claim, wish.segment, "own.corrected");
  }

  async function complain() {
    const wish = await askComplaint(`${meeting}.complaint`);
    if (!wish) return;
    const isSent = await trying(async () => {
      await post("/api/complaint", { meeting, text: wish.text, contact: wish.contact, isObjection: wish.isObjection });
      wish.clear();
    });
    if (!isSent) return;
    await load();
    say(status, "own.sent");
    show(status, true);
  }

  /** @param {"json"|"html"} form */
  async function file(form) {
    await trying(async () => {
      const data = await postForFile("/api/own", { meeting, form, language: language() });
      const type = form === "json" ? "application/json" : "text/html";
      download(new File([data], `own-data.${form}`, { type }), `own-data.${form}`);
    });
  }

  onLanguage(draw);
  return { element };
}

/** @param {Record<string, number>} acts */
function actsText(acts) {
  const texts = Object.entries(acts).sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, count]) => t(`own.act.${kind}`, { count }));
  return texts.length > 0 ? texts.join(", ") : t("own.nothing");
}

/** @param {HTMLElement} node @param {Complaint} one @param {string} zone */
function sayState(node, one, zone) {
  const made = dayOf(one.madeAt, zone);
  if (one.settledAt !== undefined) {
    say(node, "own.stateSettled", { made, settled: dayOf(one.settledAt, zone), outcome: one.outcome ?? "" });
  } else if (one.acknowledgedAt !== undefined) say(node, "own.stateKnown", { made, known: dayOf(one.acknowledgedAt, zone) });
  else say(node, "own.stateNew", { made, due: dayOf(one.due, zone) });
}
