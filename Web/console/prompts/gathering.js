// Knows how cards are put together by hand and by keyboard: chosen with their boxes and named, or dragged to where others
// are. What is chosen stays chosen when answers change around it.
import { announce } from "../../shared/page/announce.js";
import { el, list, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { limit } from "../../shared/limits.js";
import { clusterResponses } from "../../shared/model/commands.js";

/** @typedef {import("../../shared/model/types.js").Prompt} Prompt */
/** @typedef {import("../../shared/model/prompt-cards.js").AnswerCard} AnswerCard */

const NEW = "";
const LOOSE = "-";

/**
 * The line of what is chosen.
 * @param {import("../desk.js").Desk} desk @param {string} id of the prompt @param {HTMLElement} trouble
 */
export function gathering(desk, id, trouble) {
  const count = el("span", { class: "numbers" });
  const into = el("select", { id: `into-${id}`, on: { change: () => draw() } });
  const name = el("input", { type: "text", id: `cluster-${id}`, maxlength: limit("clusterNameLength"), autocomplete: "off",
    on: { input: () => draw() } });
  const naming = el("span", { class: "prompt-gather-field" },
    el("label", { for: name.id, t: "asking.clusterName" }), name);
  const go = el("button", { type: "submit", class: "button", t: "asking.putTogether" });
  const cancel = el("button", { type: "button", class: "button bare", t: "common.cancel", on: { click: () => clear() } });
  const none = el("p", { class: "quiet small", t: "asking.gatherHint" });
  const line = el("div", { class: "prompt-gather-line", hidden: true }, count,
    el("span", { class: "prompt-gather-field" }, el("label", { for: into.id, t: "asking.into" }), into), naming, go, cancel);
  const node = el("form", { class: "prompt-gather", label: "asking.gather", on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    send();
  } } }, none, line);
  /** @type {Set<string>} */
  const chosen = new Set();
  /** @type {Map<string, AnswerCard>} */
  let cards = new Map();
  /** @type {Prompt|null} */
  let prompt = null;
  /** @type {string|null} the card that is dragged */
  let dragged = null;
  /** @type {string|null} the cluster that gets another name */
  let renamed = null;

  /** @param {string[]} keys */
  function cardsOf(keys) {
    return keys.flatMap((key) => {
      const card = cards.get(key);
      return card ? [{ response: card.response, index: card.index }] : [];
    }).slice(0, limit("cardsClusteredAtOnce"));
  }

  /** @param {string[]} keys @param {{cluster?: string, name?: string}} to */
  async function move(keys, to) {
    const isDone = await desk.act(clusterResponses(id, cardsOf(keys), to), trouble);
    if (!isDone) return false;
    announce(t(to.cluster || to.name ? "asking.moved" : "asking.movedOut", { count: keys.length }));
    return true;
  }

  async function send() {
    const named = name.value.trim();
    if (renamed !== null) {
      if (named && await desk.act(clusterResponses(id, [], { cluster: renamed, name: named }), trouble)) clear();
      return;
    }
    const to = into.value === NEW ? { name: named } : into.value === LOOSE ? {} : { cluster: into.value };
    if (go.disabled || !(await move([...chosen], to))) return;
    clear();
    // The keyboard goes on among the cards.
    const next = node.parentElement?.querySelector(".prompt-card input:not([hidden])");
    if (next instanceof HTMLElement) next.focus();
  }

  function clear() {
    chosen.clear();
    renamed = null;
    name.value = "";
    into.value = NEW;
    draw();
    for (const box of node.parentElement?.querySelectorAll(".prompt-card input") ?? []) {
      /** @type {HTMLInputElement} */ (box).checked = false;
    }
  }

  function draw() {
    const isRenaming = renamed !== null;
    const clusters = prompt?.clusters ?? [];
    show(none, chosen.size === 0 && !isRenaming);
    show(line, chosen.size > 0 || isRenaming);
    show(count, !isRenaming);
    say(count, "asking.chosen", { count: chosen.size });
    const place = into.value;
    const all = [{ id: NEW, name: "" }, ...clusters, { id: LOOSE, name: "" }];
    list(into, all, (one) => one.id, ({ id: value }) => el("option", { value }), (option, one) => {
      if (one.id === NEW) say(option, "asking.newCluster");
      else if (one.id === LOOSE) say(option, "asking.loose");
      else if (one.name) put(option, one.name);
      else say(option, "asking.noName");
    });
    into.value = all.some((one) => one.id === place) ? place : NEW;
    show(/** @type {HTMLElement} */ (into.parentElement), !isRenaming);
    show(naming, into.value === NEW || isRenaming);
    say(go, isRenaming ? "asking.rename" : into.value === LOOSE ? "asking.takeOut" : "asking.putTogether");
    go.disabled = !naming.hidden && name.value.trim() === "";
  }

  return {
    node,
    /** @param {string} key */
    isChosen: (key) => chosen.has(key),
    /** @param {string} key @param {boolean} isChosen */
    choose(key, isChosen) {
      if (isChosen) chosen.add(key);
      else chosen.delete(key);
      draw();
    },
    /** @param {string|null} key */
    drag(key) { dragged = key; },
    dragged: () => dragged !== null,
    /**
     * What is dragged, with all that is chosen if it is one of them.
     * @param {{cluster?: string}} to
     */
    async drop(to) {
      if (dragged === null) return;
      const keys = chosen.has(dragged) ? [...chosen] : [dragged];
      dragged = null;
      if (await move(keys, to)) clear();
    },
    /** @param {string} cluster @param {string} before */
    rename(cluster, before) {
      renamed = cluster;
      name.value = before;
      draw();
      name.focus();
    },
    /** @param {Prompt} next @param {Map<string, AnswerCard>} known */
    update(next, known) {
      prompt = next;
      cards = known;
      for (const key of chosen) if (!known.has(key)) chosen.delete(key);
      if (renamed !== null && !next.clusters?.some((one) => one.id === renamed)) renamed = null;
      draw();
    },
  };
}
