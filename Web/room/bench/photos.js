// Knows pictures of kits on a phone: added, shrunk before they leave, mine until I let others see them.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { failureText } from "../../shared/texts/rejection.js";
import { HTTPFailure, post } from "../../shared/line/http.js";
import { sendFile } from "../../shared/line/send-file.js";
import { NoPicture, shrink } from "../../shared/page/shrink.js";
import { benchOf, openBench, ownBench, photoCount } from "../../shared/model/bench.js";
import { removePhoto, showPhoto } from "../../shared/model/commands.js";
import { acting, isMine, pendingOf } from "../../shared/model/selectors.js";
import { t } from "../../shared/texts/i18n.js";
import { icon } from "../../shared/parts/icons.js";
import { limit } from "../../shared/limits.js";
import { nameIn } from "../names.js";
import { pictures } from "../../shared/parts/pictures.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {{id: string, step: number, width: number, height: number, isShown: boolean}} Own */

/** So many of the others' pictures are fetched, the newest. */
const SHOWN = 12;
/** From so many left on it is said how many. */
const FEW_LEFT = 24;

/** @param {{meeting: string, send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>}} options */
export function benchPhotos({ meeting, send }) {
  const chooser = el("input", { type: "file", accept: "image/*", class: "visually-hidden", id: "bench-photo",
    on: { change: () => add() } });
  const label = el("label", { class: "button bench-photo-add", for: "bench-photo" }, icon("camera"), el("span", { t: "bench.photo" }));
  const status = el("p", { class: "small quiet", role: "status" });
  const left = el("p", { class: "small quiet" });
  const problem = el("p", { class: "problem", role: "alert", hidden: true });
  const addPart = el("div", { class: "bench-photo" }, chooser, label);
  const mine = el("ul", { class: "bench-photos" });
  const others = el("ul", { class: "bench-photos" });
  const fold = el("details", { class: "fold", on: { toggle: () => { if (state) update(state); } } },
    el("summary", {}), others);
  const element = el("div", { class: "stack" }, status, problem, left, mine, fold);
  const fetched = pictures((photo) => ({ meeting, photo }));

  /** @type {State} */
  let state;
  let isBusy = false;

  async function add() {
    const file = chooser.files?.[0];
    const open = openBench(state.room);
    chooser.value = "";
    if (!file || !open || isBusy) return;
    isBusy = true;
    show(problem, false);
    say(status, "bench.photoSending");
    const step = ownBench(state, open.segment.id).place?.step ?? 0;
    const person = state.subject ?? undefined;
    try {
      const bytes = await shrink(file, limit("photoBytes"));
      const name = await sendFile(post, meeting, bytes);
      await post("/api/photo", { meeting, file: name, segment: open.segment.id, step, person });
      say(status, "bench.photoKept");
    } catch (failure) {
      put(status, "");
      show(problem, true);
      if (failure instanceof NoPicture) say(problem, "bench.photoNone");
      else put(problem, failureText(failure instanceof HTTPFailure ? failure : new HTTPFailure("failed", 0)));
    }
    isBusy = false;
  }

  /** @param {Own} photo */
  function createOwn({ id }) {
    const box = el("input", { type: "checkbox", on: { change: () => send(showPhoto(id, box.checked), element) } });
    const node = el("li", { class: "bench-picture" }, fetched.image(id),
      el("label", { class: "choice" }, box, el("span", { t: "bench.photoShow" })),
      el("button", { type: "button", class: "button bare", t: "bench.photoRemove", on: { click: () => send(removePhoto(id), element) } }));
    return node;
  }

  /** @param {HTMLElement} node @param {Own} photo */
  function drawOwn(node, { id, step, isShown }) {
    const box = /** @type {HTMLInputElement} */ (node.querySelector("input"));
    // What was just tapped counts.
    const wishes = pendingOf(state, "showPhoto").filter((item) => item.do.showPhoto.photo === id);
    box.checked = wishes.at(-1)?.do.showPhoto.isShown ?? isShown;
    /** @type {HTMLImageElement} */ (node.querySelector("img")).alt = t("bench.photoMine", { n: step + 1 });
  }

  /** @param {State} next */
  function update(next) {
    state = next;
    const open = openBench(next.room);
    show(addPart, open);
    show(element, open);
    if (!open || !next.room) return;
    const own = ownBench(next, open.segment.id).photos ?? [];
    const remaining = limit("photos") - photoCount(next.room);
    show(left, remaining <= FEW_LEFT);
    say(left, "bench.photosLeft", { count: Math.max(0, remaining) });
    chooser.disabled = remaining <= 0;
    list(mine, own, ({ id }) => id, createOwn, drawOwn);
    show(mine, own.length > 0);
    const shown = (benchOf(next.room, open.segment.id).photos ?? []).filter(({ person }) => !isMine(next, person)
      && person !== acting(next));
    show(fold, shown.length > 0);
    say(/** @type {HTMLElement} */ (fold.querySelector("summary")), "bench.photosOfOthers", { count: shown.length });
    list(others, fold.open ? shown.slice(-SHOWN).reverse() : [], ({ id }) => id,
      ({ id }) => el("li", { class: "bench-picture" }, fetched.image(id), el("p", { class: "small" })),
      (node, { person, step }) => {
        // The words below it say what it is.
        put(/** @type {HTMLElement} */ (node.querySelector("p")), t("bench.photoOf", { name: nameIn(next.room, person), n: step + 1 }));
      });
    fetched.keep([...own.map(({ id }) => id), ...shown.map(({ id }) => id)]);
  }

  return { add: addPart, element, update, stop: fetched.stop };
}
