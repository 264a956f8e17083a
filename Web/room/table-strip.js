// Knows a device that several people share: for whom one taps, who sits here, and how somebody is added or goes. What
// nobody is chosen for is the table's.
import { ask } from "../shared/parts/dialog.js";
import { failureOf, post } from "../shared/line/http.js";
import { el, list, put, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { failureText } from "../shared/texts/rejection.js";
import { checkOut } from "../shared/model/commands.js";
import { me, seatedAt } from "../shared/model/selectors.js";
import { personFields } from "../shared/parts/person-fields.js";
import { keepNames, namesToBring } from "../door/table-names.js";

/** @typedef {import("../shared/line/store.js").State} State */
/** @typedef {import("../shared/model/selectors.js").Seat} Seat */

const TABLE = "";

/**
 * @param {{session: import("../shared/line/session.js").Session,
 *   send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>}} options
 */
export function tableStrip({ session, send }) {
  const chips = el("div", { class: "table-chips" });
  const add = el("button", { type: "button", class: "table-chip table-add", t: "table.who",
    on: { click: () => openSeats() } });
  const element = el("fieldset", { class: "table-strip", hidden: true }, el("legend", { t: "table.for" }), chips, add);
  /** @type {State|null} */
  let state = null;

  /** @param {Seat|null} seat */
  const create = (seat) => el("label", { class: "table-chip" },
    el("input", { type: "radio", name: "table-subject", value: seat?.id ?? TABLE,
      on: { change: () => session.store.update({ subject: seat?.id ?? null }) } }), el("span"));

  /** @param {State} next */
  const update = (next) => {
    state = next;
    const isTable = me(next)?.role === "table";
    show(element, isTable);
    if (!isTable || !next.room) return;
    if (next.room.details.phase === "open") bringNamed();
    const seats = seatedAt(next.room, next.you?.person).filter(({ person }) => person.isPresent);
    // Somebody who has left can do nothing more here.
    if (next.subject && !seats.some(({ id }) => id === next.subject)) session.store.update({ subject: null });
    list(chips, [null, ...seats], (seat) => seat?.id ?? TABLE, create, (node, seat) => {
      const [input, name] = /** @type {[HTMLInputElement, HTMLElement]} */ ([...node.children]);
      input.checked = (next.subject ?? null) === (seat?.id ?? null);
      node.classList.toggle("is-chosen", input.checked);
      if (seat) put(name, seat.person.name ?? t("common.nameless"));
      else say(name, "table.table");
    });
  };

  let isBringing = false;
  /** Those who were named at the door come in, one after the other; who cannot is told. */
  async function bringNamed() {
    if (isBringing) return;
    isBringing = true;
    for (let names = namesToBring(session.meeting); names.length > 0; names = namesToBring(session.meeting)) {
      const [name] = names;
      const failure = await bring({ name });
      keepNames(session.meeting, failure ? [] : names.slice(1));
      if (failure) complain(failure);
    }
    isBringing = false;
  }

  /** @param {{name: string, school?: string}} who */
  const bring = (who) => failureOf(() => post("/api/bring",
    { ...who, meeting: session.meeting, mode: "table_device" }));
  /** @param {import("../shared/line/http.js").HTTPFailure} failure */
  const complain = (failure) =>
    element.append(el("p", { class: "problem rejected", role: "alert", text: failureText(failure) }));

  async function openSeats() {
    element.querySelector(".rejected")?.remove();
    const seats = state?.room ? seatedAt(state.room, state.you?.person).filter(({ person }) => person.isPresent) : [];
    const fields = personFields("table");
    const answer = await ask({
      title: "table.who",
      body: [el("p", { t: seats.length === 0 ? "table.empty" : "table.hint" }),
        ...seats.map(({ id, person }) => el("p", { class: "row table-seat" },
          el("span", { text: [person.name, person.school].filter(Boolean).join(", ") }),
          el("button", { class: "button", value: `leave.${id}`, formnovalidate: true,
            t: ["table.leaves", { name: person.name ?? "" }] }))),
        fields.element],
      actions: [{ key: "table.add", value: "add", kind: "primary" }, { key: "common.close", value: "" }],
    });
    if (answer.startsWith("leave.")) await send(checkOut(answer.slice("leave.".length)), element);
    if (answer !== "add") return;
    const failure = await bring(fields.values());
    if (failure) complain(failure);
  }

  return { element, update };
}
