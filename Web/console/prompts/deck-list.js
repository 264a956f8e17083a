// Knows the decks as they are chosen from: one at a time, in the language of the page where there are any in it.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { language, onLanguage } from "../../shared/texts/i18n.js";
import { promptChooser } from "./chooser.js";
import { decksIn, fetchDecks, onDecks } from "./decks.js";

let made = 0;

/**
 * The part. `body` makes what stands below the chosen prompt.
 * @param {(one: import("./chooser.js").Choosable) => HTMLElement} body
 * @param {() => void} [chosen]
 */
export function deckList(body, chosen) {
  made += 1;
  const id = `decks-${made}`;
  const choice = el("select", { "aria-labelledby": id, on: { change: () => drawDeck() } });
  const none = el("p", { class: "quiet", t: "asking.noDecks" });
  const prompts = promptChooser(body, chosen);
  const node = el("div", { class: "prompt-decks" }, el("h3", { class: "prompt-side-title", id, t: "asking.decks" }),
    choice, none, prompts.node);
  /** @type {import("./decks.js").Deck[]} */
  let decks = [];

  function draw() {
    const here = decksIn(decks, language());
    const before = choice.value;
    list(choice, here, ({ key }) => key, ({ key }) => el("option", { value: key }), (option, { name }) => {
      if (name === null) say(option, "asking.deckOwn");
      else put(option, name);
    });
    if (here.some(({ key }) => key === before)) choice.value = before;
    for (const one of [choice, prompts.node]) show(one, here.length > 0);
    show(none, here.length === 0);
    drawDeck();
  }

  function drawDeck() {
    const deck = decksIn(decks, language()).find(({ key }) => key === choice.value);
    prompts.update((deck?.prompts ?? []).map((plan, at) => ({ id: `${deck?.key} ${at}`, plan })));
  }

  draw();
  const fetch = () => fetchDecks().then((found) => {
    decks = found;
    draw();
  });
  fetch();
  const stops = [onLanguage(draw), onDecks(fetch)];
  return { node, close: prompts.close, stop() { for (const stop of stops) stop(); } };
}
