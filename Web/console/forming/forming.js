// Knows how a lead puts groups together: a proposal by one tap, changes by hand, drafts, and the one act that forms them.
import { announce } from "../../shared/page/announce.js";
import { confirm } from "../../shared/parts/dialog.js";
import { el, put, say, show } from "../../shared/page/html.js";
import { language, t } from "../../shared/texts/i18n.js";
import { formGroups } from "../../shared/model/commands-groups.js";
import { endedRound, seatable, withCompanions } from "../../shared/model/board.js";
import * as plans from "./plan.js";
import { places, roundPlan } from "./plan-places.js";
import { runningRound, topicName } from "../../shared/model/selectors-groups.js";
import { formingBoard } from "./board.js";
import { formingChoices } from "./choices.js";
import { draftList, openSaveDraft } from "./drafts.js";
import { membersOf, openNameList } from "./list.js";
import { addRule, openRules } from "./rules.js";
import { formingSheet } from "./sheet.js";
import { formingTexts } from "./texts.js";
import { formingWarnings } from "./warnings.js";
import { exportButtons, listedPlan } from "../groups/exports.js";
import { nameText } from "../names.js";
import { drawSeed, proposals, refusalText } from "./proposals.js";
import { selectionBar } from "../groups/selection.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("./choices.js").Choice} Choice */

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
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const status = el("p", { class: "forming-status", role: "status" });
  const choices = formingChoices({ draw, resize: () => { if (choice) draw(choice); } });
  const texts = formingTexts(() => update());
  const warnings = formingWarnings();
  const selection = selectionBar({
    groups: () => plan.groups.map((_, index) => ({ key: ["board.group", { n: index + 1 }] })),
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
    on: { click: () => draw(choice ?? "mix") } });
  const unpin = el("button", { type: "button", class: "button", t: "forming.unpinAll",
    on: { click: () => edit({ ...plan, pins: [] }) } });
  const paste = el("button", { type: "button", class: "button", t: "forming.paste",
    on: { click: () => openNameList(choices.size(), takeList) } });
  const rules = el("button", { type: "button", class: "button", t: "forming.rules",
    on: { click: () => openRules(desk, (sheet) => { rulesSheet = sheet; }) } });
  const form = el("button", { type: "button", class: "button primary wide forming-go", t: "forming.go",
    on: { click: () => go() } });
  const keep = el("button", { type: "button", class: "button", t: "forming.draftSave",
    on: { click: () => openSaveDraft(desk, written(), draft()) } });
  const drafts = draftList(desk, takeDraft);
  const exporting = exportButtons(() => listedPlan(plan, where(), nameOf, texts.values().task), desk);
  const start = el("p", { class: "forming-start", t: "forming.start" });
  const side = el("div", { class: "forming-side" }, warnings.node, texts.node, trouble, form, keep,
    el("details", { class: "forming-fold" }, el("summary", { t: "forming.drafts" }), drafts.node), exporting.node);
  const node = el("section", { class: "console-forming", "aria-labelledby": "forming-title" },
    el("div", { class: "forming-main" }, el("h2", { id: "forming-title", t: "forming.title", tabindex: "-1" }),
      choices.row, el("div", { class: "forming-tools" }, choices.amountNode, again, unpin, paste, rules), status, start, board.node,
      selection.node), side);
  selection.listen(update);
  node.addEventListener("keydown", selection.key);

  function people() { return desk.state?.room?.people ?? {}; }
  function draft() { return desk.state?.room?.drafts?.find((one) => one.id === draftID); }
  function where() { return places(plan, people(), texts.call(desk.state, desk.meeting)); }
  /** @param {string} id */
  function nameOf(id) { return plans.isExpected(id) ? plans.expectedName(id) : nameText(people()[id]); }
  /** @param {string} id */
  function topicOf(id) { return topicName(desk.state?.room ?? null, id, language()); }
  /** @param {string[]} ids */
  function together(ids) { return desk.state?.room ? withCompanions(desk.state.room, ids) : ids; }
  function written() { return roundPlan(plan, where(), texts.values()); }

  /**
   * Draws anew, as far as nothing is pinned or locked.
   * @param {Choice} wished
   */
  async function draw(wished) {
    choice = wished;
    choices.update(choice, hasLast());
    show(trouble, false);
    const wish = { meeting: desk.meeting, choice, ...choices.amount(), seed: drawSeed(),
      ...plans.held(plan, people(), choice) };
    try {
      await source.draw(wish, (answer, isBetter) => {
        const isSame = isBetter && answer.draw.points === plan.draw.points;
        if (isSame) return;
        plan = plans.fromProposal(plan, answer);
        if (!isBetter) announce(t("forming.proposed", { n: plan.groups.length }));
        update();
      });
    } catch (failure) {
      put(trouble, refusalText(failure));
      show(trouble, true);
    }
  }

  /** @param {plans.Plan} next */
  function edit(next) {
    source.forget();
    plan = next;
    update();
  }

  /** @param {string[][]} groups */
  function takeList(groups) {
    const room = desk.state?.room;
    if (!room) return;
    choice = null;
    edit({ ...plans.emptyPlan(), groups: membersOf(groups, seatable(room, [])).map(plans.wanted) });
  }

  /** @param {import("../../shared/model/types.js").Draft} taken */
  function takeDraft(taken) {
    draftID = taken.id;
    choice = null;
    texts.fill(taken.plan);
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
    plan = withoutGone(plan);
    const isFormed = await desk.act(formGroups(/** @type {any} */ (written())), trouble);
    form.disabled = false;
    if (!isFormed) return;
    plan = plans.emptyPlan();
    choice = null;
    draftID = null;
    texts.fill({});
    update();
    onFormed();
  }

  /** @param {plans.Plan} of @returns {plans.Plan} without those who were removed meanwhile */
  function withoutGone(of) {
    const isThere = (/** @type {string} */ id) => plans.isExpected(id) || id in people();
    const gone = of.groups.flatMap((group) => group.members).filter((id) => !isThere(id));
    return gone.length > 0 ? plans.move(of, gone, null) : of;
  }

  function hasLast() { return Boolean(endedRound(desk.state?.room) ?? runningRound(desk.state?.room ?? null)); }

  /** "4", or "3–4". */
  function sizesText() {
    const sizes = plan.groups.map((group) => group.members.length);
    return [...new Set([Math.min(...sizes), Math.max(...sizes)])].join("–");
  }

  function update() {
    const room = desk.state?.room;
    if (!room) return;
    const isOpen = room.details.phase === "open";
    const seated = plan.groups.flatMap((group) => group.members);
    const all = seatable(room, seated);
    const outside = all.filter(({ id }) => !seated.includes(id));
    selection.keep([...seated, ...all.map(({ id }) => id)]);
    choices.update(choice, hasLast());
    board.update(plan, where(), people(), outside);
    warnings.update(plan, room);
    rulesSheet?.update();
    drafts.update(room.drafts ?? []);
    const isEmpty = plan.groups.length === 0;
    show(start, isEmpty);
    show(again, choice !== null && !isEmpty);
    show(unpin, plan.pins.length > 0);
    show(form, isOpen);
    form.disabled = isEmpty;
    form.classList.toggle("primary", !isEmpty);
    keep.disabled = isEmpty;
    exporting.update(isEmpty);
    if (isEmpty) put(status, "");
    else {
      say(status, plan.draw.isEdited ? "forming.summaryEdited" : "forming.summary", { groups: plan.groups.length,
        people: seated.length, sizes: sizesText() });
    }
  }

  return {
    node,
    update,
    /**
     * The same groups once more, to change or to form.
     * @param {import("../../shared/model/types.js").Round} round
     */
    take(round) {
      choice = null;
      texts.fill(round);
      edit(plans.fromGroups(round.groups, { ...plans.drawByHand(), ...round.draw }, (id) => id in people()));
    },
    focus() { /** @type {HTMLElement|null} */ (node.querySelector("#forming-title"))?.focus(); },
  };
}
