// Knows how it is asked which of two moments is meant, where the clocks go back over the time of a meeting.
import { el, show } from "../shared/page/html.js";
import { field } from "../shared/parts/field.js";
import { bothOf, fieldsOf, instantOf } from "./zone.js";

const FIRST = "first";
const SECOND = "second";

/**
 * The field, for a date, a time and a zone beside it; hidden where there is nothing to ask.
 * @param {{date: import("../shared/parts/field.js").Field, time: import("../shared/parts/field.js").Field,
 *   zone: import("../shared/parts/field.js").Field}} beside
 */
export function twiceField({ date, time, zone }) {
  const input = el("select", { name: "twice" }, el("option", { value: "", t: "console.twice.choose" }),
    el("option", { value: FIRST, t: "console.twice.first" }), el("option", { value: SECOND, t: "console.twice.second" }));
  const made = field(input, { label: "console.twice.label", hint: "console.twice.hint" });
  const values = () => /** @type {const} */ ([date.input.value, time.input.value, zone.input.value]);
  const both = () => bothOf(...values());
  let asked = "";

  function update() {
    const now = both() ? values().join(" ") : "";
    // Another time is another question.
    if (now !== asked) {
      input.value = "";
      made.fail(null);
    }
    asked = now;
    show(made.node, asked);
  }

  for (const one of [date, time, zone]) {
    for (const kind of ["input", "change"]) one.input.addEventListener(kind, update);
  }
  update();
  return {
    field: made,
    update,
    /** Says that it has to be chosen, if it has to. */
    check() { made.fail(both() && !input.value ? "console.twice.missing" : null); },
    /** @returns {number|null} the moment that is meant */
    instant() { return both()?.[input.value === SECOND ? 1 : 0] ?? instantOf(...values()); },
    /**
     * Fills date and time with a moment; the zone stands there already.
     * @param {number} instant
     */
    fill(instant) {
      const fields = fieldsOf(instant, zone.input.value);
      [date.input.value, time.input.value] = [fields.date, fields.time];
      update();
      const pair = both();
      if (pair) input.value = instant === pair[1] ? SECOND : FIRST;
    },
  };
}
