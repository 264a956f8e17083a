// Knows that nothing half-written is lost: a text field is kept on the device until it is sent or cleared.
import { recall, remember } from "./stored.js";

const WAIT_MILLISECONDS = 300;

/**
 * Fills a field with its draft and keeps it from now on.
 * @param {HTMLTextAreaElement|HTMLInputElement} field
 * @param {string} key meeting, person and place
 * @returns {{clear: () => void, save: () => void, hold: () => void, release: () => void}} while it is held, what the
 *   field shows is something else and the kept text stays as it was
 */
export function keepDraft(field, key) {
  const place = `draft.${key}`;
  const kept = recall(place);
  if (typeof kept === "string" && field.value === "") field.value = kept;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  let isHeld = false;
  const save = () => {
    clearTimeout(timer);
    if (isHeld) return;
    remember(place, field.value === "" ? null : field.value);
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, WAIT_MILLISECONDS);
  });
  field.addEventListener("blur", save);
  addEventListener("pagehide", save);
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
  };
}
