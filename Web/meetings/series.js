// Knows how a coordinator says which meetings belong together: a meeting is put into a series, which is made and named on
// the way.
import { HTTPFailure, get, post } from "../shared/line/http.js";
import { ask } from "../shared/parts/dialog.js";
import { field } from "../shared/parts/field.js";
import { limit } from "../shared/limits.js";
import { el, show } from "../shared/page/html.js";
import { call } from "./account.js";

/** @typedef {{id: string, name?: string, meetings: {id: string}[]}} Series */
/** @typedef {{path: "make"|"rename"|"place", body: Record<string, string>}} Step */

const NONE = "";
const NEW = "new";

/**
 * Asks for the series of a meeting; the new name of one is its name from then on. What goes wrong is thrown.
 * @param {string} meeting
 * @param {string} title
 */
export async function chooseSeries(meeting, title) {
  /** @type {{series: Series[]}} */
  const { series } = await call(() => get("/api/series"));
  const current = series.find((one) => one.meetings.some(({ id }) => id === meeting));
  const choice = field(el("select", { name: "series" },
    el("option", { value: NONE, t: "console.series.none" }),
    ...series.map((one) => el("option", { value: one.id, ...(one.name ? { text: one.name } : { t: "review.untitled" }) })),
    el("option", { value: NEW, t: "console.series.new" })), { label: "console.series.which" });
  const name = field(el("input", { name: "name", maxlength: limit("networkSeriesNameLength"), autocomplete: "off" }),
    { label: "console.series.name", hint: "console.series.nameHint" });
  const select = /** @type {HTMLSelectElement} */ (choice.input);
  const input = /** @type {HTMLInputElement} */ (name.input);
  const fill = () => {
    input.value = series.find((one) => one.id === select.value)?.name ?? "";
    show(name.node, select.value !== NONE);
    input.required = select.value !== NONE;
  };
  select.addEventListener("change", fill);
  select.value = current?.id ?? (series.length === 0 ? NEW : NONE);
  fill();
  const answer = await ask({ title: ["console.series.title", { title }],
    body: [el("p", { t: "console.series.about" }), choice.node, name.node],
    actions: [{ key: "console.save", value: "save", kind: "primary" }, { key: "common.cancel", value: "" }],
    // Whoever goes away without an answer has not filled anything in.
    onOpen: (dialog) => dialog.querySelector('button[value=""]')?.setAttribute("formnovalidate", "") });
  if (answer !== "save") return;
  for (const { path, body } of steps(series, meeting, select.value, input.value.trim())) {
    await call((csrf) => post(`/api/series/${path}`, body, { csrf })).catch(unlessSo(path));
  }
}

/**
 * A meeting that is where it was to go needs no words; a name that is taken does.
 * @param {Step["path"]} path
 */
function unlessSo(path) {
  return (/** @type {unknown} */ failure) => {
    if (path !== "place" || !(failure instanceof HTTPFailure) || failure.code !== "alreadySo") throw failure;
  };
}

/**
 * What has to be asked for so that it is as chosen.
 * @param {Series[]} series @param {string} meeting @param {string} chosen @param {string} name
 * @returns {Step[]}
 */
export function steps(series, meeting, chosen, name) {
  const current = series.find((one) => one.meetings.some(({ id }) => id === meeting));
  if (chosen === NEW) return name ? [{ path: "make", body: { name, meeting } }] : [];
  if (chosen === NONE) return current ? [{ path: "place", body: { meeting } }] : [];
  const wanted = series.find((one) => one.id === chosen);
  return [
    ...(name && wanted && name !== wanted.name
      ? [{ path: /** @type {const} */ ("rename"), body: { series: chosen, name } }] : []),
    ...(current?.id === chosen ? [] : [{ path: /** @type {const} */ ("place"), body: { meeting, series: chosen } }]),
  ];
}
