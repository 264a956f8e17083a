// Knows kits as facts change them. Mirrors Room+Bench.swift and Room+Help.swift on what this viewer is told: how many are
// where, for leads also who asked to be seen. Where one is oneself comes in `own`.
import { present } from "./present.js";

/** @typedef {import("../model/types.js").Bench} Bench */

/** @param {import("../model/types.js").Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyBench(room, { name, fields, at, viewer, isLead }) {
  switch (name) {
    case "kitSet":
      set(benchOf(room, fields.segment, viewer), fields);
      return true;
    case "helpCalled":
      if (isLead) call(benchOf(room, fields.segment, viewer).calls ?? [], fields, at);
      return true;
    case "helpOffered":
      change(room, fields, viewer, (one) => present(Object.assign(one, { peer: fields.peer })));
      return true;
    case "helpDeclined":
      change(room, fields, viewer, (one) => {
        delete one.peer;
        one.declined.push(fields.peer);
      });
      return true;
    case "helpGiven":
      close(room, fields, viewer);
      benchOf(room, fields.segment, viewer).helps?.push({ person: fields.person, peer: fields.peer, step: fields.step });
      return true;
    case "helpClosed":
      close(room, fields, viewer);
      return true;
    case "kitReviewed":
      review(benchOf(room, fields.segment, viewer).reviews, fields);
      return true;
    case "photoAdded":
      benchOf(room, fields.segment, viewer).photoIDs?.push(fields.photo);
      return true;
    case "photoShown":
      showPhoto(benchOf(room, fields.segment, viewer), fields);
      return true;
    case "photoRemoved":
      removePhoto(benchOf(room, fields.segment, viewer), fields.photo);
      return true;
    default: return false;
  }
}

/**
 * What there is of an item's kits; it begins with the first fact.
 * @param {import("../model/types.js").Room} room @param {string} segment @param {import("../model/types.js").Viewer} viewer
 * @returns {Bench}
 */
function benchOf(room, segment, viewer) {
  room.benches ??= [];
  const known = room.benches.find((one) => one.segment === segment);
  if (known) return known;
  /** @type {Bench} */
  const bench = { segment, counts: {} };
  if (viewer !== "wall") Object.assign(bench, { photos: [], photoIDs: [] });
  if (viewer === "lead") Object.assign(bench, { calls: [], helps: [], reviews: [] });
  room.benches.push(bench);
  return bench;
}

/** @param {Bench} bench @param {Record<string, any>} fields */
function set({ counts }, { step, state, previousStep, previousState }) {
  if (previousState !== undefined) count(counts, `${previousStep}.${previousState}`, -1);
  count(counts, `${step}.${state}`, 1);
}

/** @param {Record<string, number>} counts @param {string} spot @param {number} by */
function count(counts, spot, by) {
  counts[spot] = Math.max(0, (counts[spot] ?? 0) + by);
  if (counts[spot] === 0) delete counts[spot];
}

/** @param {import("../model/types.js").HelpCall[]} calls @param {Record<string, any>} fields @param {number} at */
function call(calls, { person, step, note }, at) {
  if (person === "counted") return;
  const known = calls.find((one) => one.person === person);
  if (known) present(Object.assign(known, { step, note }));
  else calls.push(present({ person, step, note, since: at, declined: [] }));
}

/**
 * @param {import("../model/types.js").Room} room @param {Record<string, any>} fields
 * @param {import("../model/types.js").Viewer} viewer
 * @param {(call: import("../model/types.js").HelpCall) => void} body
 */
function change(room, { segment, person }, viewer, body) {
  const known = benchOf(room, segment, viewer).calls?.find((one) => one.person === person);
  if (known) body(known);
}

/**
 * @param {import("../model/types.js").Room} room @param {Record<string, any>} fields
 * @param {import("../model/types.js").Viewer} viewer
 */
function close(room, { segment, person }, viewer) {
  const { calls } = benchOf(room, segment, viewer);
  const index = calls?.findIndex((one) => one.person === person) ?? -1;
  if (index >= 0) calls?.splice(index, 1);
}

/** @param {import("../model/types.js").KitReview[]|undefined} reviews @param {Record<string, any>} fields */
function review(reviews, { person, isStudent, fiddly, frustrating, adaption }) {
  if (!reviews || person === "counted") return;
  const index = reviews.findIndex((one) => one.person === person && one.isStudent === isStudent);
  if (index >= 0) reviews.splice(index, 1);
  reviews.push(present({ person, isStudent, fiddly, frustrating, adaption }));
}

/** @param {Bench} bench @param {Record<string, any>} fields */
function showPhoto({ photos }, { photo, person, step, width, height, isShown }) {
  if (!photos) return;
  const index = photos.findIndex((one) => one.id === photo);
  if (isShown && index < 0) photos.push({ id: photo, person, step, width, height });
  if (!isShown && index >= 0) photos.splice(index, 1);
}

/** @param {Bench} bench @param {string} photo */
function removePhoto({ photos, photoIDs }, photo) {
  const shown = photos?.findIndex((one) => one.id === photo) ?? -1;
  if (shown >= 0) photos?.splice(shown, 1);
  const index = photoIDs?.indexOf(photo) ?? -1;
  if (index >= 0) photoIDs?.splice(index, 1);
}
