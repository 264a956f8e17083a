// Knows what the oldest browsers of the README lack, and finds it in scripts and styles. A feature counts as lacking when
// one browser of the floor came before it. In styles it may be used where `@supports` asks for it, or, for a unit, where
// the same property was just given without it and no `var()` makes the browser find out too late.

/** Teachers' pages; the console and the wall are held to it as well. */
export const FLOOR = { safari: 15.4, chrome: 99, samsung: 18, firefox: 98 };
/** Samsung Internet is Chrome of an earlier year. */
const SAMSUNG_IS_CHROME = { 18: 99 };

/** @typedef {{name: string, since: {safari: number, chrome: number, firefox: number}, use: RegExp, example: string}} Feature */

/** @type {Feature[]} what somebody could come to use, with the versions that brought it; Infinity where it never came */
export const SCRIPT = [
  feature("requestSubmit", 16, 76, 75, /\.requestSubmit\b/, "form.requestSubmit()"),
  feature("findLast", 15.4, 97, 104, /\.findLast(Index)?\(/, "list.findLast(isOpen)"),
  feature("copying methods of arrays", 16, 110, 115, /\.(toSorted|toReversed|toSpliced)\(|\.with\(/, "list.toSorted()"),
  feature("groupBy", 17.4, 117, 119, /\b(Object|Map)\.groupBy\b/, "Object.groupBy(list, kind)"),
  feature("fromAsync", 16.4, 121, 115, /\bArray\.fromAsync\b/, "Array.fromAsync(rows)"),
  feature("methods of sets", 17, 122, 127, /\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
    "one.isSubsetOf(other)"),
  feature("methods of iterators", 18.4, 122, 131, /\.(values|keys|entries)\(\)\s*\.(map|filter|some|every|take|drop|toArray)\(/,
    "map.values().map(text)"),
  feature("withResolvers", 17.4, 119, 121, /\bPromise\.withResolvers\b/, "Promise.withResolvers()"),
  feature("Promise.try", 18.2, 128, 134, /\bPromise\.try\b/, "Promise.try(run)"),
  feature("AbortSignal.timeout", 16, 103, 100, /\bAbortSignal\.timeout\b/, "AbortSignal.timeout(1000)"),
  feature("AbortSignal.any", 17.4, 116, 124, /\bAbortSignal\.any\b/, "AbortSignal.any(signals)"),
  feature("URL.canParse", 17, 120, 115, /\bURL\.(canParse|parse)\b/, "URL.canParse(text)"),
  feature("looking behind in a pattern", 16.4, 62, 78, /\(\?<[=!]/, "/(?<=a)b/"),
  feature("sets in a pattern", 17, 112, 116, /\/[dgimsuy]*v[dgimsuy]*[.,;)\]]/, "text.match(/[a--b]/v)"),
  feature("blocks of a class", 16.4, 94, 93, /\bstatic\s*\{/, "class Box { static { made(); } }"),
  feature("files of another type", 17.2, 123, 138, /\bwith\s*\{\s*type:/, 'import limits from "./limits.json" with { type: "json" }'),
  feature("isWellFormed", 16.4, 111, 119, /\.(isWellFormed|toWellFormed)\(/, "text.isWellFormed()"),
  feature("Segmenter", 14.1, 87, 125, /\bIntl\.Segmenter\b/, 'new Intl.Segmenter("cy")'),
  feature("DurationFormat", 16.4, 129, 136, /\bIntl\.DurationFormat\b/, "new Intl.DurationFormat()"),
  feature("requestIdleCallback", Infinity, 47, 55, /\brequestIdleCallback\b/, "requestIdleCallback(run)"),
  feature("ClipboardItem", 13.1, 76, 127, /(?<!\bwindow\.)\bClipboardItem\b(?!\s*[}=:])/, "new ClipboardItem({})"),
  feature("checkVisibility", 17.4, 105, 106, /\.checkVisibility\(/, "node.checkVisibility()"),
  feature("popovers", 17, 114, 125, /\.(showPopover|togglePopover|hidePopover|popover)\b/, "menu.showPopover()"),
  feature("inert", 15.5, 102, 112, /\.inert\b/, "node.inert = true"),
  feature("CloseWatcher", Infinity, 126, Infinity, /\bCloseWatcher\b/, "new CloseWatcher()"),
  feature("adopted sheets", 16.4, 73, 101, /\b(adoptedStyleSheets|new CSSStyleSheet)\b/, "new CSSStyleSheet()"),
  feature("views in transition", 18, 111, 144, /\.startViewTransition\(/, "document.startViewTransition(run)"),
  feature("setHTML", Infinity, 146, 148, /\.setHTML\w*\(/, "node.setHTMLUnsafe(text)"),
  feature("moveBefore", Infinity, 133, 144, /\.moveBefore\(/, "rows.moveBefore(row, first)"),
  feature("base64 of bytes", 18.2, 140, 133, /\bUint8Array\.from(Base64|Hex)\b|\.to(Base64|Hex)\(/, "Uint8Array.fromBase64(text)"),
  feature("ranges of media", 16.4, 104, 63, /["'`]\([^"'`]*\b(width|height|aspect-ratio)\s*[<>]/, 'matchMedia("(width < 48rem)")'),
];

/** @type {(Feature & {unit?: boolean})[]} */
export const STYLE = [
  feature(":has", 15.4, 105, 121, /:has\(/, ".choice:has(:checked) { color: red; }"),
  { ...feature("units of the small, large and changing window", 15.4, 108, 101, /\b\d+(\.\d+)?[sld]v[hwib]\b/,
    ".room { height: 100dvh; }"), unit: true },
  feature("ranges of media", 16.4, 104, 63, /@(media|container)[^{]*[<>]/, "@media (width >= 60rem) { p { margin: 0; } }"),
  feature("boxes that are asked for their size", 16, 105, 110, /@container\b|container(-type|-name)?\s*:/,
    "@container (min-width: 20rem) { p { margin: 0; } }"),
  { ...feature("units of a box", 16, 105, 110, /\b\d+(\.\d+)?cq[wihbmx]/, "p { width: 10cqw; }"), unit: true },
  { ...feature("units of a line", 16.4, 109, 120, /\b\d+(\.\d+)?r?lh\b/, "p { height: 2lh; }"), unit: true },
  feature("rules in rules", 17.2, 120, 117, /(^|[;{}]\s*)&|\{[^{}]*;\s*[.#&>][\w\s.-]*\{/, ".a { color: red; & b { margin: 0; } }"),
  feature("mixed colours", 16.2, 111, 113, /color-mix\(/, "p { color: color-mix(in srgb, red, blue); }"),
  feature("light-dark", 17.5, 123, 120, /light-dark\(/, "p { color: light-dark(red, blue); }"),
  feature("colours made of colours", 16.4, 119, 128, /(rgb|hsl|oklch)a?\(\s*from\b/, "p { color: rgb(from red r g b); }"),
  feature("oklch", 15.4, 111, 113, /\bok(lch|lab)\(/, "p { color: oklch(50% 0 0); }"),
  feature("grids in grids", 16, 117, 71, /\bsubgrid\b/, "p { grid-template-columns: subgrid; }"),
  feature("turning and moving by themselves", 14.1, 104, 72, /[;{]\s*(rotate|scale|translate)\s*:/, "p { margin: 0; rotate: 45deg; }"),
  feature("overflow: clip", 16, 90, 81, /overflow(-[xy])?\s*:[^;]*\bclip\b/, "p { overflow: clip; }"),
  feature("@scope", 17.4, 118, 146, /@scope\b/, "@scope (.card) { p { margin: 0; } }"),
  feature("@property", 16.4, 85, 128, /@property\b/, '@property --a { syntax: "*"; inherits: false; }'),
  feature("sticky scroll timelines", 26, 115, Infinity, /animation-timeline\s*:/, "p { animation-timeline: scroll(); }"),
  feature("places of anchors", 26, 125, 147, /position-anchor\s*:|anchor\(/, "p { top: anchor(bottom); }"),
  feature("popovers that are open", 17, 114, 125, /:popover-open/, "menu:popover-open { margin: 0; }"),
  feature(":user-invalid", 16.5, 119, 88, /:user-(in)?valid/, "input:user-invalid { margin: 0; }"),
  feature(":nth-child of", 9, 111, 113, /:nth-(last-)?child\([^)]*\bof\b/, "li:nth-child(1 of .a) { margin: 0; }"),
  feature(":dir", 16.4, 120, 49, /:dir\(/, "p:dir(rtl) { margin: 0; }"),
  feature("masks without a prefix", 15.4, 120, 53, /[;{]\s*mask(-image)?\s*:/, "p { margin: 0; mask: none; }"),
  feature("steps of a sine", 17.2, 113, 112, /\blinear\(/, "p { transition-timing-function: linear(0, 1); }"),
  feature("rounding", 15.4, 125, 118, /[\s(:](round|mod|rem)\(/, "p { width: round(1.5px, 1px); }"),
];

/**
 * @param {string} name @param {number} safari @param {number} chrome @param {number} firefox @param {RegExp} use
 * @param {string} example @returns {Feature}
 */
function feature(name, safari, chrome, firefox, use, example) {
  return { name, since: { safari, chrome, firefox }, use, example };
}

/** @param {Feature} feature */
export function isLacking({ since }) {
  return since.safari > FLOOR.safari || since.firefox > FLOOR.firefox
    || since.chrome > Math.min(FLOOR.chrome, SAMSUNG_IS_CHROME[FLOOR.samsung]);
}

/**
 * What a script uses that the floor lacks.
 * @param {string} text @returns {string[]}
 */
export function lackingInScript(text) {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, "$1");
  return SCRIPT.filter((one) => isLacking(one) && one.use.test(code)).map(({ name }) => name);
}

/**
 * What a style uses that the floor lacks, each with the rule that it stands in.
 * @param {string} text @returns {string[]}
 */
export function lackingInStyle(text) {
  return rules(text.replace(/\/\*[\s\S]*?\*\//g, ""), [])
    .flatMap(({ head, body, asked }) => STYLE.filter(isLacking)
      .filter((one) => !asked.some((condition) => one.use.test(condition)))
      .filter((one) => one.use.test(head) || declarations(body).some((line, index, all) => {
        const before = all[index - 1];
        const hasFallback = one.unit && !line.includes("var(") && before !== undefined && !one.use.test(before)
          && property(before) === property(line);
        return one.use.test(`{${line};`) && !hasFallback;
      }))
      .map(({ name }) => `${name}: ${head.trim()}`));
}

/** @param {string} body */
const declarations = (body) => body.split(";").map((line) => line.trim()).filter(Boolean);
/** @param {string} line */
const property = (line) => line.split(":")[0].trim();

/**
 * The rules of a style, with the `@supports` around them; the head of an at-rule that holds rules is one by itself.
 * @param {string} text @param {string[]} asked @returns {{head: string, body: string, asked: string[]}[]}
 */
function rules(text, asked) {
  const found = [];
  for (let from = 0; ;) {
    const open = text.indexOf("{", from);
    if (open < 0) return found;
    let [end, depth] = [open + 1, 1];
    while (depth > 0 && end < text.length) {
      if (text[end] === "{") depth += 1;
      if (text[end] === "}") depth -= 1;
      end += 1;
    }
    const head = text.slice(from, open).split(";").at(-1) ?? "";
    const body = text.slice(open + 1, end - 1);
    const isHolder = /^\s*@(media|supports|layer|container|scope)/.test(head);
    if (!isHolder) found.push({ head, body, asked });
    else if (/@supports/.test(head)) found.push(...rules(body, [...asked, head]));
    else found.push({ head, body: "", asked }, ...rules(body, asked));
    from = end;
  }
}
