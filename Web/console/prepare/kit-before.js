// Knows what was said of a kit at earlier meetings: shown where it is planned again, so that it is planned better.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { number, t } from "../../shared/texts/i18n.js";
import { post } from "../../shared/line/http.js";
import { account, call } from "../../meetings/account.js";

/** @typedef {{answers: number, fiddly: number, frustrating: number}} Sum */
/**
 * @typedef {{name: string, meetings: number, teacher: Sum, student: Sum,
 *   adaptions: {text: string, isStudent: boolean}[]}} Kit
 */

/** Asked once a page: it is of meetings that are over. @type {Promise<Kit[]>|null} */
let asked = null;

/** @returns {Promise<Kit[]>} */
function kits() {
  // Whoever leads by a ticket coordinates nothing. What cannot be had now is asked for again with the next form.
  asked ??= account() ? call((csrf) => post("/api/kits", {}, { csrf })).then((answer) => answer.kits) : Promise.resolve([]);
  asked.catch(() => { asked = null; });
  return asked;
}

/** @param {string} name */
const folded = (name) => name.trim().toLocaleLowerCase();

/** The part; nothing where nobody ever said anything of it. */
export function kitBefore() {
  const sums = [el("p", { class: "numbers" }), el("p", { class: "numbers" })];
  const words = el("ul", { class: "kit-before-words" });
  const fold = el("details", {}, el("summary", { t: "plan.benchAdaptions" }), words);
  const node = el("div", { class: "kit-before small", role: "status", hidden: true }, ...sums, fold);
  let wanted = "";

  /** @param {Kit|undefined} kit */
  function draw(kit) {
    show(node, kit);
    if (!kit) return;
    /** @type {[HTMLElement, Sum, string][]} */
    const rows = [[sums[0], kit.teacher, "plan.benchTeachers"], [sums[1], kit.student, "plan.benchStudents"]];
    for (const [place, sum, key] of rows) {
      show(place, sum.answers > 0);
      if (sum.answers > 0) say(place, key, { count: sum.answers, fiddly: mean(sum.fiddly, sum), frustrating: mean(sum.frustrating, sum) });
    }
    show(fold, kit.adaptions.length > 0);
    list(words, kit.adaptions.map((one, index) => ({ ...one, index })), ({ index }) => String(index), () => el("li", {}),
      (row, { text, isStudent }) => put(row, isStudent ? `${text} (${t("bench.hat.student")})` : text));
  }

  return {
    node,
    /**
     * Of which kit it is.
     * @param {string} name
     */
    async of(name) {
      wanted = folded(name);
      if (wanted === "") return draw(undefined);
      const all = await kits().catch(() => []);
      if (folded(name) === wanted) draw(all.find((one) => folded(one.name) === wanted));
    },
  };
}

/** @param {number} sum @param {Sum} of */
function mean(sum, { answers }) { return number(Math.round((sum / answers) * 10) / 10); }
