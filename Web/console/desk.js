// Knows how a lead's page is connected to its meeting: as coordinator by the account, else as teacher by the ticket of
// this device; what is said when it may not; and how a wish is said and its no put beside the place it came from.
import { show } from "../shared/page/html.js";
import { Session } from "../shared/line/session.js";
import { account, askToSignIn } from "../meetings/account.js";
import { isStep } from "../shared/model/commands.js";
import { sayRejection } from "./failure.js";

/** @typedef {import("../shared/line/store.js").State} State */
/** @typedef {import("../shared/model/types.js").Command} Command */
/** @typedef {"connecting"|"lead"|"notLead"|"signedOut"|"unknownMeeting"|"gone"} Standing */

export class Desk {
  /**
   * @param {string} meeting
   * @param {(state: State, standing: Standing) => void} onState
   * @param {boolean} asksToSignIn whether somebody without account and ticket is asked to sign in at once
   */
  constructor(meeting, onState, asksToSignIn) {
    this.meeting = meeting;
    this.onState = onState;
    this.asksToSignIn = asksToSignIn;
    /** @type {Session|null} */
    this.session = null;
    /** @type {((entry: import("../shared/model/types.js").Entry, state: State) => void)|null} */
    this.onEntry = null;
    /** @type {((id: string, command: Command) => void)|null} told of each step that can be taken back */
    this.onStep = null;
    this.wasLead = false;
    this.isStopped = false;
  }

  /** Connects. */
  start() { this.connect(account() ? "coordinator" : "teacher"); }

  /** @param {"coordinator"|"teacher"} as */
  connect(as) {
    if (this.isStopped) return;
    this.session?.stop();
    const session = new Session({ meeting: this.meeting, as });
    if (this.session) session.follow(this.session);
    this.session = session;
    session.store.onEntry((entry, state) => { if (session === this.session) this.onEntry?.(entry, state); });
    session.store.subscribe((state) => { if (session === this.session) this.changed(state); });
    session.start();
  }

  /** Ends; the commands without an answer stay on the device. */
  stop() {
    this.isStopped = true;
    this.session?.stop();
  }

  /**
   * The state now.
   * @returns {State|null}
   */
  get state() { return this.session?.store.state ?? null; }

  /** Tries again as a coordinator, after somebody signed in. */
  async signIn() { if (await askToSignIn()) this.connect("coordinator"); }

  /** @param {State} state */
  changed(state) {
    if (this.isStopped) return;
    const standing = this.standing(state);
    if (standing === "lead") this.wasLead = true;
    this.onState(state, standing);
    if (standing === "signedOut") this.signedOut();
  }

  /** An expired login: ask over the page; a ticket of this device may do as well. */
  async signedOut() {
    const wasCoordinator = this.session?.as === "coordinator";
    if (!wasCoordinator && !this.asksToSignIn) return;
    if (await askToSignIn()) this.connect("coordinator");
    else if (wasCoordinator) this.connect("teacher");
  }

  /**
   * @param {State} state
   * @returns {Standing}
   */
  standing(state) {
    if (state.connection === "closed") {
      if (state.reason === "signedOut") return "signedOut";
      return state.reason === "unknownMeeting" ? "unknownMeeting" : "gone";
    }
    if (!state.you) return this.wasLead ? "lead" : "connecting";
    return state.you.as === "lead" ? "lead" : "notLead";
  }

  /**
   * Says a wish. A no appears in `place`, which is cleared first.
   * @param {Command} command
   * @param {HTMLElement} [place]
   * @param {string} [subject] for whom, if not for oneself
   * @returns {Promise<boolean>} whether it is so now
   */
  async act(command, place, subject) {
    if (place) show(place, false);
    const answer = await (this.session?.do(command, subject) ?? Promise.resolve(null));
    if (!answer) return false;
    if (answer.ack) {
      if (isStep(command)) this.onStep?.(answer.id, command);
      return true;
    }
    if (place) sayRejection(place, answer.rejection);
    return "alreadySo" in answer.rejection;
  }
}
