// Knows help with kits on a phone: that somebody is asked to come to me, and that I am asked to go to somebody.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { declineHelp, giveHelp } from "../../shared/model/commands.js";
import { myAskers, openBench, ownBench } from "../../shared/model/bench.js";
import { acting, personOf } from "../../shared/model/selectors.js";
import { otherName } from "../for-whom.js";
import { nameIn } from "../names.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {ReturnType<typeof myAskers>[number]} Asker */

/** @param {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>}} options */
export function benchHelp({ send }) {
  const who = el("p", { role: "status" });
  const helped = el("button", { type: "button", class: "button", on: { click: () => {
    const open = openBench(state.room);
    const peer = open && ownBench(state, open.segment.id).call?.peer;
    const me = acting(state);
    if (open && peer && me) send(giveHelp(open.segment.id, me, peer), coming);
  } } });
  const coming = el("div", { class: "bench-coming", hidden: true }, who, helped);
  const rows = el("ul", { class: "bench-askers" });
  const title = el("h3", { id: "bench-asks", class: "bench-asks-title", tabindex: "-1" });
  const asked = el("section", { class: "bench-asks", "aria-labelledby": "bench-asks", hidden: true }, title, rows);
  /** @type {State} */
  let state;

  /** @param {Asker} asker */
  function create({ person, segment }) {
    const node = el("li", { class: "bench-asker" }, el("p", { class: "bench-asker-who" }), el("p", { class: "bench-asker-note" }),
      el("div", { class: "row" },
        el("button", { type: "button", class: "button primary",
          on: { click: () => { const me = acting(state); if (me) send(giveHelp(segment, person, me), node); } } }),
        el("button", { type: "button", class: "button",
          on: { click: () => send(declineHelp(segment, person), node) } })));
    return node;
  }

  /** @param {HTMLElement} node @param {Asker} asker */
  function draw(node, { person, step, note }) {
    const [words, own] = /** @type {HTMLElement[]} */ ([...node.children]);
    const other = otherName(state);
    const [did, cannot] = /** @type {HTMLElement[]} */ ([...node.querySelectorAll("button")]);
    say(did, other === null ? "bench.weDidIt" : "benchBoard.peerHelped", { name: other ?? "" });
    say(cannot, other === null ? "bench.cannot" : "bench.cannotOf", { name: other ?? "" });
    const mode = personOf(state.room, person)?.mode ?? "unknown";
    say(words, "bench.isStuck", { name: nameIn(state.room, person), n: step + 1, where: t(`bench.at.${mode}`) });
    show(own, note);
    put(own, note ?? "");
  }

  /** @param {State} next */
  function update(next) {
    state = next;
    const open = openBench(next.room);
    const other = otherName(next);
    const call = open ? ownBench(next, open.segment.id).call : undefined;
    show(coming, call);
    if (call?.peer) {
      const name = nameIn(next.room, call.peer);
      say(who, other === null ? "bench.comes" : "bench.comesOf", { name, other: other ?? "" });
      say(helped, other === null ? "bench.helpedMe" : "bench.helpedOf", { name, other: other ?? "" });
    } else say(who, other === null ? "bench.seen" : "bench.seenOf", { other: other ?? "" });
    say(title, other === null ? "bench.asked" : "bench.askedOf", { name: other ?? "" });
    show(helped, call?.peer);
    const askers = myAskers(next);
    show(asked, askers.length > 0);
    list(rows, askers, ({ person }) => person, create, draw);
  }

  return { coming, asked, update };
}
