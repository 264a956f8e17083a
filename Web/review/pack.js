// Knows the evaluator's pack on the page: what it holds, building it, and what was built before.
import { download } from "../shared/page/download.js";
import { el, say, show } from "../shared/page/html.js";
import { get, post, postForFile } from "../shared/line/http.js";
import { onLanguage, t } from "../shared/texts/i18n.js";
import { sayFailure } from "../console/failure.js";
import { call } from "../meetings/account.js";
import { shortDay } from "./day.js";

/** @typedef {import("./types.js").Depth} Depth */
/** @typedef {import("./types.js").Preview} Preview */
/** @typedef {import("./types.js").Release} Release */

/** Making a season takes a while. */
const BUILD_MILLISECONDS = 300_000;
const FAILURES = { packEmpty: "review.pack.empty", packKeyGone: "review.pack.keyGone", packTooLarge: "review.pack.tooLarge",
  slowDown: "review.pack.busy" };
/**
 * Each holds what the one before it holds.
 * @type {Depth[]}
 */
const DEPTHS = ["counts", "pseudonyms", "words"];
let made = 0;

/**
 * The part of one series.
 * @param {string|undefined} series all meetings where it is missing
 * @returns {{node: HTMLElement, stop: () => void}}
 */
export function packPart(series) {
  made += 1;
  const wish = series === undefined ? {} : { series };
  const holds = el("ul", { class: "rows" });
  const depths = ["pseudonyms", "words", "counts"].map((one) => el("input", { type: "radio", name: `depth-${made}`, value: one,
    id: `depth-${made}-${one}`, checked: one === "pseudonyms", on: { change: () => draw() } }));
  const depthPart = el("fieldset", { class: "choices" }, el("legend", { t: "review.pack.depth" }),
    ...depths.map((input) => el("label", { class: "choice", for: input.id }, input,
      el("span", { t: `review.pack.depth.${input.value}` }))));
  const about = el("p", { class: "quiet small" });
  const before = el("ul", { class: "rows" });
  const beforePart = el("section", { hidden: true }, el("div", { class: "part-head" }, el("h3", { t: "review.pack.before" })), before);
  const fresh = el("input", { type: "checkbox", id: `fresh-${made}`, "aria-describedby": `fresh-hint-${made}` });
  const newRelease = el("div", { hidden: true }, el("label", { class: "check", for: `fresh-${made}` }, fresh,
    el("span", { t: "review.pack.fresh" })), el("p", { class: "hint", id: `fresh-hint-${made}`, t: "review.pack.freshHint" }));
  const said = el("p", { class: "quiet small", role: "status" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const buttons = [
    el("button", { type: "button", class: "button primary", t: "review.pack.build", on: { click: () => build("plain") } }),
    el("button", { type: "button", class: "button bare", t: "review.pack.spreadsheet", on: { click: () => build("spreadsheet") } })];
  const node = el("section", { class: "review-pack", "aria-labelledby": `pack-${made}` },
    el("div", { class: "part-head" }, el("h2", { id: `pack-${made}`, t: "review.pack.title" }),
      el("span", { t: "review.pack.quiet" })), about, holds, depthPart, newRelease, el("div", { class: "console-actions" }, ...buttons), said,
    trouble, beforePart);
  /** @type {{preview: Preview, packs: Release[]}|null} */
  let known = null;

  /** @returns {Depth} */
  function depth() { return DEPTHS.find((one) => depths.some((input) => input.checked && input.value === one)) ?? "pseudonyms"; }

  async function load() {
    try {
      const [preview, { packs }] = await Promise.all([call((csrf) => post("/api/packs/preview", wish, { csrf })),
        call(() => get("/api/packs"))]);
      known = { preview, packs: packs.filter((/** @type {Release} */ one) => one.series === series) };
      draw();
    } catch (failure) {
      sayFailure(trouble, failure, { offline: "console.people.offline" });
    }
  }

  function draw() {
    if (!known) return;
    const { meetings, tables, release } = known.preview;
    say(about, "review.pack.meetings", { count: (release?.meetings ?? meetings).length });
    const held = tables.filter((one) => DEPTHS.indexOf(one.depth) <= DEPTHS.indexOf(depth()));
    holds.replaceChildren(...held.map(({ name }) => el("li", {}, el("span", { class: "row-name", text: `${name}.csv` }),
      el("span", { class: "row-of", t: `review.pack.table.${name}` }))));
    show(newRelease, release);
    const handed = known.packs.flatMap((one) => one.handOuts.map((out) => ({ one, out }))).reverse();
    show(beforePart, handed.length > 0);
    before.replaceChildren(...handed.map(({ one, out }) => el("li", {},
      el("span", { class: "numbers quiet", text: shortDay(out.at) }),
      el("span", { class: "row-of" }, `${t("review.pack.meetings", { count: one.meetings.length })} · `,
        el("span", { class: "review-hash", text: `${out.hash.slice(0, 4)} ${out.hash.slice(4, 8)}…`, title: ["review.pack.hash", { hash: out.hash }] })),
      el("button", { type: "button", class: "button bare", t: "review.pack.get",
        label: ["review.pack.getOf", { day: shortDay(out.at), hash: out.hash.slice(0, 8) }], on: { click: () => take(one.id, out.form, out.depth ?? "words") } }))));
  }

  /** @param {() => Promise<void>} act */
  async function run(act) {
    show(trouble, false);
    say(said, "review.pack.building");
    for (const one of buttons) one.disabled = true;
    try {
      await act();
    } catch (failure) {
      said.textContent = "";
      sayFailure(trouble, failure, FAILURES);
    } finally {
      for (const one of buttons) one.disabled = false;
    }
  }

  /** @param {"plain"|"spreadsheet"} form */
  function build(form) {
    return run(async () => {
      const { pack } = await call((csrf) => post("/api/packs/release", { ...wish, isNew: fresh.checked }, { csrf }));
      fresh.checked = false;
      await fetchFile(pack.id, form, depth());
      await load();
    });
  }

  /** @param {string} pack @param {"plain"|"spreadsheet"} form @param {Depth} close */
  function take(pack, form, close) { return run(() => fetchFile(pack, form, close)); }

  /** @param {string} pack @param {"plain"|"spreadsheet"} form @param {Depth} close */
  async function fetchFile(pack, form, close) {
    const name = `staffroom-${pack}${form === "spreadsheet" ? "-spreadsheet" : ""}.zip`;
    download(await call((csrf) => postForFile("/api/packs/file", { pack, form, depth: close },
      { csrf, timeoutMilliseconds: BUILD_MILLISECONDS })), name);
    say(said, "review.pack.saved", { name });
  }

  load();
  return { node, stop: onLanguage(draw) };
}
