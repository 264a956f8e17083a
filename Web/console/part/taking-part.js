// Knows the panel that shows leads who takes part: of each thing that is open and of the meeting so far how many could,
// how many did, and how many would not be seen doing it; in the room and on the call, side by side.
import { now } from "../../shared/line/time.js";
import { el, list, put, say, show } from "../../shared/page/html.js";
import { floorHolder, quietPeople, talkSoFar, together } from "../../shared/model/taking-part.js";
import { personText } from "../names.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {import("../../shared/model/taking-part.js").Count} Count */
/** @typedef {import("../../shared/model/taking-part.js").Item} Item */

const NAMES_SHOWN = 12;

/** The panel. */
export function takingPartPanel() {
  const nudge = el("p", { class: "console-nudge", role: "status" });
  const items = el("div", { class: "console-part-items" });
  const inRoom = row("console.run.inRoom");
  const onCall = row("console.run.onCall");
  const meeting = table("console.takingPart.meeting", ["here", "heard", "unseen"], [inRoom, onCall]);
  const quiet = el("p", { class: "quiet" });
  const talk = el("p", { class: "quiet numbers" });
  const turns = el("p", { class: "quiet numbers" });
  const none = el("p", { class: "quiet", t: "console.takingPart.none" });
  const body = el("div", {}, nudge, items, meeting, quiet, talk, turns, method());
  const node = el("div", { class: "console-tabpanel console-taking-part" }, none, body);
  /** @type {Room|null} */
  let shown = null;

  /** @param {Item[]} open */
  function showItems(open) {
    list(items, open, keyOf, itemPart, (node, item) => { if (shown) parts.get(node)?.(item, shown); });
  }

  /** Nothing of anybody stays in the page once it is over. */
  function clear() {
    showItems([]);
    for (const words of [nudge, quiet, talk, turns]) put(words, "");
  }

  /** What is said of time; the turn that goes on grows by itself. */
  function tick() {
    if (!shown) return;
    const at = now();
    const { planned, taken, left, turns: all, ofLeads } = talkSoFar(shown, at);
    show(talk, planned > 0 && left !== null);
    say(talk, "console.takingPart.talk", { taken, planned, left: left ?? 0 });
    show(turns, all > 0);
    say(turns, "console.takingPart.turns", { all, leads: ofLeads });
    const holder = floorHolder(shown, at);
    show(nudge, holder);
    if (!holder) return;
    const name = personText(shown, holder.person);
    if (holder.of === undefined) say(nudge, "console.takingPart.longTurn", { name, minutes: holder.minutes });
    else say(nudge, "console.takingPart.muchOf", { name, minutes: holder.minutes, all: holder.of });
  }

  return {
    node,
    tick,
    /** @param {import("../../shared/line/store.js").State} state */
    update({ room, panel }) {
      // Without it nothing is written again either.
      shown = panel && room?.details.phase === "open" ? room : null;
      show(body, shown);
      show(none, !shown);
      if (!shown || !panel) return clear();
      showItems(panel.items);
      inRoom.update(panel.room);
      onCall.update(panel.call);
      sayQuiet(quiet, shown, quietPeople(shown, panel));
      tick();
    },
  };
}

/** @param {Item} item */
function keyOf(item) { return `${item.kind} ${item.id}`; }

/** How it is counted, one tap away. */
function method() {
  return el("details", { class: "small" }, el("summary", { class: "quiet", t: "console.takingPart.how" }),
    el("p", { class: "quiet", t: "console.takingPart.method" }));
}

/** @param {HTMLElement} node @param {Room} room @param {string[]} people */
function sayQuiet(node, room, people) {
  const rest = people.length - NAMES_SHOWN;
  const names = people.slice(0, NAMES_SHOWN).map((id) => personText(room, id)).join(", ");
  show(node, people.length > 0);
  if (rest > 0) say(node, "console.takingPart.quietMore", { names, count: rest });
  else say(node, "console.takingPart.quiet", { names });
}

/**
 * How each thing that is open is told anew.
 * @type {WeakMap<HTMLElement, (item: Item, room: Room) => void>}
 */
const parts = new WeakMap();

/** One thing that is open. */
function itemPart() {
  const title = el("h3", { class: "console-part-item" });
  const sum = el("p", { class: "numbers" });
  const inRoom = row("console.run.inRoom");
  const onCall = row("console.run.onCall");
  const places = table("console.takingPart.places", ["offered", "done", "unseen"], [inRoom, onCall]);

  const node = el("section", {}, title, sum, places);
  parts.set(node, (item, room) => {
    const { key, words } = titleOf(room, item);
    say(title, key, words);
    const all = together(item);
    if (all.done === undefined) say(sum, "console.takingPart.sumHidden", { offered: all.offered, unseen: all.unseen });
    else say(sum, "console.takingPart.sum", { offered: all.offered, done: all.done, unseen: all.unseen });
    show(places, item.room.done !== undefined && item.room.offered > 0 && item.call.offered > 0);
    inRoom.update(item.room);
    onCall.update(item.call);
  });
  return node;
}

/** @param {Room} room @param {Item} item @returns {{key: string, words: {title: string}}} */
function titleOf(room, item) {
  /** @param {string|undefined} id */
  const segment = (id) => ({ title: room.agenda?.find((one) => one.id === id)?.title ?? "" });
  switch (item.kind) {
    case "pulse":
      return { key: "console.takingPart.pulse", words: segment(room.pulses?.find(({ id }) => id === item.id)?.segment) };
    case "kit": return { key: "console.takingPart.kit", words: segment(item.id) };
    case "prompt":
      return { key: "console.takingPart.prompt",
        words: { title: room.prompts?.find(({ id }) => id === item.id)?.text ?? "" } };
  }
}

/** @param {string} label @param {string[]} columns @param {{node: HTMLElement}[]} rows */
function table(label, columns, rows) {
  return el("table", { class: "console-table", label },
    el("thead", {}, el("tr", {}, el("td", {}),
      ...columns.map((column) => el("th", { scope: "col", t: `console.takingPart.${column}` })))),
    el("tbody", {}, ...rows.map(({ node }) => node)));
}

/** @param {string} key */
function row(key) {
  const cells = ["offered", "done", "unseen"].map(() => el("td", { class: "numbers" }));
  return {
    node: el("tr", {}, el("th", { scope: "row", t: key }), ...cells),
    /** @param {Count} count */
    update({ offered, done, unseen }) {
      for (const [index, number] of [offered, done ?? 0, unseen].entries()) put(cells[index], String(number));
    },
  };
}
