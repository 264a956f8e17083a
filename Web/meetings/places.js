// Knows the places of a coordinator outside a meeting, and where one is.
import { el } from "../shared/page/html.js";
import { account } from "./account.js";

/** @typedef {"meetings"|"people"|"buddies"|"figures"|"network"|"ledger"|"account"} Place */

/** @type {{place: Place, key: string}[]} */
const PLACES = [
  { place: "meetings", key: "meetings.place" }, { place: "people", key: "console.people.title" },
  { place: "buddies", key: "console.buddies.title" }, { place: "figures", key: "review.title" }, { place: "network", key: "console.network.title" },
  { place: "ledger", key: "ledger.title" }, { place: "account", key: "account.title" },
];

/**
 * An evaluator reads figures, and of people only how many.
 * @type {Place[]}
 */
const OF_EVALUATORS = ["meetings", "figures", "account"];

/**
 * The ways to all of them that whoever is signed in has.
 * @param {Place} here
 * @param {string} [console] where the console is, on a page of its own
 * @returns {HTMLElement}
 */
export function placesNav(here, console = "") {
  const way = (/** @type {Place} */ place) => place === "figures" ? "./review.html" : `${console}#${place}`;
  const open = account()?.role === "evaluator" ? PLACES.filter(({ place }) => OF_EVALUATORS.includes(place)) : PLACES;
  return el("nav", { class: "meet-places", label: "meetings.places" }, el("ul", {}, ...open.map(({ place, key }) =>
    el("li", {}, el("a", { href: way(place), t: key, ...(place === here ? { "aria-current": "page" } : {}) })))));
}
