// Knows what can be done with a meeting in the list besides preparing and running it.
import { confirm } from "../shared/parts/dialog.js";
import { post } from "../shared/line/http.js";
import { account, call } from "./account.js";
import { openMenu } from "../console/menu.js";
import { el } from "../shared/page/html.js";
import { rehearse } from "./rehearsal.js";
import { chooseSeries } from "./series.js";

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
    // What is rehearsed counts nowhere, so it is in no series.
    ...(meeting.rehearsal || account()?.role !== "coordinator" ? []
      : [{ key: "console.shelf.series", run: () => run(() => chooseSeries(meeting.id, title)) }]),
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
 * The button that opens the menu.
 * @param {Meeting} meeting @param {string} title @param {(act: () => Promise<void>) => void} run
 */
export function moreButton(meeting, title, run) {
  const more = el("button", { type: "button", class: "button bare console-card-more", t: "console.run.more",
    label: ["console.shelf.of", { title }], "aria-haspopup": "dialog",
    on: { click: () => openShelf(more, meeting, title, run) } });
  return more;
}
