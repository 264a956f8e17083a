// Knows the line below the strip while groups run, whatever one looks at: who looks in.
import { el, put, say, show } from "../../shared/page/html.js";
import { myGroup } from "../../shared/model/selectors-groups.js";
import { namesIn } from "../names.js";

/** @typedef {import("../../shared/line/store.js").State} State */

export function groupLine() {
  const visit = el("p", { class: "group-visit" });
  const element = el("div", { class: "group-line", hidden: true }, visit);

  /** @param {State} state */
  const update = (state) => {
    const visitors = myGroup(state)?.group.visitors ?? [];
    show(element, visitors.length > 0);
    if (visitors.length === 0) put(visit, "");
    else say(visit, "group.visit", { names: namesIn(state.room, visitors), count: visitors.length });
  };
  return { element, update };
}
