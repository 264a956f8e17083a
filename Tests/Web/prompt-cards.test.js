// What a lead's page and the wall make of prompts: cards that were put together, what is prepared, what a wall shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./with-limits.js";
import { answerCards, askedPrompts, clusterNames, preparedFor, putTogether } from "../../Web/shared/model/prompt-cards.js";
import { tablesOf } from "../../Web/shared/parts/prompt-bars.js";
import { promptsOf } from "../../Web/shared/model/prompt-plans.js";
import { slices, SLICE } from "../../Web/shared/page/slices.js";
import { decksIn } from "../../Web/console/prompts/decks.js";
import { secondsOf } from "../../Web/console/prompts/plan-form.js";
import { modeOf, promptNow } from "../../Web/shared/model/on-wall.js";
import { pagesOfCards, sizeOfWord, wallCards } from "../../Web/wall/prompt-pages.js";

const prompt = (id, more = {}) => ({ id, kind: "open", text: "What next?", choices: [], isMultiple: false, circle: "named",
  handedIn: 0, responses: [], ...more });
const response = (id, texts, more = {}) => ({ id, name: "Siân", answer: { texts, numbers: [] }, circle: "named", stars: [],
  isOnWall: false, ...more });
const card = (of, index = 0) => ({ response: of, index });
const lead = { you: { as: "lead", person: "l" } };
const item = (id, from) => ({ id, kind: "reflection", timeboxSeconds: 60, state: "open", runs: from === undefined ? []
  : [{ from }] });
const room = (prompts, more = {}) => ({ details: { phase: "open" }, agenda: [item("s1", 100), item("s2")], current: "s1",
  prompts, ...more });

test("what is prepared stands with its item; what has lost its item is not lost", () => {
  const all = room([prompt("a", { segment: "s1" }), prompt("b", { segment: "s2" }), prompt("c"),
    prompt("d", { segment: "s1", openedAt: 5 }), prompt("e", { segment: "gone" })]);
  const ids = (found) => found.map(({ id }) => id);
  assert.deepEqual(ids(preparedFor(all, "s1")), ["a"]);
  assert.deepEqual(ids(preparedFor(all, undefined)), ["c", "e"]);
  assert.deepEqual(ids(promptsOf(all, "s1")), ["a", "d"]);
});

test("what can be answered stands before what waits to be shown, and that before what was shown", () => {
  const all = room([prompt("shown", { openedAt: 1, closedAt: 2, revealedAt: 3 }), prompt("new", { openedAt: 9, closedAt: 10,
    revealedAt: 11 }), prompt("held", { openedAt: 4, closedAt: 5 }), prompt("open", { openedAt: 6 }), prompt("planned")]);
  assert.deepEqual(askedPrompts(all).map(({ id }) => id), ["open", "held", "new", "shown"]);
});

test("each text is a card; a card stands in its cluster or among the others, never twice", () => {
  const one = prompt("w", { kind: "cards", responses: [response("a", ["Cress", "A lamp"]), response("b", ["Beans"]),
    response("c", ["Grass"], { circle: "group" }), { ...response("d", ["Gone"]), answer: undefined }],
  clusters: [{ id: "k", name: "Green", isOnWall: false, cards: [card("b"), card("a"), card("d")] },
    { id: "l", isOnWall: false, cards: [card("a"), card("d")] }] });
  const cards = answerCards(lead, one);
  assert.deepEqual(cards.map(({ key, isForAll }) => [key, isForAll]), [["a 0", true], ["a 1", true], ["b 0", true],
    ["c 0", false]]);
  const { clusters, rest } = putTogether(one, cards);
  assert.deepEqual(clusters.map(({ name, cards: of }) => [name, of.map(({ text }) => text)]), [["Green", ["Beans",
    "Cress"]]]);
  assert.deepEqual(rest.map(({ text }) => text), ["A lamp", "Grass"]);
  assert.deepEqual([...clusterNames(one)], [["b", "Green"], ["a", "Green"], ["d", "Green"]]);
  assert.deepEqual(answerCards(lead, prompt("w", { kind: "word", responses: [response("a", ["Fun"])] })), []);
});

test("many rows come a slice at a time, also while they change, and none after the end", () => {
  const turns = [];
  const drawn = [];
  const drawing = slices((until) => drawn.push(until), (run) => turns.push(run));
  const turn = () => turns.shift()?.();
  drawing.show(10);
  drawing.show(250);
  assert.deepEqual(drawn, [], "nothing is drawn before the page had its turn");
  turn();
  drawing.show(250);
  assert.equal(turns.length, 1, "one slice is coming, not two");
  while (turns.length > 0) turn();
  assert.deepEqual(drawn, [SLICE, 80, 120, 160, 200, 240, 250]);
  drawing.show(3);
  turn();
  assert.equal(drawn.at(-1), 3);
  drawing.show(250);
  drawing.stop();
  turn();
  assert.equal(drawn.at(-1), 3);
});

test("decks come in the language of the page, or in any", () => {
  const decks = [{ key: "a", language: "en" }, { key: "b", language: "cy" }];
  assert.deepEqual(decksIn(decks, "cy").map(({ key }) => key), ["b"]);
  assert.deepEqual(decksIn(decks.slice(0, 1), "cy").map(({ key }) => key), ["a"]);
  const own = { key: "own", name: null, language: null, prompts: [] };
  assert.deepEqual(decksIn([own, ...decks], "cy").map(({ key }) => key), ["own", "b"]);
  assert.deepEqual(decksIn([own, decks[0]], "cy").map(({ key }) => key), ["own", "a"]);
});

test("half a minute is thirty seconds; nothing is as long as one likes", () => {
  assert.deepEqual([secondsOf("0.5"), secondsOf("3"), secondsOf(""), secondsOf("no")], [30, 180, null, null]);
});

const round = { id: "r", formedAt: 300, groups: [] };
const shown = { openedAt: 150, closedAt: 200, revealedAt: 210 };
for (const [name, prompts, more, mode, id] of [
  ["nothing was asked", [prompt("a")], {}, "item", undefined],
  ["one is open", [prompt("a", { openedAt: 150 })], {}, "prompt", "a"],
  ["of two the newer", [prompt("a", { openedAt: 150 }), prompt("b", { openedAt: 160 })], {}, "prompt", "b"],
  ["writing is over", [prompt("a", { openedAt: 150, closedAt: 200 })], {}, "prompt", "a"],
  ["answers are shown", [prompt("a", shown)], {}, "answers", "a"],
  ["they were shown in an earlier item", [prompt("a", { ...shown, openedAt: 40, closedAt: 50, revealedAt: 60 })], {}, "item",
    undefined],
  ["one is still open from an earlier item", [prompt("a", { openedAt: 40 })], {}, "item", undefined],
  ["one of an earlier item is shown in this", [prompt("a", { openedAt: 40, closedAt: 150, revealedAt: 160 })], {}, "answers",
    "a"],
  ["people find their groups", [prompt("a", { openedAt: 150 })], { rounds: [round] }, "groups", undefined],
  ["it is asked in groups", [prompt("a", { openedAt: 350 })], { rounds: [round] }, "prompt", "a"],
  ["the meeting is over", [prompt("a", shown)], { details: { phase: "ended" } }, "ended", "a"],
]) {
  test(`a wall when ${name}`, () => {
    const all = room(prompts, more);
    assert.equal(modeOf(all, 1_000), mode);
    assert.equal(promptNow(all)?.id, id);
  });
}

test("on the wall a cluster stands under its name with all its cards, then what was brought by itself, starred first", () => {
  const one = prompt("w", { kind: "cards", ...shown, responses: [response("a", ["Cress", "A lamp"]),
    response("b", ["Beans"], { isOnWall: true }), response("c", ["Grass"], { isOnWall: true, stars: ["counted"] })],
  clusters: [{ id: "k", name: "Green", isOnWall: true, cards: [card("a"), card("b")] },
    { id: "l", name: "Not here", isOnWall: false, cards: [card("a", 1)] }] });
  assert.deepEqual(wallCards(one).map(({ text, cluster, isStarred }) => [text, cluster, isStarred]),
    [["Cress", "Green", false], ["Beans", undefined, false], ["Grass", undefined, true]]);
});

test("a page of the wall has room for all lines of its cards, and every card has a page", () => {
  const cards = Array.from({ length: 250 }, (_, at) => ({ key: String(at), text: "a".repeat((at * 37) % 600 + 1), name: "Siân",
    isStarred: false, cluster: undefined, isNamed: false }));
  const pages = pagesOfCards(cards, "What next?");
  assert.deepEqual(pages.flat().map(({ key }) => key), cards.map(({ key }) => key));
  assert.ok(pages.slice(0, -1).every((page) => page.length >= 3 && page.length <= 18));
  assert.deepEqual(pagesOfCards(cards, "What next?", true).flat().length, cards.length);
  assert.deepEqual(pagesOfCards([], "What next?"), []);
  assert.ok(pagesOfCards(cards, "Why? ".repeat(20)).length > pages.length, "a long question takes room");
});

test("the word that most said is the largest; where each was said once, all are in the middle", () => {
  assert.deepEqual([1, 2, 3, 5].map((count) => sizeOfWord(count, 5)), [1, 2, 3, 5]);
  assert.equal(sizeOfWord(1, 1), 3);
});

test("where numbers are nobody's to see, what changed is told, and no empty bars", () => {
  const change = [{ up: 4, same: 1, down: 0 }, { up: 2, same: 3, down: 0 }];
  const asked = prompt("w", { kind: "confidence", choices: ["I can", "I help"], circle: "only_me", ...shown });
  assert.deepEqual(tablesOf(asked, []), []);
  assert.deepEqual(tablesOf({ ...asked, change }, []).map(({ title, rows, change: told }) => [title, rows, told.up]),
    [["I can", [], 4], ["I help", [], 2]]);
  const named = { ...asked, change, sums: [[0, 0, 1, 2, 2], [1, 0, 0, 0, 4]] };
  assert.deepEqual(tablesOf(named, []).map(({ rows, change: told }) => [rows.map(({ value }) => value), told.same]),
    [[[0, 0, 1, 2, 2], 1], [[1, 0, 0, 0, 4], 3]]);
});
