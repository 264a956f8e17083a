// Knows the people of a network as their coordinator sees them, and how somebody is erased: what goes and what stays is
// said before it is done, and it is done by a second step.
import { post } from "../shared/line/http.js";
import { announce } from "../shared/page/announce.js";
import { el, say, show } from "../shared/page/html.js";
import { field } from "../shared/parts/field.js";
import { t } from "../shared/texts/i18n.js";
import { placesNav } from "./places.js";
import { sayFailure } from "../console/failure.js";
import { openSheet } from "../console/sheet.js";
import { call } from "./account.js";

/** @typedef {{person: string, name: string, school?: string}} Named */
/** @typedef {{who: Named, meetings: number, parts: number, hasAccount: boolean}} Traces */

/** How many are shown at once; whoever looks for somebody types a part of the name. */
const SHOWN = 200;

/**
 * The page.
 * @returns {{node: HTMLElement}}
 */
export function peoplePage() {
  const status = el("p", { role: "status", t: "console.people.loading" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const list = el("ul", { class: "console-people-list" });
  const count = el("p", { class: "quiet", role: "status" });
  const search = field(el("input", { type: "search", name: "find", autocomplete: "off" }),
    { label: "console.people.find" });
  const body = el("div", { class: "console-people", hidden: true }, search.node, count, list);
  const node = el("section", { class: "console-narrow" },
    placesNav("people"),
    el("h1", { t: "console.people.title", tabindex: "-1" }), el("p", { class: "console-lead", t: "console.people.lead" }),
    status, trouble, body);
  /** @type {Named[]} */
  let people = [];

  search.input.addEventListener("input", draw);

  function draw() {
    const wanted = folded(search.input.value);
    const found = people.filter((one) => folded(`${one.name} ${one.school ?? ""}`).includes(wanted));
    say(count, "console.people.count", { count: found.length });
    list.replaceChildren(...found.slice(0, SHOWN).map((one) => row(one, gone)));
  }

  /** @param {Named} one */
  function gone(one) {
    people = people.filter(({ person }) => person !== one.person);
    draw();
    announce(t("console.people.done"));
    /** @type {HTMLElement|null} */ (node.querySelector("h1"))?.focus();
  }

  async function load() {
    try {
      people = (await call((csrf) => post("/api/people", {}, { csrf }))).people;
      draw();
      show(body, true);
    } catch (failure) {
      sayFailure(trouble, failure);
    }
    show(status, false);
  }

  load();
  return { node };
}

/** @param {string} text */
function folded(text) { return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim(); }

/** @param {Named} one */
function named(one) { return one.name || t("console.run.noName"); }

/**
 * @param {Named} one
 * @param {(one: Named) => void} gone
 */
function row(one, gone) {
  return el("li", {}, el("div", {}, el("span", { class: "console-people-name", text: named(one) }),
    one.school ? el("span", { class: "quiet small", text: one.school }) : null),
  el("button", { type: "button", class: "button", t: "console.people.erase",
    label: ["console.people.eraseOf", { name: named(one) }], on: { click: () => confirm(one, gone) } }));
}

/**
 * @param {Named} one
 * @param {(one: Named) => void} gone
 */
function confirm(one, gone) {
  let isDone = false;
  const sheet = openSheet({ title: ["console.people.confirm", { name: named(one) }],
    onClose: () => { if (isDone) gone(one); } });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const status = el("p", { role: "status", t: "console.people.looking" });
  const go = el("button", { type: "button", class: "button danger", t: "console.people.really", disabled: true });
  const stay = el("button", { type: "button", class: "button", t: "console.people.keep",
    on: { click: () => sheet.close() } });
  const facts = el("div", { class: "console-people-facts", hidden: true });
  sheet.body.append(status, facts, trouble, el("div", { class: "console-actions" }, stay, go));
  stay.focus();

  go.addEventListener("click", async () => {
    show(trouble, false);
    go.disabled = true;
    try {
      await call((csrf) => post("/api/people/erase", { person: one.person }, { csrf }));
      isDone = true;
      sheet.close();
    } catch (failure) {
      sayFailure(trouble, failure, { hasAccount: "console.people.hasAccount",
        offline: "console.people.offline" });
      go.disabled = false;
    }
  });

  async function look() {
    try {
      /** @type {Traces} */
      const found = await call((csrf) => post("/api/people/traces", { person: one.person }, { csrf }));
      facts.replaceChildren(el("h3", { t: "console.people.goes" }),
        el("p", { t: ["console.people.goesText", { meetings: found.meetings, count: found.parts }] }),
        el("h3", { t: "console.people.stays" }), el("p", { t: "console.people.staysText" }),
        el("p", { class: "hint", t: found.hasAccount ? "console.people.hasAccount" : "console.people.forGood" }));
      show(facts, true);
      go.disabled = found.hasAccount;
    } catch (failure) {
      sayFailure(trouble, failure, { offline: "console.people.offline" });
    }
    show(status, false);
  }

  look();
}
