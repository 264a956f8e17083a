// Knows how it is said what somebody will do: "I will grow cress by Friday 18 December, and show it to Owain."
import { dayOf } from "../../shared/texts/dates.js";
import { t } from "../../shared/texts/i18n.js";

/** @param {import("../../shared/model/takeaway.js").Action} action */
export function actionSentence({ what = "", by, showTo }) {
  const key = `takeaway.action${by ? "By" : ""}${showTo ? "To" : ""}`;
  return t(key, { what: trimmed(what), day: by ? dayOf(Date.parse(by), "UTC") : "", name: showTo ?? "" });
}

/**
 * The sentence has a full stop of its own.
 * @param {string} what
 */
function trimmed(what) { return what.replace(/[.\s]+$/, ""); }
