// Knows how people come in: QR, code and links, each to copy, for Prepare and as a sheet over Run.
import { typedAddress } from "../shared/page/address.js";
import { copyText } from "../shared/page/copy.js";
import { el, put, say, show } from "../shared/page/html.js";
import { onLanguage } from "../shared/texts/i18n.js";
import { drawQR } from "../shared/parts/qr.js";
import { announce } from "../shared/page/announce.js";
import { t } from "../shared/texts/i18n.js";
import { openSheet } from "./sheet.js";

/** @typedef {import("../shared/model/types.js").Links} Links */
/** @typedef {import("../shared/page/html.js").Key} Key */

/**
 * A button that copies and says so beside itself; where copying is forbidden the text stands there to be selected.
 * @param {Key} key
 * @param {() => string} text
 */
export function copyButton(key, text) {
  const note = el("span", { class: "quiet small console-copied", role: "status" });
  const fallback = el("input", { readonly: true, hidden: true, label: key });
  const button = el("button", { type: "button", class: "button", t: key });
  button.addEventListener("click", async () => {
    const isDone = await copyText(text());
    say(note, isDone ? "console.join.copied" : "console.join.copyFailed");
    show(fallback, !isDone);
    if (isDone) announce(t("console.join.copied"));
    else {
      fallback.value = text();
      fallback.select();
    }
  });
  return el("span", { class: "console-copy" }, button, note, fallback);
}

/**
 * The join details.
 * @returns {{node: HTMLElement, update: (links: Links|null) => void, stop: () => void}}
 */
export function joinDetails() {
  /** @type {Links|null} */
  let links = null;
  let drawn = "";
  const picture = el("div", { class: "console-qr" });
  const code = el("output", { class: "console-bigcode" });
  const address = el("span", { class: "console-address" });
  const wall = el("a", { class: "button", target: "_blank", rel: "noopener", t: "console.join.openWall" });
  const guestRow = el("div", { class: "console-join-more" },
    el("p", { class: "hint", t: "console.join.guestText" }), copyButton("console.join.copyGuest",
      () => links?.guest ?? ""));
  const wallRow = el("div", { class: "console-join-more" },
    el("p", { class: "hint", t: "console.join.wallText" }),
    el("div", { class: "console-actions" }, wall, copyButton("console.join.copyWall", () => links?.wall ?? "")));
  const node = el("div", { class: "console-join" }, picture,
    el("div", { class: "console-join-text" },
      el("p", {}, el("span", { class: "quiet", t: "console.join.code" }), " ", code),
      el("p", {}, el("span", { class: "quiet", t: "console.join.address" }), " ", address),
      el("div", { class: "console-actions" }, copyButton("console.join.copyLink", () => links?.join ?? ""),
        copyButton("console.join.copyCode", () => links?.code ?? ""))),
    guestRow, wallRow);

  /** @param {Links|null} now */
  function update(now) {
    links = now;
    show(node, links);
    if (!links) return;
    put(code, links.code);
    put(address, typedAddress(links.join));
    show(guestRow, links.guest);
    show(wallRow, links.wall);
    wall.href = links.wall ?? "";
    if (links.join !== drawn) draw();
  }

  function draw() {
    if (!links) return;
    drawn = links.join;
    picture.replaceChildren(drawQR(links.qr, "console.join.qr"));
  }

  return { node, update, stop: onLanguage(draw) };
}

/**
 * The details as a sheet.
 * @param {Links|null} links
 */
export function openJoinSheet(links) {
  const details = joinDetails();
  const sheet = openSheet({ title: "console.join.title", className: "is-wide", onClose: () => details.stop() });
  details.update(links);
  sheet.body.append(details.node);
}
