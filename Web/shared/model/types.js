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
/** @typedef {"primary"|"secondary"|"FE"} SchoolPhase where in school somebody teaches */
/**
 * @typedef {"smallest"|"offers"|"needs"|"newFaces"|"sameMode"|"table"|"expected"|"newGroup"|"back"|"left"} SeatingReason
 *   why somebody got a seat in a running round, or gave it up
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
 * @property {string} [place] where those in the room meet
 * @property {string} [callLink] where those on the call meet
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
 * @property {SchoolPhase} [teaching]
 * @property {number} [leftAt] only leads see it
 * @property {string} [claims] who they say they are too; only leads see it
 */
/** @typedef {{name?: string, school?: string, mode: AttendanceMode, since: number}} Waiting */
/** @typedef {Waiting & {id: string}} Early somebody who waits for the opening */
/** @typedef {{from: number, to?: number}} Run */
/**
 * @typedef {{choice: Choice, size?: number|null, count?: number|null, seconds?: number|null, task?: string|null,
 *   resources?: string|null, draft?: string|null}} BreakoutPlan
 */
/** @typedef {{text: string, picture?: string|null, link?: string|null}} BenchStep */
/** @typedef {{kit?: string|null, steps: BenchStep[]}} BenchPlan */
/**
 * @typedef {object} Segment
 * @property {string} id
 * @property {SegmentKind} kind
 * @property {string} [title]
 * @property {string} [note]
 * @property {number} timeboxSeconds
 * @property {SegmentState} state
 * @property {Run[]} runs
 * @property {string} [speaker]
 * @property {string} [leadNote] only leads see it
 * @property {BreakoutPlan} [breakout] what is prepared for its groups; only leads see it
 * @property {BenchPlan} [bench] what is done with kits
 */
/**
 * @typedef {{kind: SegmentKind, title: string, timeboxSeconds: number, note?: string|null, speaker?: string|null,
 *   leadNote?: string|null, breakout?: BreakoutPlan|null, bench?: BenchPlan|null,
 *   prompts?: PromptPlan[]|null}} SegmentPlan
 */
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
/** @typedef {"in_box"|"opened"|"building"|"working"|"stuck"} KitState */
/** @typedef {{person: string, step: number, note?: string, since: number, peer?: string, declined: string[]}} HelpCall */
/** @typedef {{person: string, isStudent: boolean, fiddly: number, frustrating: number, adaption?: string}} KitReview */
/** @typedef {{id: string, person: string, step: number, width: number, height: number}} KitPhoto */
/**
 * @typedef {object} Bench the kits of one item
 * @property {string} segment
 * @property {Record<string, number>} counts by step and state
 * @property {KitPhoto[]} [photos] those that others may see
 * @property {string[]} [photoIDs] all there are, by name
 * @property {HelpCall[]} [calls] who is stuck; only leads see it
 * @property {{person: string, peer: string, step: number}[]} [helps] only leads see them
 * @property {KitReview[]} [reviews] only leads see them
 */
/**
 * @typedef {object} OwnBench what of an item's kits is for one person alone
 * @property {{step: number, state: KitState, note?: string|null, at: number}} [place]
 * @property {{since: number, peer?: string}} [call]
 * @property {{person: string, step: number, note?: string}[]} [askers] to whom they are asked to go
 * @property {{id: string, step: number, width: number, height: number, isShown: boolean}[]} [photos]
 * @property {KitReview[]} [reviews]
 */
/**
 * @typedef {{kind: PromptKind, text: string, purpose?: string|null, choices?: string[], isMultiple?: boolean,
 *   circle: Circle, seconds?: number|null, key?: string|null}} PromptPlan what is asked, before a meeting has it
 */
/** @typedef {"open"|"cards"|"word"|"scale"|"choice"|"order"|"confidence"} PromptKind */
/** @typedef {"only_me"|"group"|"first_names"|"named"|"anonymous"} Circle who sees answers */
/** @typedef {{texts: string[], numbers: number[], isStudent?: boolean}} Answer `isStudent` where they answer as a student would */
/**
 * @typedef {object} Response an answer that was shown
 * @property {string} id
 * @property {string} [author] nobody where names were not to be said
 * @property {string} [name]
 * @property {Answer} [answer] gone when it was taken back
 * @property {Circle} circle
 * @property {string} [group]
 * @property {string[]} stars
 * @property {boolean} isOnWall
 */
/**
 * @typedef {object} OwnPrompt what of a prompt is for one person alone
 * @property {{id: string, answer?: Answer, narrowing?: "only_me"|"group", isHandedIn: boolean, isUnseen?: boolean}} [response]
 *   `isUnseen` where it was not written on this device, which taps for its author: only that it is there is told
 * @property {Response[]} [ofGroup] what my group was shown
 */
/** @typedef {{response: string, index: number}} PromptCard one text of an answer, and its place in it */
/** @typedef {{id: string, name?: string, cards: PromptCard[], isOnWall: boolean}} Cluster */
/**
 * @typedef {object} Prompt
 * @property {string} id
 * @property {string} [segment]
 * @property {PromptKind} kind
 * @property {string} [text]
 * @property {string} [purpose] for leads
 * @property {string[]} choices
 * @property {boolean} isMultiple
 * @property {Circle} circle
 * @property {number} [seconds] for leads
 * @property {string} [key] for leads
 * @property {boolean} [hasHat] whether one may answer as a student would
 * @property {number} [openedAt]
 * @property {number} [deadline]
 * @property {number} [closedAt]
 * @property {number} [revealedAt]
 * @property {{up: number, same: number, down: number}[]} [change] since the same was asked at the start
 * @property {number} handedIn
 * @property {number} [handedInForOthers] how many of them for people who have no device
 * @property {boolean} [isSealed] its anonymous answers lie together: nothing says any more which is whose
 * @property {boolean} [isTooFew] there were so few that nobody is shown any
 * @property {Response[]} responses
 * @property {Cluster[]} [clusters] what was put together of its answers; missing where nothing was
 * @property {number} [responsesLeftOut] how many more there are
 * @property {number[][]} [sums] for walls
 * @property {Record<string, number>} [words] for walls
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
 * @property {number} [supportersLeftOut] how many more there are
 * @property {boolean} isAnswered
 * @property {boolean} isHidden
 */
/** @typedef {{id: string, names: Record<string, string>}} Topic its name in each language that has one */
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
/** @typedef {import("./group.js").Group} Group */
/** @typedef {import("./group.js").GroupRoles} GroupRoles */
/** @typedef {import("./group.js").GroupTexts} GroupTexts */
/** @typedef {import("./group.js").GroupSignal} GroupSignal */
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
 * @property {"coffee"} [kind] what it is for, where it is no round of work
 * @property {Draw} [draw]
 * @property {number} [timeboxSeconds] how long it works from its forming; missing: until a lead ends it
 */
/** @typedef {{person: string, to?: string|null, reason?: SeatingReason}} Move */
/** @typedef {{members: string[], table?: number|null, bridge?: string|null, roles: GroupRoles,
 *   texts: GroupTexts}} GroupPlan */
/** @typedef {{groups: GroupPlan[], task?: string|null, resources?: string|null, draw: Draw,
 *   timeboxSeconds?: number|null, kind?: "coffee"}} RoundPlan */
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
 * @property {Record<string, string>} [merged] former entries of people, and who they are
 * @property {Segment[]} [agenda]
 * @property {string} [current]
 * @property {Pulse[]} [pulses]
 * @property {Bench[]} [benches]
 * @property {Prompt[]} [prompts]
 * @property {Message[]} [messages]
 * @property {Hand[]} [queue]
 * @property {Turn} [turn]
 * @property {Record<string, Talk>} [talk]
 * @property {Question[]} [questions]
 * @property {number} [questionsLeftOut] how many more there are
 * @property {Topic[]} [topics]
 * @property {Round[]} [rounds] the last one runs until it has ended
 * @property {number} [roundsLeftOut] how many more there were before them
 * @property {Announcement[]} [announcements]
 * @property {PairRules} [pairRules] all evening; only leads see it
 * @property {Record<string, PairRules>} [itemRules] in the groups of one item only; only leads see it
 * @property {Draft[]} [drafts] only leads see them
 */

/** @typedef {{together: string[][], apart: string[][]}} PairRules */
/** @typedef {{sequence: number, at: number, event: Record<string, any>}} Entry */
/** @typedef {Record<string, any>} Command one key, the name of the command, with its fields */
/** @typedef {{id: string, do: Command, for?: string, at: number, tab?: string}} Pending a command without an answer, and the tab that asks */
/** @typedef {{id: string, rejection: Record<string, any>, code: number}} Nack */
/**
 * @typedef {object} You
 * @property {string} [person]
 * @property {Viewer} as
 * @property {Role} [role]
 * @property {Record<string, PulseAnswer>} [answers]
 * @property {Record<string, Record<string, PulseAnswer>>} [seated] answers of those who share this device
 * @property {Record<string, Record<string, OwnBench>>} [benches] by person and item
 * @property {Tier} [tier]
 * @property {string} [claims] who I say I am too
 * @property {string[]} [claimedBy] who says to be me on another device
 * @property {import("./takeaway.js").Action} [action] what I will do after the meeting; empty once it was taken back
 * @property {string} [link]
 * @property {string[]} [qr]
 * @property {Record<string, Record<string, OwnPrompt>>} [prompts] by person and prompt
 * @property {string[]} [hasAnswered] anonymous prompts that I have answered, as of the last welcome
 * @property {import("../fold/cards.js").NotesOfGroup[]} [notes] all that my groups wrote in rounds that are over
 */
/** @typedef {{code: string, join: string, qr: string[], guest?: string, wall?: string}} Links */
/** @typedef {{name: string, contact?: string|null}} Network */

export {};
