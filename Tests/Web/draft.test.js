// What is half-written is kept letter by letter; two tabs keep one draft, and what one of them sent the other has no more.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { FakeStorage } from "./fake-storage.js";
import "./with-limits.js";
import { keepDraft } from "../../Web/shared/page/draft.js";
import { keepLeft, orphans, wordsOf } from "../../Web/room/left-words.js";
import { recall, remember, storedKey, storedKeys } from "../../Web/shared/page/stored.js";

/** Of each tab; a tab is told what others store, not what it stores itself. */
let tabs = [];
const tab = (key = "m1.p1.chat") => {
  const page = new EventTarget();
  const field = Object.assign(new EventTarget(), { value: "" });
  globalThis.addEventListener = page.addEventListener.bind(page);
  globalThis.removeEventListener = page.removeEventListener.bind(page);
  // The module listens on the page it is in.
  const draft = keepDraft(field, key);
  const made = { page, field, draft };
  tabs.push(made);
  return made;
};
const tell = (from, key = "draft.m1.p1.chat") => {
  for (const { page } of tabs.filter((one) => one !== from)) {
    page.dispatchEvent(Object.assign(new Event("storage"), { key: storedKey(key) }));
  }
};
const type = (one, text) => {
  one.field.value = text;
  one.field.dispatchEvent(new Event("input"));
  tell(one);
};
const send = (one) => {
  one.draft.clear();
  tell(one);
};
const reload = (one) => one.page.dispatchEvent(new Event("pagehide"));

beforeEach(() => {
  tabs = [];
  globalThis.localStorage = new FakeStorage();
});

test("every letter is kept at once", () => {
  const one = tab();
  type(one, "Hal");
  assert.equal(recall("draft.m1.p1.chat"), "Hal");
  assert.equal(tab().field.value, "Hal");
  send(one);
  assert.equal(recall("draft.m1.p1.chat"), null);
});

test("what one tab sent stands in the other no more, also when that one is closed or loaded again", () => {
  const [first, second] = [tab(), tab()];
  type(first, "Only once");
  assert.equal(second.field.value, "Only once");
  send(first);
  assert.equal(second.field.value, "");
  reload(second);
  assert.equal(tab().field.value, "");
});

test("a tab that was asleep brings nothing back that was sent meanwhile", () => {
  const first = tab();
  type(first, "Only once");
  const asleep = tab();
  first.draft.clear();
  reload(asleep);
  assert.equal(recall("draft.m1.p1.chat"), null);
  asleep.page.dispatchEvent(new Event("pageshow"));
  assert.equal(asleep.field.value, "");
});

test("what was written on in the other tab stays there", () => {
  const [first, second] = [tab(), tab()];
  type(first, "Together");
  second.field.value = "Together, and more";
  send(first);
  assert.equal(second.field.value, "Together, and more");
  reload(second);
  assert.equal(tab().field.value, "Together, and more");
});

test("while something is corrected the draft waits, whatever the other tab does", () => {
  const [first, second] = [tab(), tab()];
  type(first, "Half");
  second.draft.hold();
  second.field.value = "Corrected";
  send(first);
  assert.equal(second.field.value, "Corrected");
});

test("words that come back stand before what was begun meanwhile, and are kept", () => {
  const one = tab();
  type(one, "begun");
  one.draft.putBack("refused");
  assert.equal(one.field.value, "refused\nbegun");
  assert.equal(recall("draft.m1.p1.chat"), "refused\nbegun");
});

test("where storage refuses, the page remembers as long as it is open", () => {
  globalThis.localStorage = new Proxy(new FakeStorage(), { get(target, name) {
    if (name === "setItem") return () => { throw new Error("full"); };
    return typeof target[name] === "function" ? target[name].bind(target) : target[name];
  } });
  const one = tab();
  type(one, "Unkept");
  assert.equal(tab().field.value, "Unkept");
  assert.deepEqual(storedKeys("draft."), ["draft.m1.p1.chat"]);
  send(one);
  assert.deepEqual(storedKeys("draft."), []);
});

test("words whose place is gone are found by where they were, those of places that are here are not", () => {
  remember("draft.m1.p1.chat.g1", "to the old group");
  remember("draft.m1.p1.chat.g2", "to the new group");
  remember("draft.m1.p1.chat", "to all");
  remember("draft.m1.p2.chat.g1", "of somebody else");
  remember("draft.m1.p1.chat.g3", "  ");
  const found = orphans("m1.p1.chat.", (key) => key.endsWith(".g2"));
  assert.deepEqual(found.map(({ text }) => text), ["to the old group"]);
  found[0].drop();
  keepLeft("m1.p1.chat", "came back");
  assert.deepEqual(orphans("m1.p1.chat.", (key) => key.endsWith(".g2")).map(({ text }) => text), ["came back"]);
});

test("every command with words of somebody's own gives them back", () => {
  for (const name of ["postMessage", "correctMessage", "writeCard", "editCard", "askQuestion"]) {
    assert.equal(wordsOf({ [name]: { text: "Words" } }), "Words", name);
  }
  assert.equal(wordsOf({ raiseHand: {} }), undefined);
});
