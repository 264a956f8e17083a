// Knows how each wish is written (Sources/Meetings/Command.swift). A missing `person` means "me".
import { present } from "../fold/present.js";

/** @typedef {import("./types.js").Command} Command */
/** @typedef {import("./types.js").SegmentPlan} SegmentPlan */

/** @param {string} name @param {Record<string, any>} [fields] @returns {Command} */
const wish = (name, fields = {}) => ({ [name]: present({ ...fields }) });

// The frame.
/** @param {string} title */
export const retitle = (title) => wish("retitle", { title });
/** @param {number|null} plannedStart milliseconds @param {string} zone IANA name */
export const schedule = (plannedStart, zone) => wish("schedule", { plannedStart, zone });
/** @param {import("./types.js").Options} options */
export const setOptions = (options) => wish("setOptions", { options });
export const openMeeting = () => wish("openMeeting");
export const reopenMeeting = () => wish("reopenMeeting");
export const endMeeting = () => wish("endMeeting");
export const lockRoom = () => wish("lockRoom");
export const unlockRoom = () => wish("unlockRoom");

// The door and the roster.
/** @param {string} person */
export const admit = (person) => wish("admit", { person });
/** @param {string} person */
export const deny = (person) => wish("deny", { person });
/** @param {string} person */
export const checkIn = (person) => wish("checkIn", { person });
/** @param {string} person */
export const checkOut = (person) => wish("checkOut", { person });
/** @param {string} person */
export const remove = (person) => wish("remove", { person });
/** @param {string} person */
export const moveToLobby = (person) => wish("moveToLobby", { person });
/** @param {string} name @param {string|null} [school] @param {string} [person] */
export const rename = (name, school, person) => wish("rename", { person, name, school });
/** @param {import("./types.js").AttendanceMode} mode @param {string} [person] */
export const setMode = (mode, person) => wish("setMode", { person, mode });
/** @param {import("./types.js").Tier} tier */
export const setTier = (tier) => wish("setTier", { tier });
/** @param {import("./types.js").GoingReason|null} [reason] */
export const takeLeave = (reason) => wish("takeLeave", { reason });
/** @param {string} person */
export const appointLead = (person) => wish("appointLead", { person });
/** @param {string} person */
export const dismissLead = (person) => wish("dismissLead", { person });
/** @param {string} person */
export const handOver = (person) => wish("handOver", { person });
/** @param {string} person */
export const appointScribe = (person) => wish("appointScribe", { person });
/** @param {string} person */
export const dismissScribe = (person) => wish("dismissScribe", { person });

// The agenda.
/** @param {string} segment */
export const openSegment = (segment) => wish("openSegment", { segment });
export const openNext = () => wish("openNext");
export const openPrevious = () => wish("openPrevious");
/** @param {string} segment @param {number} seconds more or, below zero, less */
export const adjustTimebox = (segment, seconds) => wish("adjustTimebox", { segment, seconds });
/** @param {string} segment @param {boolean} [isConfirmed] */
export const skipSegment = (segment, isConfirmed = false) => wish("skipSegment", { segment, isConfirmed });
/** @param {SegmentPlan} plan @param {number} index */
export const addSegment = (plan, index) => wish("addSegment", { plan: present({ ...plan }), index });
/** @param {string} segment @param {SegmentPlan} plan */
export const editSegment = (segment, plan) => wish("editSegment", { segment, plan: present({ ...plan }) });
/** @param {string} segment @param {number} index */
export const moveSegment = (segment, index) => wish("moveSegment", { segment, index });
/** @param {string} segment */
export const removeSegment = (segment) => wish("removeSegment", { segment });

// The pulse.
/** @param {string} pulse @param {import("./types.js").PulseAnswer} answer */
export const answerPulse = (pulse, answer) => wish("answerPulse", { pulse, answer });
/** @param {string} pulse */
export const closePulse = (pulse) => wish("closePulse", { pulse });

// The chat.
/** @param {string} text @param {string|null} [re] the message it replies to @param {string} [group] for it only */
export const postMessage = (text, re, group) => wish("postMessage", { text, re, group });
/** @param {string} message @param {string} text */
export const correctMessage = (message, text) => wish("correctMessage", { message, text });
/** @param {string} message */
export const withdrawMessage = (message) => wish("withdrawMessage", { message });
/** @param {string} message */
export const hideMessage = (message) => wish("hideMessage", { message });
/** @param {string} message @param {import("./types.js").Reaction} reaction */
export const react = (message, reaction) => wish("react", { message, reaction });
/** @param {string} message @param {import("./types.js").Reaction} reaction */
export const unreact = (message, reaction) => wish("unreact", { message, reaction });

// The queue and the turns.
/** @param {string} [person] */
export const raiseHand = (person) => wish("raiseHand", { person });
/** @param {string} [person] */
export const lowerHand = (person) => wish("lowerHand", { person });
/** @param {string} person */
export const callOn = (person) => wish("callOn", { person });
/** @param {string} [person] */
export const startTurn = (person) => wish("startTurn", { person });
/** @param {string} [person] */
export const endTurn = (person) => wish("endTurn", { person });

// The question wall.
/** @param {string} text */
export const askQuestion = (text) => wish("askQuestion", { text });
/** @param {string} question */
export const supportQuestion = (question) => wish("supportQuestion", { question });
/** @param {string} question */
export const markAnswered = (question) => wish("markAnswered", { question });
/** @param {string} question */
export const hideQuestion = (question) => wish("hideQuestion", { question });
