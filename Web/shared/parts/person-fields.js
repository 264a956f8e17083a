// Knows the two fields that say who somebody is: first name and school.
import { el, show } from "../page/html.js";
import { limit } from "../limits.js";

/**
 * @param {string} scope makes the fields' identifiers unique on the page
 * @param {{name?: string, school?: string}} [known] what is known of them
 * @param {boolean} [asksSchool]
 */
export function personFields(scope, known = {}, asksSchool = true) {
  const name = el("input", { id: `${scope}-name`, maxlength: limit("nameLength"), autocomplete: "off",
    required: true, value: known.name ?? "" });
  const school = el("input", { id: `${scope}-school`, maxlength: limit("schoolLength"), autocomplete: "off",
    value: known.school ?? "" });
  const schoolField = el("div", { class: "field" }, el("label", { for: school.id, t: "join.school" }), school);
  show(schoolField, asksSchool);
  const element = el("div", { class: "stack" },
    el("div", { class: "field" }, el("label", { for: name.id, t: "join.name" }), name), schoolField);
  return {
    element,
    values: () => ({ name: name.value.trim(), ...(school.value.trim() ? { school: school.value.trim() } : {}) }),
  };
}
