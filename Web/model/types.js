// Knows the shapes that come over the wire (Sources/Wire/Protocol.md), as types only. Every text from people is
// optional, because it can be erased, hidden or withdrawn.

/** @typedef {"planned"|"open"|"ended"} Phase */
/** @typedef {"guest"|"table"|"participant"|"lead"|"coordinator"|"evaluator"} Role */
/** @typedef {"lead"|"participant"|"guest"|"wall"|"waiting"} Viewer */
/** @typedef {"remote"|"room_device"|"room_no_device"|"table_device"|"phone_in"|"unknown"} AttendanceMode */
/** @typedef {"count_only"|"pseudonymous"|"quotable"|"contactable"} Tier */
/** @typedef {"check-in"|"talk"|"hands-on"|"breakout"|"discussion"|"reflection"|"break"|"check-out"} SegmentKind */
/** @typedef {"upcoming"|"open"|"done"|"skipped"} SegmentState */
/** @typedef {"got_it"|"nearly"|"lost"} PulseAnswer */
/** @typedef {"agree"|"thanks"|"idea"|"question"|"celebrate"} Reaction */
/** @typedef {"family"|"travel"|"work"|"connection"|"other"} GoingReason */

/** @typedef {{lobby: boolean, leastHeardFirst: boolean, pulseAfterTalk: boolean, chat: boolean}} Options */
/**
 * @typedef {object} Details
 * @property {string} [title]
 * @property {number} [plannedStart] milliseconds since 1970, server time
 * @property {string} zone
 * @property {Phase} phase
 * @property {number} [openedAt]
 * @property {number} [endedAt]
 * @property {boolean} isLocked
 * @property {Options} options
 */
/**
 * @typedef {object} Person
 * @property {string} [name]
 * @property {string} [school]
 * @property {Role} role
 * @property {AttendanceMode} mode
 * @property {boolean} isScribe
 * @property {boolean} isPresent
 * @property {boolean} isCheckedIn
 * @property {string} [table]
 * @property {number} joinedAt
 * @property {number} [leftAt] only leads see it
 */
/** @typedef {{name?: string, school?: string, mode: AttendanceMode, since: number}} Waiting */
/** @typedef {{from: number, to?: number}} Run */
/**
 * @typedef {object} Segment
 * @property {string} id
 * @property {SegmentKind} kind
 * @property {string} [title]
 * @property {string} [note]
 * @property {number} timeboxSeconds
 * @property {SegmentState} state
 * @property {Run[]} runs
 */
/** @typedef {{kind: SegmentKind, title: string, timeboxSeconds: number, note?: string|null}} SegmentPlan */
/**
 * @typedef {object} Pulse
 * @property {string} id
 * @property {string} segment
 * @property {number} openedAt
 * @property {number} [closedAt]
 * @property {Record<string, number>} [counts]
 * @property {Record<string, PulseAnswer>} [answers]
 * @property {number} [answered] what a wall gets instead of counts
 */
/**
 * @typedef {object} Message
 * @property {string} id
 * @property {string} author
 * @property {string} [name]
 * @property {string} [text]
 * @property {number} at
 * @property {string} [re]
 * @property {number} [correctedAt]
 * @property {boolean} isWithdrawn
 * @property {boolean} isHidden
 * @property {Record<string, string[]>} reactions
 */
/**
 * @typedef {object} Question
 * @property {string} id
 * @property {string} author
 * @property {string} [name]
 * @property {string} [text]
 * @property {number} at
 * @property {string[]} supporters
 * @property {boolean} isAnswered
 * @property {boolean} isHidden
 */
/** @typedef {{person: string, raisedAt: number}} Hand */
/** @typedef {{person: string, startedAt: number, source: string, words: number, characters: number}} Turn */
/** @typedef {{turns: number, milliseconds: number, words: number}} Talk */
/**
 * @typedef {object} Room
 * @property {number} sequence
 * @property {number} at
 * @property {Details} details
 * @property {Record<string, Person>} [people]
 * @property {Record<string, Waiting>} [waiting]
 * @property {Record<string, number>} [denials]
 * @property {string[]} [removed]
 * @property {number} [countedPeople]
 * @property {Segment[]} [agenda]
 * @property {string} [current]
 * @property {Pulse[]} [pulses]
 * @property {Message[]} [messages]
 * @property {Hand[]} [queue]
 * @property {Turn} [turn]
 * @property {Record<string, Talk>} [talk]
 * @property {Question[]} [questions]
 */

/** @typedef {{sequence: number, at: number, event: Record<string, any>}} Entry */
/** @typedef {Record<string, any>} Command one key, the name of the command, with its fields */
/** @typedef {{id: string, do: Command, for?: string, at: number}} Pending a command that has no answer yet */
/** @typedef {{id: string, rejection: Record<string, any>, code: number}} Nack */
/**
 * @typedef {object} You
 * @property {string} [person]
 * @property {Viewer} as
 * @property {Role} [role]
 * @property {Record<string, PulseAnswer>} [answers]
 * @property {Record<string, Record<string, PulseAnswer>>} [seated] answers of those who share this device
 * @property {Tier} [tier]
 * @property {string} [link]
 * @property {string[]} [qr]
 */
/** @typedef {{code: string, join: string, qr: string[], guest?: string, wall?: string}} Links */
/** @typedef {{name: string, contact?: string|null}} Network */

export {};
