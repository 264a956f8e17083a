// A date and a time in a zone, around the two nights of 2026 on which the clocks change in Britain.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayText } from "../../Web/meetings/dates.js";
import { dayOf, timeOfDay } from "../../Web/shared/texts/dates.js";
import { bothOf, fieldsOf, instantOf, startProblem } from "../../Web/meetings/zone.js";

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

for (const [date, time, zone, first, second] of [
  ["2026-10-25", "01:30", LONDON, "2026-10-25T00:30Z", "2026-10-25T01:30Z"],
  ["2026-10-25", "01:00", LONDON, "2026-10-25T00:00Z", "2026-10-25T01:00Z"],
  ["2026-10-25", "02:59", "Europe/Berlin", "2026-10-25T00:59Z", "2026-10-25T01:59Z"],
  ["2026-11-01", "01:15", "America/New_York", "2026-11-01T05:15Z", "2026-11-01T06:15Z"],
  ["2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-04T14:45Z", "2026-04-04T15:15Z"],
]) {
  test(`${date} ${time} in ${zone} comes twice, and either can be meant`, () => {
    assert.deepEqual(bothOf(date, time, zone), [at(first), at(second)]);
    assert.equal(startProblem(date, time, zone), null);
    for (const moment of [first, second]) assert.deepEqual(fieldsOf(at(moment), zone), { date, time });
  });
}

for (const [date, time, zone] of [["2026-10-25", "00:59", LONDON], ["2026-10-25", "02:00", LONDON],
  ["2026-10-24", "01:30", LONDON], ["2026-03-29", "01:30", LONDON], ["2026-10-25", "01:30", "UTC"], ["", "01:30", LONDON],
  ["2026-10-25", "01:30", "Asia/Kathmandu"]]) {
  test(`${date} ${time} in ${zone} does not come twice`, () => assert.equal(bothOf(date, time, zone), null));
}

test("a missing date or time is said", () => {
  assert.equal(startProblem("", "01:30", LONDON), "console.new.dateMissing");
  assert.equal(startProblem("2026-10-25", "", LONDON), "console.new.dateMissing");
});

for (const moment of [8.64e15 + 1, 9.2e18, -9.2e18, Infinity, NaN]) {
  test(`a moment of ${moment} takes no page with it`, () => {
    for (const zone of [LONDON, "Pacific/Kiritimati", "Europe/Nowhere", undefined]) {
      for (const said of [dayOf(moment, zone), timeOfDay(moment, zone), dayText(moment, zone)]) {
        assert.ok(said.length > 0);
      }
      assert.match(fieldsOf(moment, zone).time, /^\d\d:\d\d$|^.{5}$/);
    }
  });
}
