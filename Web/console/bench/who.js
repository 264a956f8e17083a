// Knows how the people of kits are named on the console: whoever was joined with another entry by the name they have now.
import { identity } from "../../shared/model/selectors.js";
import { nameIn } from "../../room/names.js";

/** @param {import("../../shared/model/types.js").Room} room @param {string} id */
export function personName(room, id) { return nameIn(room, identity(room, id)); }
