// A date and a time in a zone, around the two nights of 2026 on which the clocks change in Britain.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, instantOf, startProblem } from "../../Web/meetings/zone.js";

const LONDON = "Europe/London";
const at = (text) => Date.parse(text);

for (const [date, time, zone, moment] of [
  ["2026-03-28", "16:00", LONDON, "2026-03-28T16:00Z"], ["2026-03-29", "16:00", LONDON, "2026-03-29T15:00Z"],
  ["2026-03-29", "00:30", LONDON, "2026-03-29T00:30Z"], ["2026-03-29", "02:30", LONDON, "2026-03-29T01:30Z"],
  ["2026-10-24", "16:00", LONDON, "2026-10-24T15:00Z"], ["2026-10-25", "16:00", LONDON, "2026-10-25T16:00Z"],
  ["2026-10-25", "02:30", LONDON, "2026-10-25T02:30Z"], ["2026-12-31", "23:30", "Asia/Kathmandu", "2026-12-31T17:45Z"],
  ["2026-07-01", "00:15", "America/St_Johns", "2026-07-01T02:45Z"],
]) {
  test(`${date} ${time} in ${zone} is ${moment}`, () => {
    assert.equal(instantOf(date, time, zone), at(moment));
    assert.deepEqual(fieldsOf(at(moment), zone), { date, time });
    assert.equal(startProblem(date, time, zone), null);
  });
}

test("an hour that the clocks jump over is refused", () => {
  assert.equal(startProblem("2026-03-29", "01:30", LONDON), "console.zone.gap");
  assert.equal(startProblem("2026-03-29", "01:30", "UTC"), null);
});

test("an hour that comes twice is one of the two", () => {
  assert.ok([at("2026-10-25T00:30Z"), at("2026-10-25T01:30Z")].includes(instantOf("2026-10-25", "01:30", LONDON)));
  assert.equal(startProblem("2026-10-25", "01:30", LONDON), null);
});

test("a missing date or time is said", () => {
  assert.equal(startProblem("", "01:30", LONDON), "console.new.dateMissing");
  assert.equal(startProblem("2026-10-25", "", LONDON), "console.new.dateMissing");
});
