// Knows what a lead reads of the wall beside the present item: what it shows now, and what can be brought there instead.
import { el, say, show } from "../../shared/page/html.js";
import { now } from "../../shared/line/time.js";
import { openBench } from "../../shared/model/bench.js";
import { startPulse } from "../../shared/model/commands.js";
import { modeOf } from "../../shared/model/on-wall.js";
import { openPulse } from "../../shared/model/selectors.js";
import { runningRound } from "../../shared/model/selectors-groups.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */

/**
 * The part.
 * @param {import("../desk.js").Desk} desk
 * @param {{ask: () => void, writeToAll: () => void}} on the ways to what is asked, and to a message to all groups
 */
export function onWallPart(desk, on) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const look = el("a", { class: "button bare", target: "_blank", rel: "noopener", t: "console.join.openWall" });
  const what = el("p", {});
  const pulse = way("console.onWall.pulse", () => { desk.act(startPulse(), trouble); });
  const prompt = way("console.onWall.ask", on.ask);
  const toAll = way("console.onWall.toAll", on.writeToAll);
  const instead = el("p", { class: "on-wall-instead" }, el("span", { class: "quiet", t: "console.onWall.instead" }), pulse,
    prompt, toAll);
  const node = el("section", { class: "console-part", "aria-labelledby": "on-wall" },
    el("div", { class: "part-head" }, el("h2", { id: "on-wall", t: "console.onWall.title" }), look), what, instead,
    trouble);

  /** @param {string} key @param {() => void} click */
  function way(key, click) { return el("button", { type: "button", class: "button bare", t: key, on: { click } }); }

  /** @param {Room} room @param {number} moment */
  function shown(room, moment) {
    const mode = modeOf(room, moment);
    if (mode !== "item") return mode;
    if (openPulse(room)) return "pulseOpen";
    return openBench(room) ? "kit" : mode;
  }

  /** @param {number} moment */
  function tick(moment) {
    const room = desk.state?.room;
    if (room && room.details.phase !== "ended") say(what, `console.onWall.shows.${shown(room, moment)}`);
  }

  return {
    node,
    tick,
    /** @param {import("../../shared/line/store.js").State} state */
    update({ room, links }) {
      if (!room) return;
      const isOpen = room.details.phase === "open";
      show(node, room.details.phase !== "ended");
      const round = runningRound(room);
      show(look, links?.wall);
      if (links?.wall) look.href = links.wall;
      show(instead, isOpen);
      // Before the first item there is nothing to ask about.
      show(pulse, !openPulse(room) && room.agenda?.some((one) => one.runs.length > 0));
      show(toAll, round);
      tick(now());
    },
  };
}
