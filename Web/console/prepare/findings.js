// Knows how the advice about an agenda is said: beside the item it is about, or above all; and the talk budget.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { actualTalkBudget, findings, talkBudget } from "./agenda-check.js";
import { limit } from "../../shared/limits.js";

/** @typedef {import("./agenda-check.js").Finding} Finding */
/** @typedef {import("./agenda-check.js").Item} Item */

/** Codes whose numbers are shares or people and not seconds. */
const PLAIN = new Set(["talkOverBudget", "groupsDiffer"]);

/**
 * The list of what there is to say in one place.
 * @returns {{node: HTMLElement, update: (found: Finding[]) => void}}
 */
export function findingList() {
  const node = el("ul", { class: "console-findings", hidden: true });
  return {
    node,
    update(found) {
      show(node, found.length > 0);
      list(node, found, (one) => one.code, () => el("li", { class: "console-finding" }), (line, one) => {
        const scale = PLAIN.has(one.code) ? 1 : 60;
        say(line, `finding.${one.code}`, { found: Math.round((one.found ?? 0) / scale),
          limit: Math.round((one.limit ?? 0) / scale) });
      });
    },
  };
}

/**
 * Advice and talk budget of a whole plan. `of(index)` is what is said beside an item.
 * @returns {{node: HTMLElement, update: (plan: Item[]) => Finding[], actual: (
 *   agenda: import("../../shared/model/types.js").Segment[]|null, now: number) => void}}
 */
export function planAdvice() {
  const whole = findingList();
  const count = el("p", { class: "console-advice", role: "status" });
  const bar = el("progress", { class: "thread console-talk-bar", max: "100", "aria-hidden": "true" });
  const planned = el("p", { class: "small" });
  const real = el("p", { class: "small quiet", hidden: true });
  const node = el("div", { class: "console-advice-box" }, count, whole.node,
    el("div", { class: "console-talk-share" }, planned, bar, real));
  let shown = "";
  return {
    node,
    update(plan) {
      const found = findings(plan);
      whole.update(found.filter((one) => one.index === undefined && one.code !== "empty"));
      const { talkSeconds, allSeconds, percent } = talkBudget(plan);
      bar.value = percent;
      const talkPercent = limit("agendaTalkPercent");
      bar.dataset.over = String(talkSeconds * 100 > talkPercent * allSeconds);
      say(planned, "console.advice.talk", { talk: Math.round(talkSeconds / 60), all: Math.round(allSeconds / 60),
        percent, limit: talkPercent });
      // Said again only when it has changed: a status is read out.
      const text = plan.length === 0 ? "none" : String(found.length);
      show(count, plan.length > 0);
      if (text !== shown) {
        if (plan.length === 0) put(count, "");
        else if (found.length === 0) say(count, "console.advice.good");
        else say(count, "console.advice.count", { count: found.length });
      }
      shown = text;
      return found;
    },
    actual(agenda, now) {
      show(real, agenda);
      if (!agenda) return;
      const { talkSeconds, allSeconds, percent } = actualTalkBudget(agenda, now);
      say(real, "console.advice.actual", { talk: Math.round(talkSeconds / 60), all: Math.round(allSeconds / 60),
        percent });
    },
  };
}
