// Knows how groups are taken from a list: whoever is here is found, the others keep a seat under their name.
import { openListSheet } from "../lists/sheet.js";
import { groupsOf } from "../lists/reading.js";

/**
 * Opens the sheet.
 * @param {import("../desk.js").Desk} desk
 * @param {number} size how many sit together where the list names no groups
 * @param {(groups: import("../lists/reading.js").ListedGroup[]) => void} take
 */
export function openNameList(desk, size, take) {
  openListSheet(desk, { title: "forming.listTitle", label: "forming.listLabel", hint: "forming.listHint",
    example: "forming.listExample", empty: "forming.listEmpty", take: "forming.listGo", withAddresses: false },
  ({ list, members }) => {
    take(groupsOf(list, members, size));
    return true;
  });
}
