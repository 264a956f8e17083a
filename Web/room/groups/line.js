// Knows the line below the strip while groups run, whatever one looks at: that the time runs out, and who looks in.
import { announce } from "../../shared/page/announce.js";
import { el, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { now, tick } from "../../shared/line/time.js";
import { currentSegment } from "../../shared/model/selectors.js";
import { myGroup } from "../../shared/model/selectors-groups.js";
import { leftMilliseconds } from "../../shared/model/selectors-time.js";
import { namesIn } from "./names.js";

/** @typedef {import("../../shared/line/store.js").State} State */

/** The moments at which a group is told that the time runs out, in seconds before the end; the last comes first. */
const CUES = Object.freeze([0, 10, 60, 300]);
/** After that, a page that wakes up says nothing any more about the end. */
const LATE_MILLISECONDS = 5_000;

export function groupLine() {
  const visit = el("p", { class: "group-visit", hidden: true });
  const cue = el("p", { class: "group-cue", hidden: true });
  const element = el("div", { class: "group-line", hidden: true }, cue, visit);

  /** @type {State|null} */
  let state = null;
  let leftBefore = -Infinity;

  /** @param {number} moment */
  const renderCue = (moment) => {
    const segment = state && myGroup(state) ? currentSegment(state.room) : null;
    const left = segment ? leftMilliseconds(segment, moment) : null;
    const reached = left === null ? undefined : CUES.find((seconds) => left <= seconds * 1000);
    show(cue, reached !== undefined);
    show(element, !cue.hidden || !visit.hidden);
    if (reached !== undefined) say(cue, `group.cue.${reached}`);
    cue.classList.toggle("is-over", reached === 0);
    const isNew = reached !== undefined && left !== null && leftBefore > reached * 1000 && left > -LATE_MILLISECONDS;
    leftBefore = left ?? -Infinity;
    if (isNew) announce(t(`group.cue.${reached}`));
  };

  /** @param {State} next */
  const update = (next) => {
    state = next;
    const visitors = myGroup(next)?.group.visitors ?? [];
    show(visit, visitors.length > 0);
    if (visitors.length === 0) put(visit, "");
    else say(visit, "group.visit", { names: namesIn(next.room, visitors), count: visitors.length });
    renderCue(now());
  };
  return { element, update, stop: tick(renderCue) };
}
