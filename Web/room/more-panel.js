// Knows everything about oneself in this meeting: how one takes part, what is kept, another device, going.
import { copyText } from "../shared/page/copy.js";
import { el, put, say, show } from "../shared/page/html.js";
import { canVibrate, setVibrates, vibrates } from "../shared/page/notify.js";
import { drawQR } from "../shared/parts/qr.js";
import { toast } from "../shared/parts/toast.js";
import { setMode, setTier } from "../shared/model/commands.js";
import { me, pendingOf } from "../shared/model/selectors.js";
import { CHOSEN_MODES } from "../door/modes.js";
import { ownRecord } from "./own/record.js";
import { changeName } from "./name-dialog.js";
import { topicsCard } from "./topics-card.js";

/** @typedef {import("../shared/line/store.js").State} State */

/**
 * @param {{meeting: string, send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>, scope: string, onPeople: () => void,
 *   onGo: () => void, onForget: () => void}} options
 */
export function morePanel({ meeting, send, scope, onPeople, onGo, onForget }) {
  const topics = topicsCard({ send, scope, isAtHand: false });
  const modes = CHOSEN_MODES.filter((mode) => mode !== "table_device").map((mode) => el("input", { type: "radio", name: "my-mode", value: mode, id: `my-${mode}`,
    on: { change: () => send(setMode(mode), mode_) } }));
  const mode_ = el("fieldset", { class: "choices card" }, el("legend", { class: "card-title", t: "join.mode" }),
    ...modes.map((input) => el("label", { class: "choice", for: input.id }, input,
      el("span", { t: `join.mode.${input.value}` }))));

  const countOnly = el("input", { type: "checkbox", id: "my-count-only", on: { change: () =>
    send(setTier(countOnly.checked ? "count_only" : "pseudonymous"), privacy) } });
  const privacy = el("section", { class: "card stack" }, el("h3", { class: "card-title", t: "more.privacy" }),
    el("p", { class: "small", t: "join.notice" }),
    el("label", { class: "check", for: "my-count-only" }, countOnly, el("span", {},
      el("span", { t: "tier.countOnly" }), el("br"), el("span", { class: "hint", t: "tier.countOnlyHint" }))),
    ownRecord({ meeting, send }).element);

  const address = el("input", { id: "my-link", readonly: true, class: "numbers",
    on: { focus: () => address.select() } });
  const qr = el("div", {});
  const device = el("section", { class: "card stack" }, el("h3", { class: "card-title", t: "more.device" }),
    el("p", { class: "small", t: "more.deviceText" }), qr,
    el("div", { class: "field" }, el("label", { for: "my-link", t: "more.link" }), address),
    el("button", { type: "button", class: "button", t: "common.copy", on: { click: async () =>
      toast(await copyText(address.value) ? "common.copied" : "common.copyFailed") } }));

  const buzz = el("input", { type: "checkbox", id: "my-buzz", checked: vibrates(),
    on: { change: () => setVibrates(buzz.checked) } });
  const name = el("p", { class: "me-name" });
  const rename = el("button", { type: "button", class: "button bare", t: "more.rename",
    on: { click: () => changeName(person, (command) => send(command, own)) } });
  const own = el("div", { class: "more-own" }, name, rename, document.createElement("language-switch"));
  const contact = el("p", { class: "small quiet" });
  const way = el("p", { class: "small quiet more-way", t: "more.line" });
  const buddies = el("a", { class: "button wide-row", href: "./buddies.html", t: "more.buddies" });
  const guestHidden = [mode_, privacy, device, buddies];
  const people = el("button", { type: "button", class: "button wide-row", t: "people.title", on: { click: onPeople } });
  const element = el("section", { class: "panel panel-more", id: "panel-more", label: "bar.more" },
    el("h2", { class: "panel-title", t: "bar.more", tabindex: "-1" }),
    own,
    el("div", { class: "row more-first" }, people,
      el("button", { type: "button", class: "button danger wide-row", t: "leave.open", on: { click: onGo } })),
    topics.element, mode_,
    canVibrate() && el("label", { class: "check card", for: "my-buzz" }, buzz, el("span", { t: "more.buzz" })),
    buddies, device, privacy, way, contact,
    el("button", { type: "button", class: "button bare", t: "join.notMe", on: { click: onForget } }));
  let shownLink = "";
  /** @type {import("../shared/model/types.js").Person|null} */
  let person = null;

  /** @param {State} state */
  const update = (state) => {
    topics.update(state);
    person = me(state);
    const isGuest = state.you?.as === "guest";
    put(name, [person?.name, person?.school].filter(Boolean).join(" · "));
    for (const part of guestHidden) show(part, !isGuest);
    const isTable = person?.role === "table";
    if (isTable) for (const part of [mode_, privacy, buddies]) show(part, false);
    show(people, !isGuest);
    const chosen = pendingOf(state, "setMode").at(-1)?.do.setMode.mode ?? person?.mode;
    for (const input of modes) input.checked = input.value === chosen;
    countOnly.checked = state.you?.tier === "count_only";
    const link = state.you?.link ?? "";
    show(device, link !== "" && !isGuest);
    if (link !== shownLink) {
      shownLink = link;
      address.value = link;
      const rows = state.you?.qr;
      qr.replaceChildren(...(rows ? [drawQR(rows)] : []));
    }
    show(way, state.way === "line");
    const help = state.network?.contact;
    show(contact, help);
    if (help) say(contact, "join.contact", { contact: help });
  };
  return { element, update };
}
