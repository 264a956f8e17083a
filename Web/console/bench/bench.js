// Knows the kits' side of the console: how many are where, who asks to be seen, what is said of the kit, and the button
// that leads there. Nobody's place is shown by name but theirs who asked.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { benchOf, benchSums, countAt, openBench, STATES } from "../../shared/model/bench.js";
import { removePhoto } from "../../shared/model/commands.js";
import { currentSegment } from "../../shared/model/selectors.js";
import { postForFile } from "../../shared/line/http.js";
import { pictures } from "../../shared/parts/pictures.js";
import { account, call } from "../../meetings/account.js";
import { hint } from "../keys.js";
import { callsOfBench } from "./calls.js";
import { reviewsOfBench } from "./reviews.js";
import { personName } from "./who.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../../shared/model/types.js").BenchStep} BenchStep */
/** @typedef {import("../../shared/model/types.js").KitPhoto} KitPhoto */

/** @param {Desk} desk */
export function benchPart(desk) {
  const none = el("p", { class: "quiet", t: "benchBoard.none" });
  const title = el("h2", { class: "bench-board-title", tabindex: "-1", t: "benchBoard.tab" });
  const kit = el("p", { class: "quiet" });
  const known = el("p", { class: "numbers" });
  const unknown = el("p", { class: "quiet" });
  const rows = el("tbody", {});
  const table = el("table", { class: "bench-table" },
    el("caption", { class: "visually-hidden", t: "benchBoard.counts" }),
    el("thead", {}, el("tr", {}, el("th", { scope: "col", t: "benchBoard.step" }),
      ...STATES.map((state) => el("th", { scope: "col", class: "numbers", t: `bench.state.${state}` })))), rows);
  const calls = callsOfBench(desk);
  const reviews = reviewsOfBench();
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const noPhotos = el("p", { class: "quiet small", t: "benchBoard.noPhotos" });
  const photos = el("ul", { class: "bench-board-photos" });
  const photoPart = el("section", { class: "console-part", "aria-labelledby": "bench-board-photos" },
    el("div", { class: "part-head" }, el("h2", { id: "bench-board-photos", t: "benchBoard.photos" })), noPhotos, photos, trouble);
  const main = el("div", { class: "bench-board" },
    el("section", { class: "console-part" }, el("div", { class: "part-head" }, title), kit, known,
      // Where nothing can be pressed the keyboard scrolls from here.
      el("div", { class: "bench-counts", role: "group", tabindex: "0", label: "benchBoard.counts" }, table), unknown),
    calls.node, reviews.node, photoPart);
  const node = el("div", { class: "console-bench", data: { tab: "bench" } }, none, main);
  const fetched = pictures((photo) => ({ meeting: desk.meeting, photo }), fetchAs);

  /** @param {string} path @param {Record<string, any>} body @returns {Promise<Blob>} */
  function fetchAs(path, body) {
    return account() ? call((csrf) => postForFile(path, body, { csrf })) : postForFile(path, body);
  }

  /** The item with kits that is on, or was last. */
  function shown() {
    const room = desk.state?.room ?? null;
    const open = openBench(room);
    if (open || !room) return open;
    const past = (room.agenda ?? []).filter((one) => one.bench && one.runs.length > 0)
      .sort((one, other) => (other.runs[0]?.from ?? 0) - (one.runs[0]?.from ?? 0))[0];
    return past?.bench ? { segment: past, plan: past.bench } : null;
  }

  function createRow() {
    return el("tr", {}, el("th", { scope: "row" }), ...STATES.map(() => el("td", { class: "numbers" })));
  }

  /** @param {KitPhoto} photo */
  function createPhoto({ id }) {
    return el("li", {}, fetched.image(id), el("p", { class: "small" }),
      el("button", { type: "button", class: "button bare", t: "benchBoard.remove", on: { click: () => desk.act(removePhoto(id), trouble) } }));
  }

  function update() {
    const room = desk.state?.room;
    if (!room) return;
    const open = shown();
    show(none, !open);
    show(main, open);
    if (!open) return;
    const bench = benchOf(room, open.segment.id);
    const { steps } = open.plan;
    put(title, open.segment.title ?? "");
    show(kit, open.plan.kit);
    say(kit, "benchBoard.kit", { name: open.plan.kit ?? "" });
    const sums = benchSums(room, bench, steps.length);
    say(known, "benchBoard.known", { n: sums.known, all: sums.all });
    say(unknown, "benchBoard.unknown", { count: sums.unknown });
    list(rows, steps.map((step, index) => ({ step, index })), ({ index }) => String(index), createRow, (row, { step, index }) => {
      const [head, ...cells] = /** @type {HTMLElement[]} */ ([...row.children]);
      put(head, `${index + 1}. ${step.text}`);
      cells.forEach((cell, at) => {
        const many = countAt(bench, steps.length, index, STATES[at]);
        put(cell, String(many));
        cell.classList.toggle("quiet", many === 0);
        cell.classList.toggle("is-stuck", many > 0 && STATES[at] === "stuck");
      });
    });
    calls.update(room, bench);
    reviews.update(room, bench);
    const pictured = bench.photos ?? [];
    show(noPhotos, pictured.length === 0);
    list(photos, pictured, ({ id }) => id, createPhoto, (made, { person, step }) => {
      say(/** @type {HTMLElement} */ (made.querySelector("p")), "bench.photoOf", { name: personName(room, person), n: step + 1 });
    });
    fetched.keep(pictured.map(({ id }) => id));
  }

  return { node, update, tick: calls.tick, stop: fetched.stop, focus: () => title.focus() };
}

/**
 * The button to the kits, which says who is stuck.
 * @param {() => void} go
 */
export function benchButton(go) {
  const node = hint(el("button", { type: "button", class: "tab console-bench-button", on: { click: go } }), "bench");
  return {
    node,
    /** @param {import("../../shared/model/types.js").Room|null} room @param {boolean} isOpen */
    update(room, isOpen) {
      const segment = currentSegment(room);
      const calls = segment?.bench ? benchOf(room, segment.id).calls?.length ?? 0 : 0;
      // Where no item has a kit there is no such place.
      show(node, isOpen || (room?.agenda ?? []).some(({ bench }) => bench));
      node.dataset.help = String(calls > 0 && !isOpen);
      if (calls > 0) say(node, "benchBoard.tabStuck", { count: calls });
      else say(node, "benchBoard.tab");
    },
  };
}
