// Knows what can be done with a meeting in the list besides preparing and running it.
import { confirm } from "../shared/parts/dialog.js";
import { post } from "../shared/line/http.js";
import { call } from "./account.js";
import { openMenu } from "../console/menu.js";
import { planOf } from "./sources.js";

/** @typedef {import("./list.js").Meeting} Meeting */

/**
 * Opens the menu of one meeting. What goes wrong is thrown to `run`.
 * @param {HTMLElement} anchor
 * @param {Meeting} meeting
 * @param {string} title
 * @param {(act: () => Promise<void>) => void} run
 */
export function openShelf(anchor, meeting, title, run) {
  const ask = (/** @type {string} */ verb, /** @type {boolean} */ isDanger) => async () => {
    const isSure = await confirm({ title: [`console.shelf.${verb}Ask`, { title }],
      text: `console.shelf.${verb}Text`, yes: `console.shelf.${verb}`, isDanger });
    if (isSure) await change(meeting.id, verb);
  };
  openMenu(anchor, { name: "console.shelf.name", head: title, items: [
    { key: "console.shelf.copy", run: () => { location.hash = `#new=${meeting.id}`; } },
    { key: "console.shelf.rehearse", run: () => run(() => rehearse(meeting.id)) },
    ...(meeting.phase === "open" ? [] : [{ key: "console.shelf.archive", run: () => run(ask("archive", false)) }]),
    ...(meeting.phase === "planned" ? [{ key: "console.shelf.delete", kind: /** @type {const} */ ("danger"),
      run: () => run(ask("delete", true)) }] : []),
  ] });
}

/**
 * @param {string} meeting
 * @param {string} verb
 */
export async function change(meeting, verb) {
  await call((csrf) => post(`/api/meetings/${encodeURIComponent(meeting)}/${verb}`, {}, { csrf }));
}

/**
 * A marked copy, which counts nowhere; then its page.
 * @param {string} meeting
 */
async function rehearse(meeting) {
  const { title, plannedStart, zone, options, segments } = await planOf(meeting);
  const copy = { title, plannedStart, zone, options, segments, rehearsal: true };
  const made = await call((csrf) => post("/api/meetings", copy, { csrf }));
  location.hash = `#prepare=${made.meeting}`;
}
