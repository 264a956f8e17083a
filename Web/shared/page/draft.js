// Knows that nothing half-written is lost: a text field is kept on the device, letter by letter, until it is sent or
// cleared. Two tabs keep one draft: what one of them sent stands in the other no more.
import { recall, remember, storedKey } from "./stored.js";

/**
 * Fills a field with its draft and keeps it from now on.
 * @param {HTMLTextAreaElement|HTMLInputElement} field
 * @param {string} key meeting, person and place
 * @returns {{clear: () => void, save: () => void, hold: () => void, release: () => void, stop: () => void,
 *   putBack: (text: string) => void}} while it is held, what the field shows is something else and the kept text stays
 *   as it was; `stop` when the field is gone; `putBack` for words that came back: they stand before what was written
 *   meanwhile
 */
export function keepDraft(field, key) {
  const place = `draft.${key}`;
  let isHeld = false;
  /** What is kept as far as this page knows. */
  let known = kept(place);
  if (field.value === "") field.value = known;

  const save = () => {
    if (isHeld || field.value === known) return;
    known = field.value;
    remember(place, known === "" ? null : known);
  };

  /** What another tab did with it is done here, unless something else was written here. */
  const follow = () => {
    const now = kept(place);
    const wasSame = field.value === known;
    if (now === known || isHeld) return;
    known = now;
    if (!wasSame) return;
    field.value = now;
    field.dispatchEvent(new Event("input"));
  };

  /** @param {StorageEvent} event */
  const onStored = (event) => { if (event.key === storedKey(place)) follow(); };
  /** @type {[EventTarget, string, any][]} */
  const listening = [[field, "input", save], [field, "blur", save], [globalThis, "pagehide", save],
    [globalThis, "storage", onStored], [globalThis, "pageshow", follow]];
  for (const [target, kind, run] of listening) target.addEventListener(kind, run);
  return {
    save,
    hold: () => {
      save();
      isHeld = true;
    },
    release: () => { isHeld = false; },
    clear: () => {
      field.value = "";
      save();
    },
    putBack: (text) => {
      follow();
      field.value = [text, field.value].filter(Boolean).join("\n");
      save();
    },
    stop: () => { for (const [target, kind, run] of listening) target.removeEventListener(kind, run); },
  };
}

/** @param {string} place @returns {string} */
function kept(place) {
  const text = recall(place);
  return typeof text === "string" ? text : "";
}
