// Knows how somebody keeps the page that they take with them: as one file that opens without internet, sent to themselves
// by the device's own sheet, or on paper.
import { download } from "../../shared/page/download.js";
import { el, say, show } from "../../shared/page/html.js";
import { postForFile } from "../../shared/line/http.js";
import { language, t } from "../../shared/texts/i18n.js";
import { failureText } from "../../shared/texts/rejection.js";

const KIND = "text/html";

/** @param {{meeting: string}} options */
export function takeawayKeeping({ meeting }) {
  const said = el("p", { class: "quiet small", role: "status", t: "takeaway.keepHint" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const keep = el("button", { type: "button", class: "button primary wide", t: "takeaway.keep",
    on: { click: () => fetched(save) } });
  const send = el("button", { type: "button", class: "button bare", t: "takeaway.send",
    on: { click: () => fetched(share) } });
  const print = el("button", { type: "button", class: "button bare", t: "takeaway.print",
    on: { click: () => globalThis.print() } });
  const others = el("div", { class: "row takeaway-others" }, send, print);
  const element = el("div", { class: "takeaway-keep" }, keep, said, trouble);
  show(send, canShare());

  /** @param {(file: File) => Promise<void>|void} use @param {"html"|"calendar"} [form] */
  const fetched = async (use, form = "html") => {
    show(trouble, false);
    try {
      const [ending, type] = form === "html" ? ["html", KIND] : ["ics", "text/calendar"];
      const file = await postForFile("/api/takeaway", { meeting, form, language: language() });
      await use(new File([file], `${t("takeaway.fileName")}-${meeting}.${ending}`, { type }));
    } catch (failure) {
      const reason = failureText(/** @type {import("../../shared/line/http.js").HTTPFailure} */ (failure));
      say(trouble, "takeaway.failed", { reason });
      show(trouble, true);
    }
  };

  /** @param {File} file */
  const save = (file) => {
    download(file, file.name);
    say(said, "takeaway.kept", { name: file.name });
  };

  /** @param {File} file */
  const share = async (file) => {
    try {
      await navigator.share({ files: [file], title: t("takeaway.title") });
    } catch (failure) {
      // Whoever closes the sheet wants nothing; where it does not open the file is saved.
      if (/** @type {Error} */ (failure).name !== "AbortError") save(file);
    }
  };
  return { element, others, toCalendar: () => { fetched(save, "calendar"); } };
}

/** Whether the device has a sheet that takes such a file. */
function canShare() {
  return typeof navigator.canShare === "function"
    && navigator.canShare({ files: [new File([""], "page.html", { type: KIND })] });
}
