// Knows the two fields by which somebody without a device is brought in: first name and school.
import { HTTPFailure } from "../line/http.js";
import { el } from "../page/html.js";
import { limit } from "../limits.js";

/**
 * @param {string} scope makes the fields' identifiers unique on the page
 */
export function personFields(scope) {
  const name = el("input", { id: `${scope}-name`, maxlength: limit("nameLength"), autocomplete: "off",
    required: true });
  const school = el("input", { id: `${scope}-school`, maxlength: limit("schoolLength"), autocomplete: "off" });
  const element = el("div", { class: "stack" },
    el("div", { class: "field" }, el("label", { for: name.id, t: "join.name" }), name),
    el("div", { class: "field" }, el("label", { for: school.id, t: "join.school" }), school));
  return {
    element,
    values: () => ({ name: name.value.trim(), ...(school.value.trim() ? { school: school.value.trim() } : {}) }),
    /**
     * Runs the request; resolves with what went wrong, or null.
     * @param {() => Promise<unknown>} request
     * @returns {Promise<HTTPFailure|null>}
     */
    async bring(request) {
      try {
        await request();
        return null;
      } catch (failure) {
        return failure instanceof HTTPFailure ? failure : new HTTPFailure("failed", 0);
      }
    },
  };
}
