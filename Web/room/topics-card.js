// Knows what one offers and needs, by taps on the meeting's topics; needs in the order in which they were tapped. Every
// tap is kept at once.
import { el, list, name, put, say, show } from "../shared/page/html.js";
import { language, t } from "../shared/texts/i18n.js";
import { recall, remember } from "../shared/page/stored.js";
import { setNeeds, setOffers, setTeaching } from "../shared/model/commands-groups.js";
import { acting, me, pendingOf, personOf } from "../shared/model/selectors.js";
import { SCHOOL_PHASES } from "../shared/model/phases.js";
import { topicName } from "../shared/model/selectors-groups.js";

/** @typedef {import("../shared/line/store.js").State} State */

/** As many as one can mean at once. */
const MOST_TOPICS = 5;
const WISHES = { offers: { command: "setOffers", make: setOffers }, needs: { command: "setNeeds", make: setNeeds } };

/**
 * @param {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>, scope: string,
 *   isAtHand: boolean}} options at hand it is offered once, after coming in; else it is there to be looked up
 */
export function topicsCard({ send, scope, isAtHand }) {
  const id = isAtHand ? "topics" : "my-topics";
  const closedPlace = `topics.${scope}`;
  let isClosed = isAtHand && recall(closedPlace) === true;
  const offers = row("offers");
  const needs = row("needs");
  const taught = el("span", { class: "topics-chosen small" });
  const phases = el("div", { class: "chips topics-body", role: "group", "aria-labelledby": `${id}-teaching` },
    ...SCHOOL_PHASES.map((phase) => el("button", { type: "button", class: "button chip", data: { phase },
      t: `topics.teaching.${phase}`,
      on: { click: () => send(setTeaching(current.teaching === phase ? null : phase), element) } })));
  const close = el("button", { type: "button", class: "button", on: { click: () => {
    isClosed = true;
    remember(closedPlace, true);
    if (state) update(state);
  } } });
  const title = el("h2", { class: "card-title", id: `${id}-title` });
  const why = el("p", { class: "small" });
  const forWhom = el("p", { class: "quiet", t: "topics.forWhom" });
  const body = el("div", { class: "stack" }, offers.element, needs.element,
    el("details", { class: "fold topics-row" },
      el("summary", {}, el("span", {}, el("h3", { class: "topics-kind", id: `${id}-teaching`, t: "topics.teaching" }),
        taught)), phases),
    isAtHand && el("div", { class: "row" }, close, el("p", { class: "quiet small", t: "topics.found" })));
  // It stands in two places of the page: one of them is a landmark.
  const element = el(isAtHand ? "section" : "div", { class: "card topics", hidden: true,
    ...(isAtHand ? { "aria-labelledby": `${id}-title` } : {}) }, title, why,
    forWhom, body);

  /** @type {State|null} */
  let state = null;
  /**
   * Whether it stood there when one came in.
   * @type {boolean|undefined}
   */
  let isKept;
  /**
   * What holds for whoever taps, with what is on its way.
   * @type {{offers: string[], needs: string[], teaching?: string}}
   */
  let current = { offers: [], needs: [] };

  /** @param {"offers"|"needs"} kind */
  function row(kind) {
    const chips = el("div", { class: "chips", role: "group", "aria-labelledby": `${id}-${kind}` });
    const chosen = el("span", { class: "topics-chosen small" });
    const full = el("p", { class: "hint", role: "status" });
    const hint = kind === "needs" && el("p", { class: "hint", t: "topics.needsHint" });
    const element = el("details", { class: "fold topics-row", data: { kind } },
      el("summary", {}, el("span", {}, el("h3", { class: "topics-kind", id: `${id}-${kind}`, t: `topics.${kind}` }),
        chosen)),
      el("div", { class: "topics-body" }, hint, chips, full));
    /** @param {string} topic */
    const tap = (topic) => {
      const before = current[kind];
      const isFull = !before.includes(topic) && before.length >= MOST_TOPICS;
      if (isFull) say(full, "topics.full", { count: MOST_TOPICS });
      else put(full, "");
      if (isFull) return;
      const after = before.includes(topic) ? before.filter((one) => one !== topic) : [...before, topic];
      send(WISHES[kind].make(after), element);
    };
    /** @param {State} next */
    const update = (next) => {
      put(chosen, current[kind].map((topic) => topicName(next.room, topic, language())).join(", "));
      renderChips(next);
    };
    /** @param {State} next */
    const renderChips = (next) => list(chips, next.room?.topics ?? [], (topic) => topic.id,
      (topic) => el("button", { type: "button", class: "button chip", on: { click: () => tap(topic.id) } },
        el("span", { class: "chip-place numbers", "aria-hidden": "true" }), el("span", {})),
      (node, topic) => {
        const [place, label] = /** @type {HTMLElement[]} */ ([...node.children]);
        const index = current[kind].indexOf(topic.id);
        const text = topicName(next.room, topic.id, language());
        node.setAttribute("aria-pressed", String(index >= 0));
        put(label, text);
        const isPlaced = kind === "needs" && index >= 0;
        show(place, isPlaced);
        node.classList.toggle("is-placed", isPlaced);
        put(place, isPlaced ? String(index + 1) : "");
        if (isPlaced) name(node, "topics.place", { topic: text, count: index + 1 });
        else node.setAttribute("aria-label", text);
      });
    return { element, update };
  }

  /** @param {State} next */
  const update = (next) => {
    state = next;
    const { room } = next;
    const self = me(next);
    const mayChoose = self !== null && self.role !== "guest" && next.room?.details.phase !== "ended";
    const isWanted = !isAtHand || (!isClosed && !room?.rounds?.length);
    show(element, mayChoose && isWanted && (room?.topics ?? []).length > 0);
    if (element.hidden || !self || !room) return;
    // What a table itself could help with nobody can say: it is somebody at it.
    const subject = personOf(room, next.subject ?? undefined);
    const isSomebody = self.role !== "table" || subject !== null;
    show(forWhom, !isSomebody);
    show(body, isSomebody);
    if (subject) say(title, "topics.titleOf", { name: subject.name ?? t("common.nameless") });
    else say(title, "topics.title");
    const person = personOf(room, acting(next));
    current = { offers: wish(next, "offers") ?? person?.offers ?? [], needs: wish(next, "needs") ?? person?.needs ?? [],
      teaching: teachingOf(next) ?? person?.teaching };
    const hasChosen = current.offers.length + current.needs.length > 0;
    isKept ??= hasChosen;
    say(why, isKept ? "topics.kept" : "topics.why");
    say(close, hasChosen ? "topics.done" : "topics.later");
    for (const part of [offers, needs]) part.update(next);
    if (current.teaching) say(taught, `topics.teaching.${current.teaching}`);
    else put(taught, "");
    for (const button of /** @type {Iterable<HTMLElement>} */ (phases.children)) {
      button.setAttribute("aria-pressed", String(button.dataset.phase === current.teaching));
    }
  };
  return { element, update };
}

/** @param {State} state @param {string} name */
const ours = (state, name) =>
  pendingOf(state, name).filter((item) => (item.for ?? null) === state.subject).at(-1)?.do[name];

/** @param {State} state @param {"offers"|"needs"} kind @returns {string[]|undefined} */
function wish(state, kind) { return ours(state, WISHES[kind].command)?.topics; }

/** @param {State} state @returns {string|undefined} "" while it is being taken back */
function teachingOf(state) {
  const given = ours(state, "setTeaching");
  return given && (given.teaching ?? "");
}
