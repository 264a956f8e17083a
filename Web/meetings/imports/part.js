// Knows how reports of Teams and Zoom come into a meeting that is over: a file and its day, what it says, who is who, and
// only then is anything kept; it can be taken back.
import { limit } from "../../shared/limits.js";
import { HTTPFailure, post } from "../../shared/line/http.js";
import { sendFile } from "../../shared/line/send-file.js";
import { el, oneOf, say, show } from "../../shared/page/html.js";
import { field } from "../../shared/parts/field.js";
import { add } from "../../shared/texts/i18n.js";
import { call } from "../account.js";
import { sayFailure } from "../../console/failure.js";
import { previewOf } from "./preview.js";

/** @typedef {{id: string, form: string, callers: number, turns: number, messages: number, isUndone: boolean}} Report */

/** What there is to say of a report, in the order of its sentence. */
const COUNTS = /** @type {const} */ (["callers", "turns", "messages"]);
/** Codes of what was not answered, or by something on the way. */
const NO_ANSWER = ["offline", "failed"];

/**
 * The part of a page; its texts and its list are fetched when it is opened.
 * @param {string} meeting
 */
export function importsPart(meeting) {
  const status = el("p", { class: "quiet small", role: "status" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const form = el("form", { class: "console-import-form", novalidate: true, hidden: true });
  const preview = el("div", { class: "console-import-preview" });
  const list = el("ul", { class: "console-import-list", hidden: true });
  const again = el("button", { type: "button", class: "button", t: "console.tryAgain", hidden: true, on: { click: open } });
  const body = el("div", { class: "console-import" }, form, status, trouble, again, preview, list);
  const node = el("details", { class: "console-card console-imports" },
    el("summary", {}, el("h2", { t: "console.past.reports" })), body);
  let isReady = false;
  /** Counts what was chosen and looked at, so that no answer comes to another file or day than it is about. */
  let looks = 0;
  /** @type {{node: HTMLElement, input: HTMLInputElement|HTMLTextAreaElement|HTMLSelectElement, fail: (key: string|null) => void}|null} */
  let file = null;
  /** @type {HTMLInputElement} */
  const day = el("input", { type: "date", name: "day" });

  node.addEventListener("toggle", () => { if (node.open && !isReady) open(); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  // What is brought in is what was looked at.
  form.addEventListener("change", forgetLook);

  /** @param {string} path @param {Record<string, any>} wish */
  const ask = (path, wish) => call((csrf) => post(path, wish, { csrf }));

  /**
   * Does something that may fail, and says so in one place.
   * @param {() => Promise<void>} work
   */
  async function trying(work) {
    show(trouble, false);
    try {
      await work();
    } catch (failure) {
      sayFailure(trouble, failure, { noStart: "imports.noStart" });
    }
  }

  function forgetLook() {
    looks += 1;
    preview.replaceChildren();
  }

  async function open() {
    show(again, false);
    await trying(async () => {
      await add(["imports"]);
      const told = await ask("/api/import/list", { meeting });
      if (isReady) return;
      isReady = true;
      file = field(el("input", { type: "file", name: "report", accept: ".csv,.vtt,.txt,text/csv,text/vtt,text/plain" }),
        { label: "imports.file", hint: "imports.fileHint" });
      day.value = told.day ?? "";
      form.replaceChildren(el("p", { class: "quiet small", t: "imports.about" }), file.node,
        field(day, { label: "imports.day", hint: "imports.dayHint" }).node,
        el("div", { class: "console-actions" }, el("button", { class: "button", t: "imports.look" })));
      drawList(told.reports);
      show(form, true);
    });
    show(again, !isReady);
  }

  /** Sends the chosen file; null where none is chosen, which is said. @returns {Promise<string|null>} */
  async function send() {
    const chooser = /** @type {HTMLInputElement} */ (file?.input);
    const chosen = chooser.files?.[0];
    file?.fail(chosen ? chosen.size > limit("listBytes") ? "imports.problem.tooLarge" : null : "imports.noFile");
    if (!chosen || chosen.size > limit("listBytes")) {
      chooser.focus();
      return null;
    }
    return sendFile(ask, meeting, new Uint8Array(await chosen.arrayBuffer()));
  }

  /** @param {string} path @param {Record<string, any>} more @returns {Promise<any>} null where it was said what is wrong */
  async function sent(path, more) {
    const wish = { meeting, ...(day.value ? { day: day.value } : {}), ...more };
    const name = await send();
    if (!name) return null;
    const answer = await ask(path, { ...wish, file: name });
    if (!answer.problem) return answer;
    preview.replaceChildren();
    say(trouble, `imports.problem.${answer.problem.code}`, { line: answer.problem.line });
    show(trouble, true);
    return null;
  }

  function look() {
    return trying(async () => {
      forgetLook();
      const asked = looks;
      say(status, "imports.reading");
      const told = await sent("/api/import/look", {}).finally(() => status.replaceChildren());
      if (!told || asked !== looks) return;
      const shown = previewOf(told, { bring, cancel() {
        forgetLook();
        file?.input.focus();
      } });
      preview.replaceChildren(shown.node);
      shown.focus();
    });
  }

  /** @param {{key: string, choice: Record<string, string>}[]} choices */
  function bring(choices) {
    return trying(async () => {
      const asked = looks;
      const told = await sent("/api/import/bring", { choices }).catch(lost);
      file?.input.focus();
      if (!told) return;
      if (asked === looks) {
        forgetLook();
        /** @type {HTMLInputElement} */ (file?.input).value = "";
      }
      drawList(told.reports);
      say(status, "imports.brought");
    });
  }

  /**
   * Without an answer nobody knows whether it came in: the list of what did is asked again.
   * @param {unknown} failure @returns {Promise<never>}
   */
  async function lost(failure) {
    if (failure instanceof HTTPFailure && !NO_ANSWER.includes(failure.code)) throw failure;
    forgetLook();
    file?.input.focus();
    drawList((await ask("/api/import/list", { meeting })).reports);
    throw failure;
  }

  /** @param {Report[]} reports */
  function drawList(reports) {
    list.replaceChildren(...reports.map((report) => oneOf(list, () => el("li", {},
      el("span", { t: `imports.kind.${report.form}` }), " ",
      el("span", { class: "quiet small" }, ...(report.isUndone ? [el("span", { t: "imports.undone" })]
        : COUNTS.filter((name) => report[name] > 0).map((name) =>
          el("span", { class: "console-import-count", t: [`imports.count.${name}`, { count: report[name] }] })))), " ",
      report.isUndone ? null : el("button", { type: "button", class: "button tool", t: "imports.undo",
        on: { click: () => undo(report) } })))));
    show(list, reports.length > 0);
  }

  /** @param {Report} report */
  function undo(report) {
    return trying(async () => {
      drawList((await ask("/api/import/undo", { meeting, report: report.id })).reports);
      say(status, "imports.tookBack");
      file?.input.focus();
    });
  }

  return node;
}
