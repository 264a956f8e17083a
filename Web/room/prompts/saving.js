// Knows how an answer is kept while it is written: on the device at once, on the server after a pause, one wish at a
// time. What the server has not got yet is marked on the device, so that another device's newer words are not overwritten
// by older ones.
import { recall, remember } from "../../shared/page/stored.js";
import { isSameAnswer } from "../../shared/model/prompts.js";

/** @typedef {import("../../shared/model/types.js").Answer} Answer */
/** @typedef {"only_me"|"group"|null} Narrowing */
/** @typedef {{answer: Answer, narrowing: Narrowing}} Written */

/** After a pause this long, a draft goes to the server. */
export const PAUSE_MILLISECONDS = 1_500;

/**
 * @param {{place: string, send: (written: Written, isHandedIn: boolean) => Promise<boolean>,
 *   onChange?: (isSaved: boolean) => void}} options `place` is the meeting, the person and the prompt; `send` says
 *   whether the server has taken it
 */
export function saving({ place, send, onChange }) {
  const key = `draft.${place}`;
  /** @type {Written|null} what the server has not got yet */
  let waiting = recall(key);
  let isSending = false;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;

  /** @param {Written} written */
  const keep = (written) => {
    waiting = written;
    remember(key, written);
    onChange?.(false);
  };

  /**
   * The server has it. What was written since, here or by a card that took this one's place, stays.
   * @param {Written} written
   */
  const forget = (written) => {
    if (!waiting || !isSame(waiting, written)) return false;
    const kept = recall(key);
    waiting = null;
    if (!kept || isSame(kept, written)) remember(key, null);
    onChange?.(true);
    return true;
  };

  const flush = async () => {
    clearTimeout(timer);
    const written = waiting;
    if (!written || isSending) return;
    isSending = true;
    const isTaken = await send(written, false);
    isSending = false;
    // Something else may have been written meanwhile; then that goes next.
    if (isTaken && !forget(written)) later();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE_MILLISECONDS);
  };

  return {
    /** What was written here and is not on the server. */
    get waiting() { return waiting; },
    /** @param {Written} written */
    note(written) {
      keep(written);
      later();
    },
    flush,
    /**
     * Hands in what stands there. What is refused stays a draft.
     * @param {Written} written @returns {Promise<boolean>}
     */
    async handIn(written) {
      clearTimeout(timer);
      keep(written);
      const isTaken = await send(written, true);
      if (isTaken) forget(written);
      return isTaken;
    },
    /** Nobody writes here any more; what is on the device stays. */
    stop() { clearTimeout(timer); },
  };
}

/** @param {Written} one @param {Written} other */
function isSame(one, other) { return isSameAnswer(one.answer, other.answer) && one.narrowing === other.narrowing; }
