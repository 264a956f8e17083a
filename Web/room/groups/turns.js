// Knows the card of turns in my group: whose it is, how long, who comes next. Anybody of the group may tap.
import { el, put, say, show } from "../../shared/page/html.js";
import { now, tick } from "../../shared/line/time.js";
import { endGroupTurns, giveGroupTurn, nextTurn } from "../../shared/model/turns.js";
import { isMine } from "../../shared/model/selectors.js";
import { myGroup } from "../../shared/model/selectors-groups.js";
import { exact } from "../../shared/texts/durations.js";
import { nameIn } from "../names.js";

/** @typedef {import("../../shared/line/store.js").State} State */

/** @param {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>}} options */
export function groupTurns({ send }) {
  const title = el("h2", { class: "turn-title", id: "turn-title", tabindex: "-1" });
  const left = el("p", { class: "turn-left numbers" });
  const then = el("p", { class: "quiet" });
  const next = el("button", { type: "button", class: "button wide", on: { click: () => give() } });
  const end = el("button", { type: "button", class: "button bare", t: "turns.end",
    on: { click: () => { send(endGroupTurns(), element); } } });
  const running = el("div", { class: "turn-now" }, title, left, then, el("div", { class: "row" }, next, end));
  const begin = el("div", { class: "turn-begin" },
    el("button", { type: "button", class: "button", t: "turns.begin", "aria-describedby": "turn-hint",
      on: { click: () => give() } }), el("p", { class: "quiet small", id: "turn-hint", t: "turns.hint" }));
  const element = el("section", { class: "card group-turns", label: "turns.title", hidden: true }, begin, running);
  /** @type {State|null} */
  let state = null;

  const give = async () => {
    const before = document.activeElement;
    if (!state) return;
    await send(giveGroupTurn(myGroup(state)?.group.turns?.person), element);
    // What was tapped may be hidden now: whoever tapped goes on where it is told whose turn it is.
    if (before instanceof HTMLElement && before.closest("[hidden]")) title.focus();
  };

  /** @param {number} moment */
  const render = (moment) => {
    const turns = state && myGroup(state)?.group.turns;
    if (!turns?.person) return;
    const rest = turns.since + turns.seconds * 1000 - moment;
    element.classList.toggle("is-over", rest <= 0);
    if (rest > 0) say(left, "turns.left", { time: exact(Math.ceil(rest / 1000) * 1000) });
    else say(left, "turns.over");
  };
  const stop = tick(render);

  /** @param {State} shown */
  const update = (shown) => {
    state = shown;
    const { room } = shown;
    const seat = myGroup(shown);
    const group = seat?.group;
    const isOn = Boolean(group?.turns);
    show(element, isOn || (group && group.members.length > 1 && seat?.round.kind !== "coffee"));
    show(begin, !isOn);
    show(running, isOn);
    if (!room || !group?.turns) return;
    const { person } = group.turns;
    const isMyTurn = person !== undefined && isMine(shown, person);
    element.classList.toggle("is-mine", isMyTurn);
    if (isMyTurn && shown.you?.person === person) say(title, "turns.yours");
    else if (person) say(title, "turns.of", { name: nameIn(room, person) });
    else say(title, "turns.nobody");
    show(left, person);
    const following = nextTurn(room, group);
    if (following) say(then, "turns.then", { name: nameIn(room, following) });
    else say(then, "turns.last");
    say(next, following ? "turns.next" : "turns.finish");
    show(end, following);
    render(now());
  };
  return { element, update, stop };
}
