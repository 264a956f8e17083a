// A line for every event about prompts and their answers: name, before, event, after; a participant unless the line says
// another viewer.

const prompt = (id, more = {}) => ({ id, kind: "open", text: "What next?", choices: [], isMultiple: false, circle: "named",
  handedIn: 0, responses: [], ...more });
const response = (id, more = {}) => ({ id, author: "p1", name: "Tom", answer: { texts: ["Cress"], numbers: [] },
  circle: "named", stars: [], isOnWall: false, ...more });
const nameless = (id, text) => ({ id, answer: { texts: [text], numbers: [] }, circle: "anonymous", stars: [],
  isOnWall: false });
const plan = { kind: "open", text: "What next?", choices: [], isMultiple: false, circle: "named" };
const asked = (more = {}) => ({ prompts: [prompt("w1", { openedAt: 5, ...more })] });
const answered = (more = {}) => asked({ responses: [response("a1", more)] });

const card = (response, index = 0) => ({ response, index });
const together = (clusters) => asked({ responses: [response("a1")], clusters });

export const PROMPT_CASES = [
  ["promptPrepared", {}, { prompt: "w1", segment: "s1", purpose: "To go on", seconds: 60, key: "next", ...plan },
    { prompts: [prompt("w1", { segment: "s1", purpose: "To go on", seconds: 60, key: "next" })] }, "lead"],
  ["promptEdited", { prompts: [prompt("w1", { segment: "s1", seconds: 60 }), prompt("w2")] },
    { prompt: "w1", ...plan, text: "And then?" }, { prompts: [prompt("w1", { text: "And then?" }), prompt("w2")] },
    "lead"],
  ["promptRemoved", { prompts: [prompt("w1"), prompt("w2")] }, { prompt: "w1" }, { prompts: [prompt("w2")] }, "lead"],
  ["promptOpened", {}, { prompt: "w1", ...plan, deadline: 160 }, { prompts: [prompt("w1", { openedAt: 100,
    deadline: 160 })] }],
  ["promptOpened", { prompts: [prompt("w1", { seconds: 60, openedAt: 5, closedAt: 50, deadline: 65, handedIn: 2 })] },
    { prompt: "w1", ...plan, deadline: 160 },
    { prompts: [prompt("w1", { seconds: 60, openedAt: 5, deadline: 160, handedIn: 2 })] }, "lead"],
  ["promptOpened", {}, { prompt: "w1", ...plan, hasHat: true }, { prompts: [prompt("w1", { openedAt: 100,
    hasHat: true })] }],
  ["responseSaved", asked({ handedIn: 1, handedInForOthers: 1 }), { prompt: "w1", isHandedIn: true, wasHandedIn: false,
    forOthers: 1 }, asked({ handedIn: 2, handedInForOthers: 2 })],
  ["responseSaved", asked({ handedIn: 1, handedInForOthers: 1 }), { prompt: "w1", isHandedIn: true, wasHandedIn: true,
    forOthers: -1 }, asked({ handedIn: 1 })],
  ["responseRevealed", asked(), { prompt: "w1", response: "a1", person: "p1", name: "Tom", texts: ["Cress"],
    numbers: [], circle: "named", isStudent: true }, answered({ answer: { texts: ["Cress"], numbers: [],
    isStudent: true } })],
  ["promptExtended", asked(), { prompt: "w1", deadline: 900 }, asked({ deadline: 900 })],
  ["promptClosed", asked(), { prompt: "w1" }, asked({ closedAt: 100 })],
  ["promptRevealed", asked({ closedAt: 50 }), { prompt: "w1" }, asked({ closedAt: 50, revealedAt: 100 })],
  ["responseSaved", asked(), { prompt: "w1", isHandedIn: true, wasHandedIn: false }, asked({ handedIn: 1 })],
  ["responseSaved", asked({ handedIn: 2 }), { prompt: "w1", isHandedIn: false, wasHandedIn: true },
    asked({ handedIn: 1 })],
  ["responseRevealed", asked(), { prompt: "w1", response: "a1", person: "p1", name: "Tom", texts: ["Cress"],
    numbers: [], circle: "named" }, answered()],
  ["responseRevealed", asked(), { prompt: "w1", response: "a1", name: "Tom", texts: ["Cress"], numbers: [],
    circle: "first_names" }, { prompts: [prompt("w1", { openedAt: 5, responses: [(({ author, ...rest }) => rest)(
    response("a1", { circle: "first_names" }))] })] }],
  ["responseWithdrawn", answered({ stars: ["p2"], isOnWall: true }), { prompt: "w1", response: "a1" },
    { prompts: [prompt("w1", { openedAt: 5, responses: [(({ answer, ...rest }) => rest)(response("a1"))] })] }],
  ["responseStarred", answered(), { prompt: "w1", response: "a1", person: "p2" }, answered({ stars: ["p2"] })],
  ["responseStarred", answered(), { prompt: "w1", response: "a9", person: "p2" }, answered()],
  ["responseUnstarred", answered({ stars: ["p2", "p3"] }), { prompt: "w1", response: "a1", person: "p2" },
    answered({ stars: ["p3"] })],
  ["answersSealed", asked({ closedAt: 50 }), { prompt: "w1", count: 7 },
    asked({ closedAt: 50, isSealed: true, handedIn: 7 })],
  ["answersSealed", asked({ closedAt: 50 }), { prompt: "w1" }, asked({ closedAt: 50, isSealed: true })],
  ["answersRevealed", asked(), { prompt: "w1", responses: ["a1-1", "a1-2"], isTooFew: false,
    answers: [{ texts: ["Lost"], numbers: [] }, { texts: ["Glad"], numbers: [] }] }, asked({ responses: [
    nameless("a1-1", "Lost"), nameless("a1-2", "Glad")] })],
  ["answersRevealed", asked(), { prompt: "w1", responses: [], isTooFew: true }, asked({ isTooFew: true })],
  ["responsesClustered", answered(), { prompt: "w1", cluster: "k1", name: "Green", cards: [card("a1")] },
    together([{ id: "k1", name: "Green", cards: [card("a1")], isOnWall: false }])],
  ["responsesClustered", together([{ id: "k1", name: "Green", cards: [card("a1"), card("a1", 1)], isOnWall: true },
    { id: "k2", name: "Other", cards: [card("a2")], isOnWall: false }]),
  { prompt: "w1", cluster: "k1", name: "All", cards: [card("a2"), card("a1")] },
  together([{ id: "k1", name: "All", cards: [card("a1"), card("a1", 1), card("a2")], isOnWall: true }])],
  ["responsesClustered", together([{ id: "k1", name: "Green", cards: [card("a1")], isOnWall: true }]),
    { prompt: "w1", cards: [card("a1")] }, answered()],
  ["clusterShown", together([{ id: "k1", name: "Green", cards: [card("a1")], isOnWall: false }]),
    { prompt: "w1", cluster: "k1", isShown: true },
    together([{ id: "k1", name: "Green", cards: [card("a1")], isOnWall: true }])],
  ["responseWithdrawn", together([{ id: "k1", name: "Green", cards: [card("a1"), card("a2")], isOnWall: true }]),
    { prompt: "w1", response: "a1" }, { prompts: [prompt("w1", { openedAt: 5,
      clusters: [{ id: "k1", name: "Green", cards: [card("a2")], isOnWall: true }],
      responses: [(({ answer, ...rest }) => rest)(response("a1"))] })] }],
  ["responseShown", answered(), { prompt: "w1", response: "a1", isShown: true }, answered({ isOnWall: true })],
];
