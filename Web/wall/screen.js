// Knows what the big screen shows: one thing at a time, read from the back of a room, and no measure of anybody.
import { el, put, say, show } from "../shared/page/html.js";
import { timeOfDay } from "../shared/texts/i18n.js";
import { now } from "../shared/line/time.js";
import { openBench } from "../shared/model/bench.js";
import { currentSegment } from "../shared/model/selectors.js";
import { runningRound } from "../shared/model/selectors-groups.js";
import { wallFoot } from "./clock.js";
import { wallJoin } from "./join.js";
import { wallBench } from "./bench.js";
import { wallAsk } from "./ask.js";
import { wallGroups } from "./groups.js";
import { wallHarvest } from "./harvest.js";
import { freshResult, messageToAll, modeOf, promptNow, whatToDo } from "../shared/model/on-wall.js";
import { hasTables } from "./places.js";
import { wallResult } from "./result.js";
import { sayAnswered } from "../shared/parts/answered.js";
import { limit } from "../shared/limits.js";
import { wallPrompt } from "./prompts.js";
import { wallSpeaking } from "./speaking.js";

/** @typedef {import("../shared/line/store.js").State} State */
/** @typedef {import("../shared/model/types.js").Room} Room */
/** @typedef {import("../shared/model/on-wall.js").Mode} Mode */

/** A note with more characters is set smaller, so that all of it is read. */
const LONG_NOTE = 220;

/**
 * The screen.
 * @returns {{node: HTMLElement, update: (state: State) => void, tick: (now: number) => void}}
 */
export function wallScreen() {
  const over = el("p", { class: "wall-over", "data-may-shorten": true });
  const rehearsal = el("span", { class: "tag wall-rehearsal", t: "rehearsal.badge", hidden: true });
  const kicker = el("p", { class: "wall-kicker" });
  const title = el("h1", { class: "wall-title", "data-may-shorten": true });
  const note = el("p", { class: "wall-note", "data-may-shorten": true });
  const foot = wallFoot();
  const join = wallJoin();
  const speaking = wallSpeaking();
  const asks = wallAsk();
  const groups = wallGroups();
  const harvest = wallHarvest();
  const result = wallResult();
  const prompt = wallPrompt();
  const bench = wallBench();
  const answered = el("span", { class: "numbers", hidden: true });
  const node = el("div", { class: "wall-screen", hidden: true },
    el("header", { class: "wall-head" }, over, el("p", { class: "wall-aside" }, rehearsal, " ", result.count, bench.count,
      groups.page, harvest.page, answered, " ", prompt.page)),
    el("div", { class: "wall-main" }, kicker, el("div", { class: "wall-line" }, title, groups.range), note,
      groups.node, harvest.node, result.node, prompt.node, bench.node, asks.node, speaking.node),
    join.node, foot.node);
  /** @type {State|null} */
  let last = null;
  /** @type {Mode|null} */
  let mode = null;

  /** @param {Room} room @param {Mode} shown */
  function head(room, shown) {
    const segment = currentSegment(room);
    const { phase, title: meeting, plannedStart, zone, place } = room.details;
    const todo = whatToDo(room);
    put(over, meeting ?? "");
    show(over, meeting && phase === "open" && (segment || shown !== "item"));
    show(kicker, true);
    put(title, todo.title);
    put(note, todo.note);
    if (shown === "planned") {
      say(kicker, "wall.welcome");
      if (plannedStart === undefined || plannedStart <= now()) say(note, "wall.startsSoon");
      else if (place) say(note, "wall.startsAtPlace", { time: timeOfDay(plannedStart, zone), place });
      else say(note, "wall.startsAt", { time: timeOfDay(plannedStart, zone) });
    } else if (shown === "ended") {
      put(kicker, meeting ?? "");
      say(title, "wall.ended");
      say(note, "wall.endedText");
    } else if (shown === "message") {
      say(kicker, "wall.message");
      put(title, messageToAll(room)?.text ?? "");
      put(note, "");
    } else if (shown === "groups") {
      const round = runningRound(room);
      show(kicker, false);
      put(over, segment?.title ?? meeting ?? "");
      say(title, round && hasTables(round) ? "wall.findTable" : "wall.findGroup");
      put(note, "");
    } else if (shown === "result") {
      put(over, segment?.title ?? meeting ?? "");
      show(kicker, false);
      say(title, "wall.resultTitle");
      put(note, "");
    } else if (shown === "prompt" || shown === "answers") {
      put(over, segment?.title ?? meeting ?? "");
      show(kicker, false);
      headPrompt(room);
    } else if (shown === "harvest") show(kicker, false);
    else if (!segment) say(kicker, "wall.between");
    else if (segment.speaker) say(kicker, "wall.kindWith", { kind: [`kind.${segment.kind}`, {}], name: segment.speaker });
    else say(kicker, `kind.${segment.kind}`);
    if (!title.textContent) say(title, "wall.title");
    show(note, note.textContent);
    node.dataset.long = String((note.textContent ?? "").length > LONG_NOTE);
  }

  /** @param {Room} room */
  function headPrompt(room) {
    const asked = promptNow(room);
    if (!asked) return;
    put(title, asked.text ?? "");
    if (asked.revealedAt === undefined) sayAnswered(answered, room, asked);
    else if (asked.isTooFew) say(answered, "anonymous.tooFew", { n: limit("fewestAnonymous") });
    else say(answered, "wall.answeredAll", { count: asked.handedIn });
    if (asked.closedAt === undefined) say(note, `wall.prompt.${asked.circle}`);
    else say(note, "wall.prompt.held");
  }

  /** @param {Room} room @param {number} moment */
  function draw(room, moment) {
    mode = modeOf(room, moment);
    node.dataset.mode = mode;
    node.dataset.phase = room.details.phase;
    head(room, mode);
    show(groups.node, mode === "groups");
    if (mode !== "groups") for (const part of [groups.page, groups.range]) show(part, false);
    show(harvest.node, mode === "harvest");
    show(harvest.page, mode === "harvest");
    show(result.node, mode === "result");
    show(result.count, mode === "result");
    show(prompt.node, mode === "answers");
    show(answered, mode === "prompt" || mode === "answers");
    if (mode !== "answers") show(prompt.page, false);
    else prompt.update(promptNow(room));
    show(join.node, mode === "item" || mode === "planned" || mode === "prompt");
    if (mode === "groups") groups.update(room);
    if (mode === "harvest") harvest.update(room);
    if (mode === "result") result.update(room, freshResult(room, moment));
    const isItem = mode === "item";
    const steps = isItem ? openBench(room) : null;
    for (const part of [bench.node, bench.count]) show(part, steps);
    asks.update(room);
    // Where something is asked over it, the step where most are is enough.
    if (steps) bench.update(room, steps, asks.node.hidden ? undefined : 1);
    if (!isItem && mode !== "harvest") show(asks.node, false);
    speaking.update(room);
    if (!isItem && !(mode === "harvest" && (room.turn || room.queue?.length))) show(speaking.node, false);
  }

  /** @param {Room} room @param {number} moment */
  function turn(room, moment) {
    if (mode === "groups") groups.tick(moment);
    if (mode === "harvest") harvest.tick(moment);
    if (mode === "answers") prompt.tick(moment);
    foot.update(room, mode ?? "item", last?.links?.code, moment);
  }

  return {
    node,
    update(state) {
      last = state;
      const { room } = state;
      show(node, room);
      if (!room) return;
      show(rehearsal, state.isRehearsal);
      join.update(state.links, room);
      draw(room, now());
      turn(room, now());
    },
    tick(moment) {
      const room = last?.room;
      if (!room) return;
      if (modeOf(room, moment) !== mode) draw(room, moment);
      turn(room, moment);
    },
  };
}
