// What is asked in an item, and how it is asked again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { planOf, promptsOf } from "../../Web/shared/model/prompt-plans.js";

const asked = { id: "w1", segment: "s1", kind: "choice", text: "Which?", choices: ["One", "Two"], isMultiple: true,
  circle: "named", handedIn: 3, responses: [{}], openedAt: 1, key: "which" };

test("an item knows what is asked in it, whether it was or not", () => {
  const room = { prompts: [asked, { ...asked, id: "w2", segment: "s2" }, { ...asked, id: "w3", openedAt: undefined }] };
  assert.deepEqual(promptsOf(room, "s1").map(({ id }) => id), ["w1", "w3"]);
  assert.deepEqual(promptsOf(null, "s1"), []);
});

test("asked again it is the same question under the same key, without its answers", () => {
  assert.deepEqual(planOf(asked), { kind: "choice", text: "Which?", purpose: null, choices: ["One", "Two"],
    isMultiple: true, circle: "named", seconds: null, key: "which" });
  assert.equal(planOf({ ...asked, text: undefined }), null);
});
