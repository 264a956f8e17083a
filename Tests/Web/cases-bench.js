// A line for every event about kits: name, before, event, after; a participant unless the line says another viewer.

const bench = (more = {}) => ({ benches: [{ segment: "s1", counts: {}, photos: [], photoIDs: [], ...more }] });
const led = (more = {}) => bench({ calls: [], helps: [], reviews: [], ...more });
const call = (person, more = {}) => ({ person, step: 0, since: 5, declined: [], ...more });
const photo = { id: "f1", person: "p1", step: 1, width: 640, height: 480 };
const shown = { segment: "s1", photo: "f1", person: "p1", step: 1, width: 640, height: 480 };
const review = { isStudent: false, fiddly: 4, frustrating: 2 };

export const BENCH_CASES = [
  ["kitSet", {}, { segment: "s1", step: 0, state: "opened" }, bench({ counts: { "0.opened": 1 } })],
  ["kitSet", bench({ counts: { "0.opened": 1, "0.working": 2 } }),
    { segment: "s1", step: 0, state: "working", previousStep: 0, previousState: "opened" },
    bench({ counts: { "0.working": 3 } })],
  ["kitSet", {}, { segment: "s1", step: 1, state: "stuck" }, { benches: [{ segment: "s1", counts: { "1.stuck": 1 } }] },
    "wall"],
  ["helpCalled", {}, { segment: "s1", person: "p1", step: 1, note: "No light" },
    led({ calls: [call("p1", { step: 1, note: "No light", since: 100 })] }), "lead"],
  ["helpCalled", led({ calls: [call("p1", { peer: "p2", note: "No light" })] }), { segment: "s1", person: "p1", step: 1 },
    led({ calls: [call("p1", { peer: "p2", step: 1 })] }), "lead"],
  ["helpCalled", {}, { segment: "s1", person: "counted", step: 1 }, led(), "lead"],
  ["helpOffered", led({ calls: [call("p1")] }), { segment: "s1", person: "p1", peer: "p2" },
    led({ calls: [call("p1", { peer: "p2" })] }), "lead"],
  ["helpOffered", led({ calls: [call("p1", { peer: "p2" })] }), { segment: "s1", person: "p1", previous: "p2" },
    led({ calls: [call("p1")] }), "lead"],
  ["helpDeclined", led({ calls: [call("p1", { peer: "p2" })] }), { segment: "s1", person: "p1", peer: "p2" },
    led({ calls: [call("p1", { declined: ["p2"] })] }), "lead"],
  ["helpGiven", led({ calls: [call("p1", { peer: "p2" }), call("p3")] }),
    { segment: "s1", person: "p1", peer: "p2", step: 0 },
    led({ calls: [call("p3")], helps: [{ person: "p1", peer: "p2", step: 0 }] }), "lead"],
  ["helpClosed", led({ calls: [call("p1")] }), { segment: "s1", person: "p1" }, led(), "lead"],
  ["kitReviewed", led({ reviews: [{ person: "p1", isStudent: false, fiddly: 1, frustrating: 1 },
    { person: "p1", isStudent: true, fiddly: 1, frustrating: 1 }] }),
  { segment: "s1", person: "p1", kit: "Sensor", words: 0, ...review },
  led({ reviews: [{ person: "p1", isStudent: true, fiddly: 1, frustrating: 1 }, { person: "p1", ...review }] }), "lead"],
  ["photoAdded", {}, { segment: "s1", photo: "f1" }, bench({ photoIDs: ["f1"] })],
  ["photoShown", bench({ photoIDs: ["f1"] }), { ...shown, isShown: true }, bench({ photoIDs: ["f1"], photos: [photo] })],
  ["photoShown", bench({ photoIDs: ["f1"], photos: [photo] }), { ...shown, isShown: false }, bench({ photoIDs: ["f1"] })],
  ["photoRemoved", bench({ photoIDs: ["f0", "f1"], photos: [photo] }), { segment: "s1", photo: "f1" },
    bench({ photoIDs: ["f0"] })],
];
