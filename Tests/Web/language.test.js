// A text changes with the language wherever its element is: on the page, or made and not shown yet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bind, inLanguage, language, load, setLanguage, setText, t } from "../../Web/shared/texts/i18n.js";

load("en", { "a.hello": "Hello {name}", "a.label": "Close" }, true);
load("cy", { "a.hello": "Helo {name}", "a.label": "Cau" }, true);

/** As much of an element as a text needs. */
function element() {
  const attributes = new Map();
  return { textContent: "", getAttribute: (name) => attributes.get(name) ?? null,
    setAttribute: (name, value) => attributes.set(name, value) };
}

test("an element that is on no page speaks the language that was chosen since", () => {
  setLanguage("en");
  const node = element();
  bind(node, "text", "a.hello", { name: "Siân" });
  bind(node, "aria-label", "a.label");
  assert.deepEqual([node.textContent, node.getAttribute("aria-label")], ["Hello Siân", "Close"]);
  setLanguage("cy");
  assert.deepEqual([node.textContent, node.getAttribute("aria-label")], ["Helo Siân", "Cau"]);
  setLanguage("en");
  assert.equal(node.textContent, "Hello Siân");
});

test("a person's own words stay as they are", () => {
  setLanguage("en");
  const node = element();
  bind(node, "text", "a.hello", { name: "Siân" });
  setText(node, "Prynhawn da");
  setLanguage("cy");
  assert.equal(node.textContent, "Prynhawn da");
});

test("as many elements as a long meeting makes, each in the language in use", () => {
  setLanguage("en");
  const nodes = Array.from({ length: 3000 }, element);
  for (const node of nodes) bind(node, "text", "a.label");
  setLanguage("cy");
  assert.ok(nodes.every((node) => node.textContent === "Cau"));
});

test("a text for elsewhere is in its own language, and the page stays in its own", () => {
  setLanguage("en");
  assert.equal(inLanguage("cy", () => t("a.hello", { name: "Ann" })), "Helo Ann");
  assert.throws(() => inLanguage("cy", () => { throw new Error("broken"); }));
  assert.equal(language(), "en");
  assert.equal(t("a.label"), "Close");
});
