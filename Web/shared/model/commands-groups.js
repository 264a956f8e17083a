// Knows how wishes about groups are written (Sources/Meetings/Command.swift). A missing `group` means "mine".
import { present } from "../fold/present.js";

/** @typedef {import("./types.js").Command} Command */
/** @typedef {import("./types.js").RoundPlan} RoundPlan */
/** @typedef {import("./types.js").GroupPlan} GroupPlan */

/** @param {string} name @param {Record<string, any>} [fields] @returns {Command} */
export const wish = (name, fields = {}) => ({ [name]: present({ ...fields }) });

/** @param {GroupPlan} plan @returns {GroupPlan} */
const groupPlan = (plan) => present({ ...plan, roles: present({ ...plan.roles }), texts: present({ ...plan.texts }) });

/** By hand unless the plan says more. */
const DRAW = { seed: 0, iterations: 0, engine: "", points: 0, isEdited: false };

/** @param {RoundPlan} plan @returns {RoundPlan} */
const roundPlan = (plan) =>
  present({ ...plan, groups: plan.groups.map(groupPlan), draw: { ...DRAW, ...plan.draw } });

// What people offer and need.
/** @param {import("./types.js").Topic[]} topics */
export const setTopics = (topics) => wish("setTopics", { topics });
/** @param {string[]} topics */
export const setOffers = (topics) => wish("setOffers", { topics });
/** @param {string[]} topics the most wanted first */
export const setNeeds = (topics) => wish("setNeeds", { topics });
/** @param {import("./types.js").SchoolPhase|null} teaching */
export const setTeaching = (teaching) => wish("setTeaching", { teaching });

// What leads prepare.
/** @param {string[][]} together @param {string[][]} apart @param {string|null} [segment] all evening without it */
export const setPairRules = (together, apart, segment) => wish("setPairRules", { together, apart, segment });
/** @param {RoundPlan} plan @param {string|null} [title] @param {string|null} [draft] a new one without it */
export const saveDraft = (plan, title, draft) => wish("saveDraft", { draft, title, plan: roundPlan(plan) });
/** @param {string} draft */
export const dropDraft = (draft) => wish("dropDraft", { draft });

// The round; what concerns one group of it is in group.js.
/** @param {RoundPlan} plan */
export const formGroups = (plan) => wish("formGroups", { plan: roundPlan(plan) });
/** @param {GroupPlan} plan */
export const openGroup = (plan) => wish("openGroup", { plan: groupPlan(plan) });
/** @param {import("./types.js").Move[]} moves all or none */
export const movePeople = (moves) => wish("movePeople", { moves: moves.map((move) => present({ ...move })) });
/** @param {number} seconds more, or less */
export const adjustRound = (seconds) => wish("adjustRound", { seconds });
export const endGroups = () => wish("endGroups");
/** @param {string} text */
export const makeAnnouncement = (text) => wish("announce", { text });

// The notes.
/** @param {string} text @param {string|null} [re] @param {boolean} [isReport] @param {string|null} [group] */
export const writeCard = (text, re, isReport = false, group = null) =>
  wish("writeCard", { group, text, re, isReport });
/** @param {string} card @param {string} text */
export const editCard = (card, text) => wish("editCard", { card, text });
/** @param {string} card @param {number} index */
export const moveCard = (card, index) => wish("moveCard", { card, index });
/** @param {string} card */
export const withdrawCard = (card) => wish("withdrawCard", { card });
/** @param {string} card @param {string} text as it was */
export const restoreCard = (card, text) => wish("restoreCard", { card, text });
/** @param {string} card */
export const starCard = (card) => wish("starCard", { card });
/** @param {string} card */
export const unstarCard = (card) => wish("unstarCard", { card });
