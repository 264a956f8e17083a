// Knows groups that are prepared and kept: save under a name, take up again, drop. Only leads ever see them.
import { confirm } from "../../shared/parts/dialog.js";
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { dropDraft, saveDraft } from "../../shared/model/commands-groups.js";
import { field } from "../../shared/parts/field.js";
import { openSheet } from "../sheet.js";
import { limit } from "../../shared/limits.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../../shared/model/types.js").Draft} Draft */
/** @typedef {{title: HTMLElement, facts: HTMLElement, open: HTMLButtonElement, drop: HTMLButtonElement}} Row */


/** @param {Draft} draft */
export function draftTitle(draft) { return draft.title ?? t("forming.draftNameless"); }

/**
 * Asks for a name and saves; resolves once it is so.
 * @param {Desk} desk
 * @param {Record<string, any>} plan
 * @param {Draft|undefined} draft the one that was taken up
 */
export function openSaveDraft(desk, plan, draft) {
  const title = field(el("input", { maxlength: limit("titleLength"), autocomplete: "off", value: draft?.title ?? "" }),
    { label: "forming.draftName", hint: "forming.draftNameHint" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const sheet = openSheet({ title: "forming.draftSave" });
  const isAnew = draft ? el("button", { type: "button", class: "button", t: "forming.draftSaveNew",
    on: { click: () => save(null) } }) : null;
  const form = el("form", { class: "console-form", novalidate: true }, title.node, trouble,
    el("div", { class: "console-actions" }, el("button", { type: "submit", class: "button primary",
      t: "console.save" }), isAnew));
  /** @param {string|null} id */
  async function save(id) {
    const wish = saveDraft(/** @type {any} */ (plan), title.input.value.trim() || null, id);
    if (await desk.act(wish, trouble)) sheet.close();
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(draft?.id ?? null);
  });
  sheet.body.append(form);
  title.input.focus();
}

/**
 * The list of drafts.
 * @param {Desk} desk
 * @param {(draft: Draft) => void} take
 */
export function draftList(desk, take) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const rows = el("ul", { class: "draft-list" });
  const empty = el("p", { class: "quiet", t: "forming.draftsEmpty" });
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();

  /** @param {Draft} draft */
  function create({ id }) {
    const find = () => desk.state?.room?.drafts?.find((one) => one.id === id);
    const row = { title: el("span", { class: "draft-title" }), facts: el("span", { class: "quiet small" }),
      open: el("button", { type: "button", class: "button", t: "forming.draftOpen",
        on: { click: () => { const draft = find(); if (draft) take(draft); } } }),
      drop: el("button", { type: "button", class: "button bare", t: "forming.draftDrop",
        on: { click: () => drop(id) } }) };
    const node = el("li", { class: "draft-row" }, el("span", { class: "draft-text" }, row.title, " ", row.facts),
      row.open, row.drop);
    parts.set(node, row);
    return node;
  }

  /** @param {string} id */
  async function drop(id) {
    const draft = desk.state?.room?.drafts?.find((one) => one.id === id);
    if (!draft) return;
    const isSure = await confirm({ title: ["forming.draftDropAsk", { title: draftTitle(draft) }],
      yes: "forming.draftDrop", isDanger: true });
    if (isSure) desk.act(dropDraft(id), trouble);
  }

  return {
    node: el("div", { class: "drafts" }, empty, rows, trouble),
    /** @param {Draft[]} drafts */
    update(drafts) {
      show(empty, drafts.length === 0);
      list(rows, drafts, (one) => one.id, create, (node, draft) => {
        const row = /** @type {Row} */ (parts.get(node));
        const title = draftTitle(draft);
        const { groups } = draft.plan;
        const people = groups.reduce((sum, group) => sum + group.members.length + (group.texts.expected?.length ?? 0), 0);
        put(row.title, title);
        say(row.facts, "forming.draftFacts", { groups: ["forming.countGroups", { count: groups.length }],
          people: ["forming.countPeople", { count: people }] });
        name(row.open, "forming.draftOpenOf", { title });
        name(row.drop, "forming.draftDropOf", { title });
      });
    },
  };
}
