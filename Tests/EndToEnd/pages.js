// Plays many pages of one meeting in one process: each has the product's own session, fold and clock (Web/shared/line,
// fold), globals of its own and a clock that is wrong by a given time. Knows no network: what a page's socket says
// goes out as a line of JSON, and what it hears comes in as one.
//   in:  {"page":3,"begin":{"meeting":"m1","wrong":-41000}}  {"page":3,"opened":true}  {"page":3,"message":"…"}
//        {"page":3,"closed":[1006,""]}  {"look":7}
//   out: {"page":3,"open":true}  {"page":3,"send":"…"}  {"page":3,"close":true}  {"page":3,"saw":{…},"at":…}
//        {"look":7,"at":…,"pages":[{…}]}
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import vm from "node:vm";

const WEB = new URL("../../Web/", import.meta.url);
/** @type {Map<number, Page>} */
const pages = new Map();

function say(line) { process.stdout.write(`${JSON.stringify(line)}\n`); }

/** The socket that a page believes to be a browser's. */
class Socket {
  static OPEN = 1;

  constructor(page) {
    this.page = page;
    this.readyState = 0;
    page.socket = this;
    say({ page: page.number, open: true });
  }

  send(text) { say({ page: this.page.number, send: text }); }

  close() {
    this.readyState = 3;
    say({ page: this.page.number, close: true });
  }
}

/** One page: a world of its own, so that no module is shared with another page. */
class Page {
  constructor(number, { meeting, wrong }) {
    this.number = number;
    this.meeting = meeting;
    /** @type {Map<string, vm.SourceTextModule>} */
    this.modules = new Map();
    const page = this;
    this.world = vm.createContext({
      setTimeout, clearTimeout, queueMicrotask, crypto: globalThis.crypto,
      WebSocket: class extends Socket { constructor() { super(page); } },
      location: { protocol: "http:", host: "here" },
      document: { visibilityState: "visible", addEventListener() {}, removeEventListener() {} },
      addEventListener() {}, removeEventListener() {},
    });
    vm.runInContext("Date", this.world).now = () => Date.now() + wrong;
  }

  async begin() {
    const { takeLimits } = await this.use("shared/limits.js");
    takeLimits(JSON.parse(readFileSync(new URL("shared/limits.json", WEB), "utf8")));
    const { Session } = await this.use("shared/line/session.js");
    this.time = await this.use("shared/line/time.js");
    this.selectors = await this.use("shared/model/selectors-time.js");
    this.session = new Session({ meeting: this.meeting, as: "teacher" });
    this.session.store.subscribe(({ room }) => this.watch(room));
    this.session.start();
  }

  async use(path) {
    const module = this.module(new URL(path, WEB).href);
    const linked = (name, from) => this.module(new URL(name, from.identifier).href);
    if (module.status === "unlinked") await module.link(linked);
    if (module.status === "linked") await module.evaluate();
    return module.namespace;
  }

  module(address) {
    let module = this.modules.get(address);
    if (!module) {
      module = new vm.SourceTextModule(readFileSync(new URL(address), "utf8"),
        { identifier: address, context: this.world });
      this.modules.set(address, module);
    }
    return module;
  }

  /** Tells when what the page shows of the agenda has changed. */
  watch(room) {
    const segment = this.open();
    const shown = JSON.stringify([segment?.id, segment?.timeboxSeconds, segment?.runs]);
    if (!room || shown === this.shown) return;
    this.shown = shown;
    say({ page: this.number, saw: { sequence: room.sequence, shown }, at: Date.now() });
  }

  open() {
    const room = this.session?.store.state.room;
    return room?.agenda?.find((segment) => segment.id === room.current);
  }

  /** What the page would show now, and what a right clock would. */
  look() {
    const segment = this.open();
    if (!segment) return null;
    const left = (now) => this.selectors.leftMilliseconds(segment, now);
    const own = vm.runInContext("Date", this.world).now();
    return { left: left(this.time.now()), right: left(Date.now()), uncorrected: left(own) };
  }

  hear({ opened, message, closed }) {
    const { socket } = this;
    if (opened) socket.readyState = 1;
    if (opened) socket.onopen();
    if (message !== undefined && socket.readyState === 1) socket.onmessage({ data: message });
    if (closed) {
      socket.readyState = 3;
      socket.onclose({ code: closed[0], reason: closed[1] });
    }
  }
}

createInterface({ input: process.stdin }).on("line", async (text) => {
  const line = JSON.parse(text);
  if (line.look !== undefined) {
    say({ look: line.look, at: Date.now(), pages: [...pages.values()].map((page) => page.look()) });
  } else if (line.begin) {
    pages.set(line.page, new Page(line.page, line.begin));
    await pages.get(line.page).begin();
  } else {
    pages.get(line.page).hear(line);
  }
}).on("close", () => process.exit(0));
