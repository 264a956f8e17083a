// The parts of the pages that need no page: texts, time, codes, the outbox, what a closed socket means.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { FakeStorage } from "./fake-storage.js";
import { LIMITS } from "./with-limits.js";
import { closeReason, retryHint } from "../../Web/shared/line/closing.js";
import { crossed, exact } from "../../Web/shared/texts/durations.js";
import { load, t } from "../../Web/shared/texts/i18n.js";
import { Outbox } from "../../Web/shared/line/outbox.js";
import { addSample, offsetMilliseconds, resetClock } from "../../Web/shared/line/time.js";
import { isMisread, readCode, readLink } from "../../Web/door/code-reading.js";
import * as time from "../../Web/shared/model/selectors-time.js";

const english = JSON.parse(readFileSync(new URL("../../Web/locales/en.json", import.meta.url), "utf8"));

beforeEach(() => {
  globalThis.localStorage = new FakeStorage();
  resetClock();
  load("en", english, true);
});

test("a missing key throws, a plural is chosen, a placeholder filled", () => {
  assert.throws(() => t("no.such.key"));
  assert.equal(t("time.minutesLeft", { count: 4 }), "4 min left");
  assert.equal(t("pulse.answered", { count: 0, all: 5 }), "Nobody of 5 has answered yet");
  assert.equal(t("pulse.answered", { count: 1, all: 5 }), "1 person of 5 has answered");
});

for (const [typed, code] of [
  ["k7qd2m", "K7QD2M"], [" K7Q-D2M ", "K7QD2M"], ["k7", "K7"], ["K7QD2MXX", "K7QD2M"],
  ["https://staffroom.example/?code=K7QD2M#x", "K7QD2M"], ["", ""],
]) test(`code ${JSON.stringify(typed)}`, () => assert.equal(readCode(typed), code));

test("letters that no code has are noticed, links are found", () => {
  assert.ok(isMisread("K7QD0M"));
  assert.ok(!isMisread("K7QD2M"));
  assert.equal(readLink("https://x.example/#l=abc123def456"), "abc123def456");
  assert.equal(readLink("K7QD2M"), null);
});

for (const [code, bye, reason] of [
  [4401, null, "signedOut"], [4403, "denied", "denied"], [4403, null, "removed"], [4403, "ended", "ended"], [4404, null, "unknownMeeting"],
  [4400, null, "fault"], [1006, null, null], [1012, "restarting", null], [4008, "slow", null],
  [1000, "elsewhere", "elsewhere"], [1000, "forgotten", "forgotten"],
]) test(`close ${code} after ${bye}`, () => assert.equal(closeReason(code, bye), reason));

test("the hint of a restarting server is taken, and bounded", () => {
  assert.equal(retryHint("retry=1500"), 1500);
  assert.equal(retryHint("retry=999999"), 30_000);
  assert.equal(retryHint("whatever"), 0);
});

for (const [before, after, said] of [
  [301_000, 300_000, 300], [300_000, 299_000, null], [61_000, 59_000, 60], [400_000, 5_000, 10], [5_000, -1, null],
]) test(`countdown from ${before} to ${after}`, () => assert.equal(crossed(before, after), said));

test("exact times", () => {
  assert.deepEqual([232_000, 3_730_000, 0, -61_000].map(exact), ["3:52", "1:02:10", "0:00", "1:01"]);
});

test("the clock trusts the shortest round trip and notices a clock that was set", () => {
  addSample(1000, 6200, 1400);
  addSample(2000, 7010, 2020);
  addSample(3000, 8300, 3600);
  assert.equal(offsetMilliseconds(), 5000);
  addSample(100_000, 205_010, 100_020);
  assert.equal(offsetMilliseconds(), 105_000);
});

test("exchanges that were late one way only are put together", () => {
  addSample(0, 5150, 160);
  assert.equal(offsetMilliseconds(), 5070);
  addSample(1000, 6010, 1150);
  assert.equal(offsetMilliseconds(), 5000);
});

test("earlier runs count to the deadline, and what is over is carried", () => {
  const runs = [{ from: 0, to: 20_000 }, { from: 50_000 }];
  const segment = { id: "s1", kind: "talk", timeboxSeconds: 60, state: "open", runs };
  assert.equal(time.deadline(segment), 90_000);
  assert.equal(time.elapsedMilliseconds(segment, 60_000), 30_000);
  const done = { ...segment, state: "done", runs: [{ from: 0, to: 75_000 }] };
  assert.equal(time.carriedMilliseconds({ agenda: [done, segment] }, 80_000), 15_000);
});

test("the outbox keeps, resends in order with the same ids, and forgets what was answered", async () => {
  const sent = [];
  let isOpen = false;
  const send = (message) => isOpen && Boolean(sent.push(message.command));
  const outbox = new Outbox("m1.p1", send, () => {});
  const first = outbox.add({ raiseHand: {} });
  outbox.add({ lowerHand: {} });
  const again = new Outbox("m1.p1", send, () => {});
  assert.deepEqual(again.pending.map((item) => Object.keys(item.do)[0]), ["raiseHand", "lowerHand"]);
  assert.equal(new Outbox("m1.p2", send, () => {}).pending.length, 0);
  isOpen = true;
  outbox.resend();
  assert.deepEqual(sent.map((command) => command.id), again.pending.map((item) => item.id));
  outbox.acked({ id: sent[0].id, sequence: 7 });
  assert.deepEqual(await first, { ack: true, id: sent[0].id, sequence: 7 });
  assert.equal(new Outbox("m1.p1", send, () => {}).pending.length, 1);
});

test("too fast is not refused: it stays and goes out again", async () => {
  const sent = [];
  const outbox = new Outbox("m1.p1", (message) => Boolean(sent.push(message.command.id)), () => {});
  const answer = outbox.add({ raiseHand: {} });
  const again = new Promise((resolve) => { outbox.send = (message) => { resolve(message.command.id); return true; }; });
  outbox.nacked({ id: sent[0], code: 41, rejection: { slowDown: { waitMilliseconds: 1 } } });
  assert.equal(await again, sent[0]);
  outbox.nacked({ id: sent[0], code: 16, rejection: { notPresent: {} } });
  assert.deepEqual(await answer, { ack: false, code: 16, rejection: { notPresent: {} } });
});

test("what the line cannot carry is refused, and never kept to be sent again", async () => {
  const sent = [];
  const outbox = new Outbox("m1.p1", (message) => Boolean(sent.push(message)), () => {});
  const most = LIMITS.limits.messageBytes;
  for (const letter of ["x", "é", "\n", "😀", "\""]) {
    const text = letter.repeat(most / new TextEncoder().encode(letter).length);
    assert.deepEqual(await outbox.add({ postMessage: { text } }), { ack: false, code: 0, rejection: { tooLarge: {} } });
  }
  assert.deepEqual([sent.length, outbox.pending.length, localStorage.length], [0, 0, 0]);
  outbox.add({ postMessage: { text: "x".repeat(most - 1_000) } });
  assert.ok(new TextEncoder().encode(JSON.stringify({ messages: [JSON.stringify(sent[0])] })).length <= most);
  assert.equal(localStorage.length, 1);
});

test("what an older page kept though the line cannot carry it is dropped and told", () => {
  const text = "x".repeat(LIMITS.limits.messageBytes);
  localStorage.setItem("staffroom.outbox.m1.p1.a", JSON.stringify({ id: "a", do: { postMessage: { text } }, at: 1 }));
  localStorage.setItem("staffroom.outbox.m1.p1.b", JSON.stringify({ id: "b", do: { raiseHand: {} }, at: 2 }));
  const [sent, refused] = [[], []];
  const outbox = new Outbox("m1.p1", (message) => Boolean(sent.push(message.command.id)), () => {});
  outbox.onRefused = (command) => refused.push(Object.keys(command)[0]);
  outbox.resend();
  outbox.resend();
  outbox.begin();
  outbox.resend();
  assert.deepEqual([sent, refused, localStorage.length], [["b", "b"], ["postMessage"], 1]);
});
