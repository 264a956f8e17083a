// Knows a phone with its tabs: each the page's own session, outbox, fold and drafts around a socket that is played, with
// the fields that the page has. What its hands do beside those modules is what the chat and the notes do.
import { FakeStorage } from "../fake-storage.js";
import { PlayedSocket } from "./server.js";
import { Session } from "../../../Web/shared/line/session.js";
import { keepDraft } from "../../../Web/shared/page/draft.js";
import { storedKey } from "../../../Web/shared/page/stored.js";
import { keepLeft, orphans, wordsOf } from "../../../Web/room/left-words.js";
import { postMessage } from "../../../Web/shared/model/commands.js";
import { writeCard } from "../../../Web/shared/model/commands-groups.js";
import { lastGroup, myGroup } from "../../../Web/shared/model/selectors-groups.js";

/** Whatever waits as a promise has its turn. */
export async function settle() { for (let turn = 0; turn < 20; turn += 1) await null; }

/** A device's storage that tells the other tabs. */
class SharedStorage extends FakeStorage {
  /** @param {Phone} phone */
  constructor(phone) {
    super();
    this.phone = phone;
  }
  setItem(key, value) { super.setItem(key, value); this.phone.tell(key, String(value)); }
  removeItem(key) { super.removeItem(key); this.phone.tell(key, null); }
}

/** What tabs of one browser know of each other: whoever asks for a lock waits until the tab that holds it is gone. */
class Locks {
  constructor() {
    /** @type {Map<string, {holder: Tab, waiting: {tab: Tab, run: () => Promise<void>}[]}>} */
    this.all = new Map();
  }
  /** @param {Tab} tab */
  of(tab) {
    return { request: (/** @type {string} */ name, /** @type {() => Promise<void>} */ run) => {
      const lock = this.all.get(name);
      if (lock) lock.waiting.push({ tab, run });
      else this.hold(name, tab, run, []);
      return new Promise(() => {});
    } };
  }
  hold(name, tab, run, waiting) {
    this.all.set(name, { holder: tab, waiting });
    tab.be();
    run().then(() => this.release(name, tab));
  }
  release(name, tab) {
    const lock = this.all.get(name);
    if (lock?.holder !== tab) return;
    this.all.delete(name);
    const [next, ...rest] = lock.waiting.filter((one) => one.tab.isThere);
    if (next) this.hold(name, next.tab, next.run, rest);
  }
  /** @param {Tab} tab */
  gone(tab) { for (const name of [...this.all.keys()]) this.release(name, tab); }
}

class Tab {
  /** @param {Phone} phone */
  constructor(phone) {
    this.phone = phone;
    this.page = new EventTarget();
    /** @type {PlayedSocket|null} */
    this.socket = null;
    /** @type {Map<string, {field: any, draft: ReturnType<typeof keepDraft>}>} */
    this.boxes = new Map();
    this.group = "";
    this.isThere = true;
    this.locks = phone.locks?.of(this);
    this.be();
    this.session = new Session({ meeting: "m1", as: "teacher", url: "ws://server.example/socket" });
    this.session.store.subscribe((state) => this.follow(state));
    this.session.onRefused = (command) => this.comeBack(command);
    this.open("chat");
    this.session.start();
  }

  /** From now on this tab is what the modules find around them. */
  be() {
    const { page, phone } = this;
    const document = { visibilityState: "visible", addEventListener: () => {}, removeEventListener: () => {} };
    const navigator = { locks: this.locks };
    Object.defineProperty(globalThis, "navigator", { value: navigator, configurable: true, writable: true });
    Object.assign(globalThis, { localStorage: phone.storage, document, WebSocket: PlayedSocket,
      addEventListener: page.addEventListener.bind(page), removeEventListener: page.removeEventListener.bind(page) });
    phone.acting = this;
    PlayedSocket.onNew = (socket) => { this.socket = socket; };
  }

  get scope() { return `m1.${this.phone.person}`; }
  get state() { return this.session.store.state; }

  /** @param {string} name */
  open(name) {
    const field = Object.assign(new EventTarget(), { value: "" });
    this.boxes.set(name, { field, draft: keepDraft(field, `${this.scope}.${name}`) });
  }

  /** The boxes for a group are those of the last one in which one sat. */
  follow(state) {
    const seat = state.you ? lastGroup(state) : null;
    if (!seat || seat.group.id === this.group) return;
    this.be();
    for (const name of [`chat.${this.group}`, `note.${this.group}`]) {
      this.boxes.get(name)?.draft.stop();
      this.boxes.delete(name);
    }
    this.group = seat.group.id;
    this.open(`chat.${this.group}`);
    this.open(`note.${this.group}`);
  }

  /** Where one can write now. */
  places() {
    const { room } = this.state;
    if (room?.details.phase !== "open") return [];
    return ["chat", ...(myGroup(this.state) ? [`chat.${this.group}`, `note.${this.group}`] : [])];
  }

  /** @param {string} name @param {string} word */
  type(name, word) {
    const { field } = /** @type {any} */ (this.boxes.get(name));
    field.value = [field.value, word].filter(Boolean).join(" ");
    field.dispatchEvent(new Event("input"));
  }

  /** @param {string} name */
  send(name) {
    const { field, draft } = /** @type {any} */ (this.boxes.get(name));
    const text = field.value.trim();
    if (!text) return;
    const [kind, group] = name.split(".");
    const command = kind === "note" ? writeCard(text, undefined, false, group) : postMessage(text, undefined, group);
    draft.clear();
    this.session.do(command).then((answer) => {
      this.be();
      if (answer.ack) this.phone.acknowledged.push(text);
      else if (!answer.rejection.alreadySo) draft.putBack(text);
    });
  }

  /** What came back without anybody waiting for it. @param {Record<string, any>} command */
  comeBack(command) {
    this.be();
    const { group } = command.postMessage ?? command.writeCard;
    const name = command.writeCard ? `note.${this.group}` : group ? `chat.${group}` : "chat";
    const box = this.boxes.get(name);
    if (box) box.draft.putBack(wordsOf(command) ?? "");
    else keepLeft(`${this.scope}.chat`, wordsOf(command) ?? "");
  }

  /** What has lost its place goes where it still can. @param {string} name */
  rescue(name) {
    const here = [...this.boxes.keys()].map((one) => `draft.${this.scope}.${one}`);
    const [left] = orphans(`${this.scope}.`, (key) => here.includes(key));
    if (!left) return;
    /** @type {any} */ (this.boxes.get(name)).draft.putBack(left.text);
    left.drop();
  }

  /** The tab goes, with all that it knew. */
  close() {
    this.page.dispatchEvent(new Event("pagehide"));
    for (const { draft } of this.boxes.values()) draft.stop();
    this.session.stop();
    this.socket = null;
    this.isThere = false;
    this.phone.locks?.gone(this);
  }
}

export class Phone {
  /** @param {string} person @param {import("./server.js").RoomServer} server */
  constructor(person, server) {
    Object.assign(this, { person, server, isOnline: true });
    /** @type {string[]} */
    this.acknowledged = [];
    /** @type {Tab[]} */
    this.tabs = [];
    /** @type {Tab|null} */
    this.acting = null;
    this.storage = new SharedStorage(this);
    this.locks = new Locks();
    /** @type {Map<PlayedSocket, {person: string, say: (message: object) => void}>} */
    this.lines = new Map();
    this.openTab();
  }

  openTab() { this.tabs.push(new Tab(this)); }

  /** @param {Tab} tab */
  closeTab(tab) {
    tab.be();
    this.cut(tab);
    tab.close();
    this.tabs = this.tabs.filter((one) => one !== tab);
    if (this.tabs.length === 0) this.openTab();
  }

  /** Other tabs hear what one has stored. @param {string} key @param {string|null} newValue */
  tell(key, newValue) {
    const from = this.acting;
    for (const tab of this.tabs) {
      if (tab === from) continue;
      tab.be();
      tab.page.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
    }
    from?.be();
  }

  /** The network is gone; what was on its way is lost, in both directions. @param {Tab} tab */
  cut(tab) {
    const { socket } = tab;
    if (!socket) return;
    const line = this.lines.get(socket);
    if (line) this.server.lines.delete(line);
    this.lines.delete(socket);
    socket.up = [];
    socket.down = [];
    if (socket.readyState !== 1) return;
    socket.readyState = 3;
    tab.be();
    socket.onclose?.({ code: 1006, reason: "" });
  }

  /** @param {boolean} isOnline */
  set(isOnline) {
    this.isOnline = isOnline;
    for (const tab of this.tabs) {
      if (!isOnline) this.cut(tab);
      tab.be();
      tab.page.dispatchEvent(new Event(isOnline ? "online" : "offline"));
    }
  }

  /** One step of the network of one tab; whether there was anything. @param {Tab} tab @param {"up"|"down"} way */
  async step(tab, way) {
    const { socket } = tab;
    if (!socket || !this.isOnline || socket.readyState === 3) return false;
    tab.be();
    if (socket.readyState === 0) {
      socket.readyState = 1;
      const line = { person: this.person, say: (message) => socket.down.push(structuredClone(message)) };
      this.lines.set(socket, line);
      socket.onopen?.();
    } else if (way === "up" && socket.up.length > 0) this.hear(socket, /** @type {any} */ (socket.up.shift()));
    else if (way === "down" && socket.down.length > 0) socket.onmessage?.({ data: JSON.stringify(socket.down.shift()) });
    else return false;
    await settle();
    return true;
  }

  /** @param {PlayedSocket} socket @param {Record<string, any>} message */
  hear(socket, message) {
    const line = this.lines.get(socket);
    if (!line) return;
    if (message.hello) {
      line.say(this.server.welcome(this.person, message.hello));
      this.server.lines.add(line);
    } else if (message.ping) line.say({ pong: { sent: message.ping.sent, now: Date.now() } });
    else if (message.command) line.say(this.server.answer(this.person, message.command));
  }

  /** All that is kept on the device: half-written, lost its place, or on its way. */
  kept() {
    return [...this.storage.map].filter(([key]) => key.startsWith(storedKey("draft.")) || key.startsWith(storedKey("outbox.")))
      .map(([, text]) => text).join("\n");
  }
}
