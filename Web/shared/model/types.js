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
/** @typedef {"primary"|"secondary"|"FE"} TeachingPhase where in school somebody teaches */
/** @typedef {"help"|"helped"|"done"|"notDone"|"moreTime"|"timeHeard"} GroupSignal */
/**
 * @typedef {"smallest"|"offers"|"needs"|"newFaces"|"sameMode"|"table"|"expected"|"newGroup"} SeatingReason why somebody
 *   got a seat in a running round
 */
/** @typedef {"mix"|"expertise"|"samePhase"|"keepLast"|"newPartners"|"separate"|"bridged"|"byHand"} Choice */
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
 * @property {string[]} [offers] topics with which they can help
 * @property {string[]} [needs] topics with which they would like help, the most wanted first
 * @property {TeachingPhase} [teaching]
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
 * @property {string} [group] for that group only; missing for everybody
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
/** @typedef {{id: string, names: Record<string, string>}} Topic its name in each language that has one */
/** @typedef {{facilitator?: string, scribe?: string, reporter?: string}} GroupRoles */
/** @typedef {{task?: string, resources?: string, link?: string, expected?: string[]}} GroupTexts */
/**
 * @typedef {object} Card a note of a group
 * @property {string} id
 * @property {string} author
 * @property {string} [name]
 * @property {string} [text] missing once it was withdrawn or erased
 * @property {number} at
 * @property {string} [re] the card it builds on
 * @property {boolean} isReport whether it is for everybody afterwards
 * @property {number} [editedAt]
 * @property {string[]} stars who gave one
 */
/**
 * @typedef {object} Group
 * @property {string} id
 * @property {string[]} members
 * @property {number} [table]
 * @property {string} [bridge] whose device joins the room and the call
 * @property {GroupRoles} roles
 * @property {GroupTexts} texts
 * @property {Card[]} cards of other groups only once the round is over
 * @property {number} [helpSince]
 * @property {boolean} isDone
 * @property {number} [moreTimeSince]
 * @property {string[]} visitors leads who look in now
 * @property {number} [lastActAt] only leads see it
 */
/** @typedef {{choice: Choice, seed?: number, iterations?: number, engine?: string, points?: number,
 *   isEdited?: boolean}} Draw how groups were found; `points` for leads only */
/**
 * @typedef {object} Round
 * @property {string} id
 * @property {string} [segment]
 * @property {number} formedAt
 * @property {number} [endedAt]
 * @property {Group[]} groups
 * @property {string} [task]
 * @property {string} [resources]
 * @property {Draw} [draw]
 */
/** @typedef {{person: string, to?: string|null, reason?: SeatingReason}} Move */
/** @typedef {{members: string[], table?: number|null, bridge?: string|null, roles: GroupRoles,
 *   texts: GroupTexts}} GroupPlan */
/** @typedef {{groups: GroupPlan[], task?: string|null, resources?: string|null, draw: Draw}} RoundPlan */
/** @typedef {{id: string, title?: string, plan: RoundPlan}} Draft */
/** @typedef {{id: string, round: string, author: string, name?: string, text?: string, at: number}} Announcement */
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
 * @property {Topic[]} [topics]
 * @property {Round[]} [rounds] the last one runs until it has ended
 * @property {Announcement[]} [announcements]
 * @property {{together: string[][], apart: string[][]}} [pairRules] only leads see it
 * @property {Draft[]} [drafts] only leads see them
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
