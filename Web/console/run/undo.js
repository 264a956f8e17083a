// Knows what the console offers to take back: each step that others feel, for as long as the server takes it.
import { offerUndo } from "../../shared/parts/undo-line.js";
import { undo } from "../../shared/model/commands.js";
import { rejectionText } from "../../shared/texts/rejection.js";
import { toast } from "../../shared/parts/toast.js";

/** @typedef {import("../../shared/model/types.js").Command} Command */

/**
 * Offers after each step of one's own to take it back.
 * @param {import("../desk.js").Desk} desk
 */
export function offerSteps(desk) {
  desk.onStep = (id, command) => offerUndo(wordsOf(command), {}, async () => {
    const answer = await desk.session?.do(undo(id));
    if (answer && !answer.ack) toast("undo.refused", { reason: rejectionText(answer.rejection) }, "problem");
  });
}

/** @param {Command} command */
function wordsOf(command) {
  if ("endGroups" in command) return "undo.groupsEnded";
  if ("skipSegment" in command) return "undo.skipped";
  return "undo.stepped";
}
