// Knows the two steps of every list: put it in and read it, look at what was read and take it.
import { el, show } from "../../shared/page/html.js";
import { ask } from "../asking.js";
import { sayFailure } from "../failure.js";
import { openSheet } from "../sheet.js";
import { listPreview } from "./preview.js";
import { readList } from "./reading.js";
import { listSource } from "./source.js";

/** @typedef {import("../../shared/page/html.js").Key} Key */

/**
 * Opens the sheet.
 * @param {import("../desk.js").Desk} desk
 * @param {{title: Key, label: Key, hint: Key, example: Key, empty: Key, take: Key, withAddresses: boolean,
 *   after?: {node: HTMLElement, update: (taken: {list: import("./reading.js").List, members: string[]}|null) => void}}} texts
 *   `after` stands below what was read
 * @param {(taken: {list: import("./reading.js").List, members: string[]}) => boolean} take whether the sheet closes
 */
export function openListSheet(desk, texts, take) {
  const sheet = openSheet({ title: texts.title, className: "is-wide" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const look = el("button", { type: "submit", class: "button primary", t: "lists.read" });
  const go = el("button", { type: "button", class: "button primary", t: texts.take, hidden: true });
  /** What is read now; whatever was asked before does not count any more. */
  let asked = 0;
  const source = listSource(texts, changed);
  const preview = listPreview(() => desk.state?.room?.people ?? {}, { withAddresses: texts.withAddresses, answer: read,
    counted: (now) => texts.after?.update(now) });
  const form = el("form", { class: "console-form", novalidate: true }, ...source.nodes,
    el("div", { class: "console-actions" }, look), trouble, preview.node, texts.after?.node,
    el("div", { class: "console-actions" }, go));

  function changed() {
    asked += 1;
    preview.clear();
    show(trouble, false);
    shows(false);
  }

  /**
   * One filled button: what comes next.
   * @param {boolean} isRead
   */
  function shows(isRead) {
    show(go, isRead);
    look.classList.toggle("primary", !isRead);
  }

  /** @param {import("./reading.js").Commas} [commas] */
  async function read(commas) {
    const bytes = await source.bytes();
    if (!bytes) return;
    changed();
    const mine = asked;
    look.disabled = true;
    try {
      const reading = await readList(ask, desk.meeting, bytes, commas);
      if (mine !== asked) return;
      preview.update(reading);
      shows("list" in reading);
    } catch (failure) {
      if (mine === asked) sayFailure(trouble, failure);
    } finally {
      look.disabled = false;
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    read();
  });
  go.addEventListener("click", () => {
    const taken = preview.taken();
    if (taken && take(taken)) sheet.close();
  });
  sheet.body.append(form);
  source.focus();
}
