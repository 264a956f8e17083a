// Knows the shape of what the server tells of a meeting that is over (Sources/Analytics/Debrief).

/** @typedef {{kind: string, title?: string, planned: number, spans: [number, number][]}} Item seconds since the opening */
/** @typedef {"call"|"room"|"unknown"|"all"} Place */
/** @typedef {{count: number, all: number}} Part */
/** @typedef {"acted"|"made"|"group"|"kit"|"stayed"} Deed */
/** @typedef {{key: string, numbers: Record<string, number>, items: Record<string, number>}} Saying */
/** @typedef {{all: number, schools?: Part, schoolsByChance?: number, places?: Part}} Pairs */
/**
 * @typedef {object} Band
 * @property {number} item
 * @property {number} made @property {number} acted @property {number} received
 * @property {number} notOffered @property {number} notObservable
 */
/**
 * @typedef {object} Debrief
 * @property {{attended: number, leads: number, guests: number, counted: number, room?: number, call?: number}} people
 * @property {Item[]} items
 * @property {number} seconds
 * @property {[number, number][]} sittings when it was open, milliseconds; more than once if it was opened again
 * @property {{place: Place, steps: [number, number][]}[]} presence
 * @property {{item: number, atRisk: number, left: number}[]} leaving
 * @property {Band[]} bands
 * @property {{deed: Deed, room: Part, call: Part}[]} comparisons
 * @property {Pairs} [pairs]
 */
/**
 * @typedef {object} Told
 * @property {string|null} [title]
 * @property {string} zone IANA name
 * @property {number|null} [plannedStart] milliseconds
 * @property {Debrief} [figures] missing where the log has gone, or never had a clock
 * @property {Saying[][]} says
 * @property {Saying[]} proposals
 * @property {{meeting: string, title: string, plannedStart?: number, zone: string, notes: string[]}} [next] the meeting
 *   that comes next, and what leads noted in it; for coordinators
 */

export {};
