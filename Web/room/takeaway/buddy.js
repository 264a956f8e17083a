// Knows whom somebody has as a buddy, on the page that they take with them. It is asked once, when the meeting is over.
import { el, list, put, show } from "../../shared/page/html.js";
import { post } from "../../shared/line/http.js";
import { language, t } from "../../shared/texts/i18n.js";
import { dayOf } from "../../shared/texts/dates.js";

/** @param {{meeting: string}} options */
export function takeawayBuddy({ meeting }) {
  const lines = el("ul", { class: "stack" });
  const element = el("section", { class: "stack", hidden: true }, el("h2", { t: "takeaway.buddy" }), lines);
  let isAsked = false;

  const look = async () => {
    try {
      const { buddy } = await post("/api/takeaway", { meeting, form: "buddy", language: language() });
      if (!buddy) return;
      const names = buddy.others.map((/** @type {{name: string, school?: string}} */ { name, school }) =>
        (school ? t("common.nameOfSchool", { name, school }) : name)).join(", ");
      const next = [buddy.day && dayOf(Date.parse(buddy.day), "UTC"), buddy.place].filter(Boolean).join(", ");
      list(lines, [names, buddy.goal, next].filter(Boolean), (text) => text, () => el("li", { class: "note-text" }), put);
      show(element, true);
    } catch {
      // The rest of the page is there without it.
    }
  };

  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    look();
  };
  return { element, ask };
}
