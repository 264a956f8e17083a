// Knows the prompts as facts change them. Mirrors Room+Prompts.swift and Room+Responses.swift: before answers are shown
// there is a count; one's own, and what one's group was shown, comes in `own`, which nobody else is sent.
import { present } from "./present.js";

/** @typedef {import("../model/types.js").Prompt} Prompt */

/** @param {import("../model/types.js").Room} room @param {import("./room.js").Fact} fact @returns {boolean} */
export function applyPrompts(room, { name, fields, at }) {
  const prompts = room.prompts ?? [];
  const prompt = prompts.find((one) => one.id === fields.prompt);
  const response = prompt?.responses.find((one) => one.id === fields.response);
  switch (name) {
    case "promptPrepared":
      room.prompts = [...prompts, planned(fields)];
      return true;
    case "promptEdited":
      if (prompt) present(Object.assign(prompt, blank(), planned(fields)));
      return true;
    case "promptRemoved":
      room.prompts = prompts.filter((one) => one !== prompt);
      return true;
    case "promptOpened":
      open(prompt ?? added(room, fields), fields, at);
      return true;
    case "promptExtended":
      if (prompt) prompt.deadline = fields.deadline;
      return true;
    case "promptClosed":
      if (prompt) prompt.closedAt = at;
      return true;
    case "promptRevealed":
      if (prompt) present(Object.assign(prompt, { revealedAt: at, change: fields.change }));
      return true;
    case "responseSaved":
      if (prompt) {
        prompt.handedIn += Number(fields.isHandedIn) - Number(fields.wasHandedIn);
        prompt.handedInForOthers = (prompt.handedInForOthers ?? 0) + (fields.forOthers ?? 0) || undefined;
        present(prompt);
      }
      return true;
    case "responseRevealed":
      prompt?.responses.push(shown(fields));
      return true;
    case "responseWithdrawn":
      if (response) {
        delete response.answer;
        Object.assign(response, { stars: [], isOnWall: false });
      }
      if (prompt) cluster(prompt, (card) => card.response !== fields.response);
      return true;
    case "responseStarred":
      response?.stars.push(fields.person);
      return true;
    case "responseUnstarred":
      if (response?.stars.includes(fields.person)) response.stars.splice(response.stars.indexOf(fields.person), 1);
      return true;
    case "answersSealed":
      if (prompt) Object.assign(prompt, { isSealed: true, handedIn: fields.count ?? 0 });
      return true;
    case "answersRevealed":
      if (prompt && fields.isTooFew) prompt.isTooFew = true;
      prompt?.responses.push(...fields.responses.map((/** @type {string} */ id, /** @type {number} */ at) =>
        anonymous(id, fields.answers?.[at])));
      return true;
    case "responseShown":
      if (response) response.isOnWall = fields.isShown;
      return true;
    case "responsesClustered":
      if (prompt) clustered(prompt, fields);
      return true;
    case "clusterShown": {
      const shown = prompt?.clusters?.find((one) => one.id === fields.cluster);
      if (shown) shown.isOnWall = fields.isShown;
      return true;
    }
    default: return false;
  }
}

/** @param {string} id @param {import("../model/types.js").Answer} [answer] @returns {import("../model/types.js").Response} */
function anonymous(id, answer) {
  return present({ id, author: undefined, answer, circle: "anonymous", stars: [], isOnWall: false });
}

/** What a plan may leave out. */
function blank() { return { segment: undefined, text: undefined, purpose: undefined, seconds: undefined, key: undefined }; }

/** @param {Record<string, any>} fields @returns {Prompt} */
function planned({ prompt, segment, kind, text, purpose, choices, isMultiple, circle, seconds, key }) {
  return present({ id: prompt, segment, kind, text, purpose, choices: choices ?? [], isMultiple, circle, seconds, key,
    handedIn: 0, responses: [] });
}

/** @param {import("../model/types.js").Room} room @param {Record<string, any>} fields */
function added(room, fields) {
  const prompt = planned(fields);
  room.prompts = [...room.prompts ?? [], prompt];
  return prompt;
}

/** @param {Prompt} prompt @param {Record<string, any>} fields @param {number} at */
function open(prompt, { deadline, hasHat }, at) {
  prompt.openedAt ??= at;
  delete prompt.closedAt;
  Object.assign(prompt, { deadline, hasHat });
  present(prompt);
}

/**
 * Cards are in one cluster at a time; one without cards is gone.
 * @param {Prompt} prompt @param {Record<string, any>} fields
 */
function clustered(prompt, { cluster: id, name, cards }) {
  const isMoved = (/** @type {import("../model/types.js").PromptCard} */ card) =>
    cards.some((/** @type {typeof card} */ one) => one.response === card.response && one.index === card.index);
  cluster(prompt, (card, of) => of === id || !isMoved(card), true);
  if (id) {
    prompt.clusters ??= [];
    let into = prompt.clusters.find((one) => one.id === id);
    if (!into) prompt.clusters.push(into = { id, cards: [], isOnWall: false });
    if (name) into.name = name;
    const known = new Set(into.cards.map(({ response, index }) => `${response} ${index}`));
    into.cards.push(...cards.filter((/** @type {import("../model/types.js").PromptCard} */ one) =>
      !known.has(`${one.response} ${one.index}`)));
  }
  cluster(prompt, () => true);
}

/**
 * Keeps these cards, and the clusters that have any.
 * @param {Prompt} prompt
 * @param {(card: import("../model/types.js").PromptCard, cluster: string) => boolean} isKept
 * @param {boolean} [withEmpty]
 */
function cluster(prompt, isKept, withEmpty = false) {
  for (const one of prompt.clusters ?? []) one.cards = one.cards.filter((card) => isKept(card, one.id));
  prompt.clusters = prompt.clusters?.filter((one) => withEmpty || one.cards.length > 0);
  if (!prompt.clusters?.length) delete prompt.clusters;
}

/** @param {Record<string, any>} fields @returns {import("../model/types.js").Response} */
function shown({ response, person, name, texts, numbers, circle, group, isStudent }) {
  return present({ id: response, author: person, name, circle, group, stars: [], isOnWall: false,
    answer: present({ texts: texts ?? [], numbers: numbers ?? [], isStudent }) });
}

/**
 * How many have answered anonymous prompts: no fact says so as long as they can be answered.
 * @param {import("../model/types.js").Room} room @param {Record<string, number>} counts by prompt
 */
export function takeCounts(room, counts) {
  for (const prompt of room.prompts ?? []) prompt.handedIn = counts[prompt.id] ?? prompt.handedIn;
}
