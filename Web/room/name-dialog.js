// Knows how one's own name and school are put right.
import { ask } from "../shared/parts/dialog.js";
import { el } from "../shared/page/html.js";
import { rename } from "../shared/model/commands.js";
import { personFields } from "../shared/parts/person-fields.js";

/** @typedef {import("../shared/model/types.js").Person} Person */

/**
 * Asks, and says the wish if something is another.
 * @param {Person|null} person @param {(command: Record<string, any>) => Promise<boolean>} send
 */
export async function changeName(person, send) {
  const fields = personFields("my", person ?? {}, person?.role !== "guest" && person?.role !== "table");
  const answer = await ask({ title: "more.rename", body: [el("p", { class: "hint", t: "more.renameText" }), fields.element],
    actions: [{ key: "common.save", value: "save", kind: "primary" }, { key: "common.cancel", value: "" }] });
  const { name, school } = fields.values();
  if (answer !== "save" || (name === person?.name && school === person?.school)) return;
  await send(rename(name, school ?? null));
}
