// Knows what the big screen shows: five things at most, read from the back of a room, and no measure of anybody.
import { el, put, say, show } from "../shared/page/html.js";
import { now } from "../shared/line/time.js";
import { currentSegment, openPulse } from "../shared/model/selectors.js";
import { wallClock } from "./clock.js";
import { wallJoin } from "./join.js";
import { wallAsk } from "./ask.js";
import { wallGroups } from "./groups.js";
import { wallSpeaking } from "./speaking.js";

/** @typedef {import("../shared/line/store.js").State} State */
/** @typedef {import("../shared/model/types.js").Room} Room */

/**
 * The screen.
 * @returns {{node: HTMLElement, update: (state: State) => void, tick: (now: number) => void}}
 */
export function wallScreen() {
  const kicker = el("p", { class: "wall-kicker" });
  const title = el("h1", { class: "wall-title" });
  const rehearsal = el("p", { class: "wall-rehearsal", t: "rehearsal.badge", hidden: true });
  const clock = wallClock();
  const join = wallJoin();
  const speaking = wallSpeaking();
  const asks = wallAsk();
  const groups = wallGroups();
  const node = el("div", { class: "wall-screen", hidden: true },
    el("header", { class: "wall-head" }, rehearsal, kicker, title), clock.node, speaking.node, asks.node, groups.node,
    join.node);
  /** @type {Room|null} */
  let room = null;

  /** @param {Room} of */
  function head(of) {
    const segment = currentSegment(of);
    const { phase, title: meeting } = of.details;
    put(title, segment?.title ?? meeting ?? "");
    show(kicker, true);
    if (phase === "planned") say(kicker, "wall.welcome");
    else if (phase === "ended") {
      say(kicker, "wall.endedText");
      say(title, "wall.ended");
    } else if (segment) say(kicker, `kind.${segment.kind}`);
    else say(kicker, "wall.between");
    if (!title.textContent) say(title, "wall.title");
  }

  /** @param {State} state */
  function update(state) {
    room = state.room;
    show(node, room);
    if (!room) return;
    const { phase } = room.details;
    show(rehearsal, state.isRehearsal);
    node.dataset.phase = phase;
    // The question on everybody's phone is more to the point than who speaks next.
    node.dataset.asks = String(phase === "open" && asks.hasContent(room));
    node.dataset.pulse = String(Boolean(openPulse(room)));
    // Where to sit comes before everything else that could be said.
    node.dataset.groups = String(groups.hasContent(room));
    groups.update(room);
    groups.tick(now());
    head(room);
    clock.update(room, now());
    join.update(phase === "ended" ? null : state.links);
    speaking.update(room);
    asks.update(room);
  }

  return {
    node,
    update,
    tick(moment) {
      if (room) clock.update(room, moment);
      groups.tick(moment);
    },
  };
}
