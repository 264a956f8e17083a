// Knows where in school people teach.

/** @type {import("./types.js").SchoolPhase[]} */
export const SCHOOL_PHASES = ["primary", "secondary", "FE"];
