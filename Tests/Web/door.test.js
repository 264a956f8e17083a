// Given what somebody writes at the door or says in a meeting, when it is read, then these names and links are in it.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./with-limits.js";
import { readNames } from "../../Web/door/table-names.js";
import { linksOf } from "../../Web/room/keepsakes.js";
import { limit } from "../../Web/shared/limits.js";

test("names of those at one tablet, as people list them", () => {
  const long = "W".repeat(limit("nameLength") + 5);
  for (const [text, names] of [
    ["Una\nNed\nDai", ["Una", "Ned", "Dai"]],
    [" Una , Ned;Dai\n\n", ["Una", "Ned", "Dai"]],
    ["Siân Haf\r\nMair", ["Siân Haf", "Mair"]],
    ["Una, una, Una", ["Una", "una"]],
    ["", []],
    [" \n,;\n ", []],
    [long, ["W".repeat(limit("nameLength"))]],
    ["👩‍🏫".repeat(40), [[..."👩‍🏫".repeat(40)].slice(0, limit("nameLength")).join("")]],
    ["a,b,c,d,e,f,g,h,i,j", ["a", "b", "c", "d", "e", "f", "g", "h"]],
  ]) assert.deepEqual(readNames(text), names, text);
});

test("links that one takes along: each once, only those that can be opened, only what was said to me", () => {
  const message = (text, more = {}) => ({ id: text, author: "p2", text, at: 1, reactions: {}, ...more });
  const group = { id: "g1", members: ["p1"], roles: {}, cards: [], visitors: [], isDone: false,
    texts: { resources: "At https://b.example/kit, or here" } };
  const state = { you: { person: "p1" }, subject: null, room: {
    people: { p1: { name: "Siân", role: "participant", mode: "remote" } },
    agenda: [{ id: "s1", kind: "talk", title: "Slides", note: "Slides: https://a.example/s.", runs: [], state: "done" }, { id: "s2", runs: [] }],
    rounds: [{ id: "r1", groups: [group, { ...group, id: "g2", members: ["p2"], texts: { task: "https://other.example" } }],
      endedAt: 2 }],
    messages: [message("https://c.example and https://c.example"), message("javascript:alert(1) http://"),
      message("https://hidden.example", { isHidden: true }), message("https://back.example", { isWithdrawn: true }),
      message("https://a.example/s"), message(undefined)],
  } };
  assert.deepEqual(linksOf(state).map(({ href, item, message }) => [href, item, message?.author]), [
    ["https://a.example/s", "Slides", undefined], ["https://b.example/kit", undefined, undefined],
    ["https://c.example", undefined, "p2"]]);
  assert.deepEqual(linksOf({ you: null, subject: null, room: null }), []);
});
