// Knows the two sheets about a person: another name, and the personal link.
import { post } from "../../shared/line/http.js";
import { el, put, show } from "../../shared/page/html.js";
import { rename } from "../../shared/model/commands.js";
import { call } from "../../meetings/account.js";
import { sayFailure } from "../failure.js";
import { field, focusFirstError } from "../../shared/parts/field.js";
import { copyButton } from "../join.js";
import { nameText } from "../names.js";
import { openSheet } from "../sheet.js";
import { limit } from "../../shared/limits.js";

/** @typedef {import("../desk.js").Desk} Desk */

/**
 * Name and school of a person, to correct them.
 * @param {Desk} desk
 * @param {string} id
 */
export function openRename(desk, id) {
  const person = desk.state?.room?.people?.[id];
  if (!person) return;
  const name = field(el("input", { name: "name", maxlength: limit("nameLength"), required: true, autocomplete: "off",
    value: person.name ?? "" }),
    { label: "console.run.renameName" });
  const school = field(el("input", { name: "school", maxlength: limit("schoolLength"), autocomplete: "off",
    value: person.school ?? "" }),
    { label: "console.run.renameSchool" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const go = el("button", { type: "submit", class: "button primary", t: "console.save" });
  const form = el("form", { class: "console-form", novalidate: true }, name.node, school.node, trouble, go);
  const sheet = openSheet({ title: "console.run.renameTitle" });
  sheet.body.append(form);
  name.input.focus();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    name.fail(name.input.value.trim() ? null : "console.run.renameMissing");
    if (focusFirstError([name])) return;
    if (await desk.act(rename(name.input.value.trim(), school.input.value.trim() || null, id), trouble)) sheet.close();
  });
}

/**
 * The personal link; it is fetched when it is asked for, because it opens the meeting as that person.
 * @param {Desk} desk
 * @param {string} id
 */
export async function openPersonal(desk, id) {
  const person = desk.state?.room?.people?.[id];
  if (!person) return;
  const params = { name: nameText(person) };
  const link = el("p", { class: "console-address" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const copy = copyButton("console.join.copyLink", () => link.textContent ?? "");
  show(copy, false);
  const sheet = openSheet({ title: ["console.run.personalTitle", params] });
  sheet.body.append(el("p", { t: ["console.run.personalText", params] }), link, trouble, copy);
  try {
    const path = `/api/meetings/${encodeURIComponent(desk.meeting)}/personal`;
    const answer = await call((csrf) => post(path, { person: id }, { csrf }));
    put(link, answer.link);
    show(copy, true);
    copy.querySelector("button")?.focus();
  } catch (failure) {
    sayFailure(trouble, failure);
  }
}
