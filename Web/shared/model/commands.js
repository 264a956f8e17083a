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
/** @param {string|null} place @param {string|null} callLink */
export const setVenue = (place, callLink) => wish("setVenue", { place, callLink });
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
/** @param {string} other */
export const claimEntry = (other) => wish("claimEntry", { other });
/** @param {string} person @param {string} into */
export const mergePerson = (person, into) => wish("mergePerson", { person, into });
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
/** @param {string} segment @param {boolean} [carriesTurn] whether whoever speaks goes on in it */
export const openSegment = (segment, carriesTurn = false) =>
  wish("openSegment", { segment, carriesTurn: carriesTurn || undefined });
export const openNext = () => wish("openNext");
export const openPrevious = () => wish("openPrevious");
/** @param {string} segment @param {number} seconds more or, below zero, less */
export const adjustTimebox = (segment, seconds) => wish("adjustTimebox", { segment, seconds });
/** @param {string} segment @param {boolean} [isConfirmed] */
export const skipSegment = (segment, isConfirmed = false) => wish("skipSegment", { segment, isConfirmed });
/**
 * Takes back a step, by the id of its command.
 * @param {string} step
 */
export const undo = (step) => wish("undo", { step });

const STEPS = ["openSegment", "openNext", "openPrevious", "skipSegment", "endGroups"];
/**
 * Whether others feel it and it can be taken back for a moment.
 * @param {import("./types.js").Command} command
 */
export const isStep = (command) => STEPS.some((name) => name in command);
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
/** Asks the quick question now. */
export const startPulse = () => wish("openPulse", {});
/** @param {string} pulse */
export const closePulse = (pulse) => wish("closePulse", { pulse });

// Kits.
/** @param {string} segment @param {number} step @param {import("./types.js").KitState} state @param {string|null} [note] */
export const setKit = (segment, step, state, note) => wish("setKit", { segment, step, state, note });
/** @param {string} segment @param {string} asker who is stuck */
export const declineHelp = (segment, asker) => wish("declineHelp", { segment, asker });
/** @param {string} segment @param {string} asker @param {string} helper */
export const giveHelp = (segment, asker, helper) => wish("giveHelp", { segment, asker, helper });
/**
 * @param {string} segment
 * @param {{isStudent: boolean, fiddly: number, frustrating: number, adaption: string|null}} review
 */
export const reviewKit = (segment, review) => wish("reviewKit", { segment, ...review });
/** @param {string} photo @param {boolean} isShown */
export const showPhoto = (photo, isShown) => wish("showPhoto", { photo, isShown });
/** @param {string} photo */
export const removePhoto = (photo) => wish("removePhoto", { photo });

// Prompts.
/** @param {string} prompt @param {import("./types.js").Answer} answer @param {"only_me"|"group"|null} narrowing @param {boolean} isHandedIn */
export const saveResponse = (prompt, answer, narrowing, isHandedIn) =>
  wish("saveResponse", { prompt, answer, narrowing, isHandedIn });
/** @param {string} response */
export const withdrawResponse = (response) => wish("withdrawResponse", { response });
/** @param {string} response */
export const starResponse = (response) => wish("starResponse", { response });
/** @param {string} response */
export const unstarResponse = (response) => wish("unstarResponse", { response });

/** @param {import("./types.js").PromptPlan} plan @param {string|null} segment the item to which it belongs */
export const preparePrompt = (plan, segment) => wish("preparePrompt", { plan, segment });
/** @param {string} prompt @param {import("./types.js").PromptPlan} plan @param {string|null} segment */
export const editPrompt = (prompt, plan, segment) => wish("editPrompt", { prompt, plan, segment });
/** @param {string} prompt */
export const removePrompt = (prompt) => wish("removePrompt", { prompt });
/** @param {string} prompt */
export const openPrompt = (prompt) => wish("openPrompt", { prompt });
/** @param {string} prompt @param {number} seconds */
export const extendPrompt = (prompt, seconds) => wish("extendPrompt", { prompt, seconds });
/** @param {string} prompt */
export const closePrompt = (prompt) => wish("closePrompt", { prompt });
/** @param {string} prompt */
export const revealPrompt = (prompt) => wish("revealPrompt", { prompt });
/** @param {string} response @param {boolean} isShown on the wall */
export const showResponse = (response, isShown) => wish("showResponse", { response, isShown });
/**
 * @param {string} prompt @param {import("./types.js").PromptCard[]} cards
 * @param {{cluster?: string, name?: string}} into neither: back among the others
 */
export const clusterResponses = (prompt, cards, { cluster, name }) =>
  wish("clusterResponses", { prompt, cards, cluster, name });
/** @param {string} prompt @param {string} cluster @param {boolean} isShown */
export const showCluster = (prompt, cluster, isShown) => wish("showCluster", { prompt, cluster, isShown });

// The chat.
/** @param {string} text @param {string|null} [re] the message it replies to @param {string} [group] for it only */
export const postMessage = (text, re, group) => wish("postMessage", { text, re, group });
/** @param {string} message @param {string} text */
export const correctMessage = (message, text) => wish("correctMessage", { message, text });
/** @param {string} message */
export const withdrawMessage = (message) => wish("withdrawMessage", { message });
/** @param {string} message @param {string} text as it was */
export const restoreMessage = (message, text) => wish("restoreMessage", { message, text });
/** @param {string} message */
export const hideMessage = (message) => wish("hideMessage", { message });
/** @param {string} message @param {import("./types.js").Reaction} reaction */
export const react = (message, reaction) => wish("react", { message, reaction });
/** @param {string} message @param {import("./types.js").Reaction} reaction */
export const unreact = (message, reaction) => wish("unreact", { message, reaction });

/**
 * Answers so that nobody learns who it was. `token` stays on this device and is what changes the answer.
 * @param {string} prompt @param {import("./types.js").Answer} answer @param {string} token
 */
export const answerAnonymously = (prompt, answer, token) => wish("answerAnonymously", { prompt, answer, token });

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
