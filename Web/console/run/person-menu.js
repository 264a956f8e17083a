// Knows what a lead can do about one person, and which of it makes sense now.
import { confirm } from "../../shared/parts/dialog.js";
import * as commands from "../../shared/model/commands.js";
import { handPlace, openPulse } from "../../shared/model/selectors.js";
import { openBench } from "../../shared/model/bench.js";
import { account } from "../../meetings/account.js";
import { openKitFor } from "../bench/for-somebody.js";
import { openMenu } from "../menu.js";
import { nameText } from "../names.js";
import { openAnswers, openWriteFor } from "./for-others.js";
import { merge, openMerge, others } from "./merging.js";
import { openPersonal, openRename } from "./person-sheets.js";

/** @typedef {import("../../shared/model/types.js").AttendanceMode} AttendanceMode */
/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../menu.js").Item} Item */

/** @type {AttendanceMode[]} */
const MODES = ["remote", "room_device", "room_no_device", "phone_in"];
/** The modes in which somebody may have no device, so that others tap for them. */
const NEEDING_OTHERS = ["room_no_device", "table_device", "phone_in"];

/**
 * Opens the menu beside the person's card.
 * @param {Desk} desk
 * @param {string} id
 * @param {HTMLElement} anchor
 * @param {HTMLElement} trouble where a no is said
 */
export function openPersonMenu(desk, id, anchor, trouble) {
  const person = desk.state?.room?.people?.[id];
  if (!person) return;
  const params = { name: nameText(person) };
  const items = itemsFor(desk, id, anchor, trouble);
  openMenu(anchor, { name: ["console.run.menuOf", params], head: [nameText(person),
    person.school].filter(Boolean).join(", "), items });
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {HTMLElement} anchor
 * @param {HTMLElement} trouble
 * @returns {Item[]}
 */
function itemsFor(desk, id, anchor, trouble) {
  const state = desk.state;
  const room = state?.room;
  const person = room?.people?.[id];
  if (!state || !room || !person) return [];
  const isLive = room.details.phase === "open";
  const isMe = state.you?.person === id;
  const isMember = person.role !== "guest";
  const needsOthers = isLive && person.role === "participant" && NEEDING_OTHERS.includes(person.mode);
  const pulse = openPulse(room);
  const isParticipant = person.role === "participant";
  const params = { name: nameText(person) };
  const act = (/** @type {import("../../shared/model/types.js").Command} */ command) => desk.act(command, trouble);
  /** @type {[unknown, string, () => void, ("plain"|"danger")?][]} */
  const all = [
    [isLive && isParticipant && person.claims && room.people?.[person.claims], "mergeClaimed",
      () => merge(desk, id, person.claims ?? "", trouble)],
    [isLive && isMember && room.turn?.person !== id, "callOn", () => act(commands.callOn(id))],
    [isLive && isMember && room.turn?.person !== id, "startTurn", () => act(commands.startTurn(id))],
    [isLive && room.turn?.person === id, "endTurn", () => act(commands.endTurn(id))],
    [isLive && isMember && handPlace(room, id) === 0, "raiseHand", () => act(commands.raiseHand(id))],
    [isLive && handPlace(room, id) > 0, "lowerHand", () => act(commands.lowerHand(id))],
    [needsOthers && person.isPresent, "writeFor", () => openWriteFor(desk, id)],
    [needsOthers && person.isPresent && pulse, "answerFor", () => openAnswers(desk, id, pulse?.id ?? "", anchor, trouble)],
    [needsOthers && person.isPresent && openBench(room), "kitFor", () => openKitFor(desk, id)],
    [isLive && isParticipant && !person.isPresent, "checkIn", () => checkIn()],
    [isLive && person.isCheckedIn, "checkOut", () => act(commands.checkOut(id))],
    [isLive && isParticipant && !person.isScribe, "appointScribe", () => act(commands.appointScribe(id))],
    [isLive && person.isScribe, "dismissScribe", () => act(commands.dismissScribe(id))],
    [isLive && isParticipant, "appointLead", () => act(commands.appointLead(id))],
    [isLive && person.role === "lead", "dismissLead", () => act(commands.dismissLead(id))],
    [isLive && isMember && !isMe && person.role !== "coordinator" && person.role !== "table", "handOver", () => handOver()],
    [isMember && person.role !== "table" && room.details.phase !== "ended", "setMode", () => openModes(desk, id, anchor, trouble)],
    [room.details.phase !== "ended", "rename", () => openRename(desk, id)],
    [account() && isMember && person.role !== "coordinator", "personal", () => openPersonal(desk, id)],
    [isLive && isParticipant && others(room, id).length > 0, "merge", () => openMerge(desk, id, anchor, trouble)],
    [isLive && !isMe && isParticipant, "moveToLobby", () => act(commands.moveToLobby(id))],
    [isLive && !isMe && person.role !== "coordinator", "remove", () => remove(), "danger"],
  ];

  async function checkIn() {
    // Whoever is here without their device is in the room without one, until it comes back.
    if (person && !NEEDING_OTHERS.includes(person.mode)) await act(commands.setMode("room_no_device", id));
    await act(commands.checkIn(id));
  }

  async function handOver() {
    const isSure = await confirm({ title: ["console.run.handOverAsk", params],
      text: ["console.run.handOverText", params],
      yes: "console.run.menu.handOver" });
    if (isSure) act(commands.handOver(id));
  }

  async function remove() {
    const isSure = await confirm({ title: ["console.run.removeAsk", params], text: ["console.run.removeText", params],
      yes: "console.run.removeGo", isDanger: true });
    if (isSure) act(commands.remove(id));
  }

  return all.filter(([isPossible]) => isPossible)
    .map(([, what, run, kind]) => ({ key: `console.run.menu.${what}`, run, kind }));
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {HTMLElement} anchor
 * @param {HTMLElement} trouble
 */
function openModes(desk, id, anchor, trouble) {
  const person = desk.state?.room?.people?.[id];
  if (!person) return;
  openMenu(anchor, { name: ["console.run.modeTitle", { name: nameText(person) }], head: nameText(person),
    items: MODES.map((mode) => ({ key: `mode.${mode}`, isChosen: person.mode === mode,
      run: () => { desk.act(commands.setMode(mode, id), trouble); } })) });
}
