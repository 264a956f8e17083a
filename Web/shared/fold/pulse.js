// Knows the pulses as facts change them. Mirrors Room+Pulse.swift, but an answer without a person only counts: what
// you yourself answered comes in `own`, which nobody else is sent.

/** @param {import("../model/types.js").Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyPulse(room, { name, fields, at }) {
  const pulses = room.pulses ?? [];
  const pulse = pulses.find((one) => one.id === fields.pulse);
  switch (name) {
    case "pulseOpened":
      room.pulses = pulses;
      pulses.push({ id: fields.pulse, segment: fields.segment, openedAt: at, counts: {}, answers: {} });
      return true;
    case "pulseAnswered":
      if (pulse) answer(pulse, fields);
      return true;
    case "pulseClosed":
      if (pulse) pulse.closedAt = at;
      return true;
    default: return false;
  }
}

/** @param {import("../model/types.js").Pulse} pulse @param {Record<string, any>} fields */
function answer(pulse, { person, answer: given, previous }) {
  if (pulse.answered !== undefined) {
    if (!previous) pulse.answered += 1;
    return;
  }
  const counts = pulse.counts ??= {};
  if (previous) {
    counts[previous] = (counts[previous] ?? 1) - 1;
    if (counts[previous] === 0) delete counts[previous];
  }
  if (given) counts[given] = (counts[given] ?? 0) + 1;
  if (person && person !== "counted") (pulse.answers ??= {})[person] = given;
}
