// Knows how a lead puts groups together: a proposal by one tap, changes by hand, drafts, and the one act that forms them.
import { announce } from "../../shared/page/announce.js";
import { confirm } from "../../shared/parts/dialog.js";
import { el, put, say, show } from "../../shared/page/html.js";
import { language, t } from "../../shared/texts/i18n.js";
import { endedRound, seatable, withCompanions } from "../../shared/model/board.js";
import * as plans from "./plan.js";
import { places, roundPlan } from "./plan-places.js";
import { runningRound, topicName } from "../../shared/model/selectors-groups.js";
import { formingBoard } from "./board.js";
import { formingChoices } from "./choices.js";
import { draftList, openSaveDraft } from "./drafts.js";
import { draws } from "./draws.js";
import { openNameList } from "./list.js";
import { keptForming } from "./kept.js";
import { pairButtons } from "./pairs.js";
import { preparedAmount, preparedTexts } from "./prepared.js";
import { restWish, seatRest } from "./rest.js";
import { addRule, openRules } from "./rules.js";
import { formingSheet } from "./sheet.js";
import { formWhole } from "./whole.js";
import { formingTexts } from "./texts.js";
import { formingWarnings } from "./warnings.js";
import { exportButtons, listedPlan } from "../groups/exports.js";
import { personText } from "../names.js";
import { drawSeed, proposals, refusalText } from "./proposals.js";
import { selectionBar } from "../groups/selection.js";
import { sources } from "./within.js";

/** @typedef {import("../desk.js").Desk} Desk @typedef {import("./choices.js").Choice} Choice */

/**
 * The part. `onFormed` is called once the groups run.
 * @param {Desk} desk
 * @param {() => void} onFormed
 */
export function formingPart(desk, onFormed) {
  let plan = plans.emptyPlan();
  /** @type {Choice|null} */
  let choice = null;
  /** @type {string|null} */
  let draftID = null;
  /** @type {{update: () => void}|null} */
  let rulesSheet = null;
  const source = proposals();
  const keeping = keptForming(desk.meeting);
  const drawn = draws(nameOf, () => { if (choice) draw(choice); });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const status = el("p", { class: "forming-status", role: "status" });
  const choices = formingChoices({ draw, resize: () => { if (choice) draw(choice); } });
  const texts = formingTexts(() => update());
  const warnings = formingWarnings();
  const selection = selectionBar({
    groups: () => plan.groups.map((group, index) => ({ group: group.name ?? ["common.group", { n: index + 1 }] })),
    nameOf, numberOf: (id) => plans.groupOf(plan, id) + 1,
    move: (ids, to) => edit(plans.move(plan, together(ids), to === 0 ? null : to - 1)),
    swap: (one, other) => edit(plans.swap(plan, together([one]), together([other]))),
    more,
  });
  const board = formingBoard({ toggle: selection.toggle, isChosen: selection.has, nameOf, topicOf,
    lock: (index) => edit(plans.change(plan, index, { isLocked: !plan.groups[index].isLocked })),
    edit: (index) => formingSheet(index, { plan, where: where(), people: people(), nameOf, topicOf, save: (values) =>
      edit(plans.change(plan, index, values)) }),
    add: () => edit(plans.addGroup(plan)) });
  const again = el("button", { type: "button", class: "button", t: "forming.again",
    on: { click: () => draw(choice ?? "mix", true) } });
  const rest = el("button", { type: "button", class: "button", t: "forming.placeRest",
    on: { click: () => placeRest() } });
  const unpin = el("button", { type: "button", class: "button", t: "forming.unpinAll",
    on: { click: () => edit({ ...plan, pins: [] }) } });
  const paste = el("button", { type: "button", class: "button", t: "forming.paste",
    on: { click: () => openNameList(desk, choices.size(), takeList) } });
  const rules = el("button", { type: "button", class: "button", t: "forming.rules",
    on: { click: () => openRules(desk, (sheet) => { rulesSheet = sheet; }) } });
  const form = el("button", { type: "button", class: "button primary forming-go", t: "forming.go",
    on: { click: () => go() } });
  const keep = el("button", { type: "button", class: "button", t: "forming.draftSave",
    on: { click: () => openSaveDraft(desk, written(), draft()) } });
  const drafts = draftList(desk, takeDraft);
  const exporting = exportButtons(() => listedPlan(plan, where(), nameOf, texts.values().task), desk);
  const start = el("p", { class: "forming-start", t: "forming.start" });
  const pairs = pairButtons({ desk, call: () => texts.call(desk.state, desk.meeting), onFormed,
    groups: () => (desk.state?.room ? sources(desk.state.room, plan, where()) : []) });
  const how = el("section", { class: "forming-how", "aria-labelledby": "forming-how" },
    el("div", { class: "part-head" }, el("h2", { id: "forming-how", t: "forming.how" })), choices.row,
    choices.amountNode, drawn.counts, el("div", { class: "forming-tools" }, paste, rules, unpin), pairs.node);
  const side = el("section", { class: "forming-side", "aria-labelledby": "forming-round" },
    el("div", { class: "part-head" }, el("h2", { id: "forming-round", t: "forming.round" })), texts.node, keep,
    el("details", { class: "forming-fold" }, el("summary", { t: "forming.drafts" }), drafts.node), exporting.node);
  const head = el("div", { class: "forming-head" }, el("div", {},
    el("h2", { id: "forming-title", t: "forming.title", tabindex: "-1" }), status, drawn.line), rest, again, form);
  const node = el("section", { class: "console-forming", "aria-labelledby": "forming-title" }, how,
    el("div", { class: "forming-main" }, head, trouble, start, board.node, warnings.node, selection.node), side);
  selection.listen(update);
  node.addEventListener("keydown", selection.key);

  function people() { return desk.state?.room?.people ?? {}; }
  function draft() { return desk.state?.room?.drafts?.find((one) => one.id === draftID); }
  function where() { return places(plan, people(), texts.call(desk.state, desk.meeting)); }
  /** @param {string} id */
  function nameOf(id) { return plans.isExpected(id) ? plans.expectedName(id) : personText(desk.state?.room, id); }
  /** @param {string} id */
  function topicOf(id) { return topicName(desk.state?.room ?? null, id, language()); }
  /** @param {string[]} ids */
  function together(ids) { return desk.state?.room ? withCompanions(desk.state.room, ids) : ids; }
  function written() { return roundPlan(plan, where(), texts.values()); }

  /**
   * Draws anew, as far as nothing is pinned or locked.
   * @param {Choice} wished
   * @param {boolean} [isAnother] whether another one of those that are as good or nearly
   */
  async function draw(wished, isAnother = false) {
    choice = wished;
    choices.update(choice, hasLast());
    show(trouble, false);
    const wish = { meeting: desk.meeting, choice, ...choices.amount(), ...drawn.next(plan, isAnother),
      ...plans.held(plan, people(), choice) };
    try {
      await source.draw(wish, (answer, isBetter) => {
        const isSame = isBetter && answer.draw.points === plan.draw.points;
        if (isSame) return;
        plan = plans.fromProposal(plan, answer);
        if (drawn.took(plan, answer, people())) return void draw(wished, true);
        if (!isBetter) announce(t("forming.proposed", { n: plan.groups.length }));
        update();
      });
    } catch (failure) { fail(failure); }
  }

  /** @param {unknown} failure */
  function fail(failure) {
    put(trouble, refusalText(failure));
    show(trouble, true);
  }

  /** Seats whoever has none, without touching the others. */
  async function placeRest() {
    show(trouble, false);
    const wish = { meeting: desk.meeting, seed: drawSeed(), ...restWish(plan, people()) };
    try {
      const next = await seatRest(source, wish, plan, outside());
      if (!next) return;
      const hadFocus = document.activeElement === rest;
      edit(next);
      announce(t("forming.placed"));
      // Nobody is left to place: what is done next takes the focus.
      if (hadFocus && rest.hidden) form.focus();
    } catch (failure) { fail(failure); }
  }

  /**
   * What is prepared for the open item, instead of anything else.
   * @param {import("../../shared/model/types.js").Segment} segment
   */
  async function propose(segment) {
    const amount = preparedAmount(segment);
    if (amount) choices.fill(amount);
    plan = plans.emptyPlan();
    const drafted = desk.state?.room?.drafts?.find((one) => one.id === segment.breakout?.draft);
    if (drafted) takeDraft(drafted);
    texts.fill({ ...preparedTexts(segment), seconds: segment.breakout?.seconds });
    const wished = segment.breakout?.choice ?? "mix";
    await (drafted ? placeRest() : draw(wished === "byHand" ? "mix" : wished));
  }

  /** @param {plans.Plan} next */
  function edit(next) {
    source.forget();
    drawn.forget();
    plan = next;
    update();
  }

  /** @param {import("../lists/reading.js").ListedGroup[]} groups */
  function takeList(groups) {
    choice = null;
    edit({ ...plans.emptyPlan(), groups: groups.map(({ members, name }) =>
      ({ ...plans.wanted(members), ...(name ? { name } : {}) })) });
  }

  /** @param {import("../../shared/model/types.js").Draft} taken */
  function takeDraft(taken) {
    draftID = taken.id;
    choice = null;
    texts.fill({ ...taken.plan, seconds: taken.plan.timeboxSeconds });
    edit(plans.fromGroups(taken.plan.groups, { ...plans.drawByHand(), ...taken.plan.draw }, (id) => id in people()));
    announce(t("forming.proposed", { n: plan.groups.length }));
  }

  /** @param {string[]} ids */
  function more(ids) {
    const known = ids.filter((id) => !plans.isExpected(id));
    const isPinned = known.length > 0 && known.every((id) => plan.pins.includes(id));
    const isSeated = known.some((id) => plans.groupOf(plan, id) >= 0);
    return [
      ...(isSeated ? [{ key: isPinned ? "forming.unpin" : "forming.pin",
        run: () => edit(plans.pin(plan, together(known), !isPinned)) }] : []),
      ...(known.length > 1 ? [{ key: "forming.rules.makeTogether", run: () => rule("together", known) },
        { key: "forming.rules.makeApart", run: () => rule("apart", known) }] : []),
    ];
  }

  /** @param {"together"|"apart"} kind @param {string[]} ids */
  async function rule(kind, ids) {
    if (await addRule(desk, kind, ids, trouble)) announce(t("forming.rules.made"));
  }

  async function go() {
    const room = desk.state?.room;
    if (!room || plan.groups.length === 0) return;
    const isSure = !runningRound(room) || await confirm({ title: "forming.replaceAsk", text: "forming.replaceText",
      yes: "forming.go" });
    if (!isSure) return;
    form.disabled = true;
    plan = plans.withoutGone(plan, people());
    const isFormed = await formWhole(desk, /** @type {any} */ (written()), trouble);
    form.disabled = false;
    if (!isFormed) return;
    plan = plans.emptyPlan();
    choice = null;
    draftID = null;
    texts.fill({});
    update();
    onFormed();
  }

  function hasLast() { return Boolean(endedRound(desk.state?.room) ?? runningRound(desk.state?.room ?? null)); }

  /** @returns {import("../../shared/model/people.js").Seat[]} who could sit and does not */
  function outside() {
    const room = desk.state?.room;
    const seated = plan.groups.flatMap((group) => group.members);
    return room ? seatable(room, seated).filter(({ id }) => !seated.includes(id)) : [];
  }

  /** What was looked at before a reload; then what is prepared for an item that has opened. */
  function takeUp(/** @type {import("../../shared/model/types.js").Room} */ room) {
    const kept = keeping.read();
    if (kept) {
      ({ plan, draft: draftID } = kept);
      choice = /** @type {Choice|null} */ (kept.choice);
      choices.fill(kept.amount);
      texts.fill(kept.texts);
      plan = plans.withoutGone(plan, people());
    }
    const segment = keeping.due(room, plan);
    if (segment) propose(segment);
  }

  function update() {
    const room = desk.state?.room;
    if (!room) return;
    takeUp(room);
    texts.update(room);
    keeping.write({ plan, choice, draft: draftID, amount: choices.amount(), texts: texts.own() });
    const isOpen = room.details.phase === "open";
    const seated = plan.groups.flatMap((group) => group.members);
    const free = outside();
    selection.keep([...seated, ...free.map(({ id }) => id)]);
    choices.update(choice, hasLast());
    drawn.update(plan, people());
    board.update(plan, where(), people(), free);
    warnings.update(plan, room);
    rulesSheet?.update();
    drafts.update(room.drafts ?? []);
    const isEmpty = plan.groups.length === 0;
    show(start, isEmpty);
    show(again, choice !== null && !isEmpty);
    show(unpin, plan.pins.length > 0);
    show(rest, !isEmpty && free.some(({ person }) => person.role === "participant"));
    show(form, isOpen);
    pairs.update(isOpen);
    form.disabled = isEmpty;
    form.classList.toggle("primary", !isEmpty);
    keep.disabled = isEmpty;
    exporting.update(isEmpty);
    if (isEmpty) put(status, "");
    else {
      say(status, plan.draw.isEdited ? "forming.summaryEdited" : "forming.summary", { sizes: plans.sizesText(plan),
        groups: ["forming.countGroups", { count: plan.groups.length }],
        people: ["forming.countPeople", { count: seated.length }] });
    }
  }

  return {
    node,
    update, tick: pairs.tick, pairsWithin: pairs.within, key: selection.key,
    /**
     * The same groups once more, to change or to form.
     * @param {import("../../shared/model/types.js").Round} round
     */
    take(round) {
      choice = null;
      texts.fill({ ...round, seconds: round.timeboxSeconds });
      edit(plans.fromGroups(round.groups, { ...plans.drawByHand(), ...round.draw }, (id) => id in people()));
    },
    focus() { /** @type {HTMLElement|null} */ (node.querySelector("#forming-title"))?.focus(); },
  };
}
