// Knows the wishes about what somebody takes with them. No DOM.
import { wish } from "./commands-groups.js";

/** @typedef {{what?: string, by?: string, showTo?: string}} Action what I will do, by which day, and to whom I show it */

/** @param {Action} action nothing takes it back */
export const saveAction = ({ what, by, showTo }) => wish("saveAction", { what, by, showTo });

/** @param {"was_here"|"not_me"|"taken_back"} claim @param {string} [segment] the whole meeting if missing */
export const correctRecord = (claim, segment) => wish("correctRecord", { claim, segment });
