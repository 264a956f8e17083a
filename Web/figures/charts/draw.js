// Knows how marks become a picture: SVG of the width that there is, drawn again when that changes.
import { svg } from "../../shared/page/html.js";

/** @typedef {import("./marks.js").Size} Size */
/** @typedef {import("./marks.js").Drawing} Drawing */

let made = 0;

/**
 * A picture that fills its place. What it says to a screen reader is said by whoever holds it.
 * @param {(size: Size) => Drawing} layout
 * @returns {HTMLElement}
 */
export function picture(layout) {
  made += 1;
  const hatch = `hatch-${made}`;
  const node = document.createElement("div");
  node.className = "chart";
  node.setAttribute("aria-hidden", "true");
  const probe = document.createElement("canvas").getContext("2d");
  let drawn = 0;
  const draw = () => {
    // On paper, and where it is hidden, it has no width of its own.
    const width = Math.floor(node.clientWidth);
    if (width === 0 || width === drawn) return;
    drawn = width;
    const style = getComputedStyle(node);
    if (probe) probe.font = `${style.fontSize} ${style.fontFamily}`;
    const em = parseFloat(style.fontSize);
    const { height, marks } = layout({ width, em, widthOf: (text) => probe?.measureText(text).width ?? text.length * 0.55 * em });
    node.replaceChildren(svg("svg", { viewBox: `0 0 ${width} ${Math.ceil(height)}`, width, height: Math.ceil(height) },
      svg("defs", {}, svg("pattern", { id: hatch, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
        svg("rect", { class: "ground", width: 6, height: 6 }), svg("rect", { class: "stripe", width: 2, height: 6 }))),
      ...marks.map(({ tag, text, class: kind, ...attributes }) => {
        const mark = svg(tag, { .../** @type {Record<string, string|number>} */ (attributes), ...(kind ? { class: kind } : {}) });
        if (kind === "hatched") mark.setAttribute("fill", `url(#${hatch})`);
        if (text !== undefined) mark.textContent = text;
        return mark;
      })));
  };
  new ResizeObserver(draw).observe(node);
  return node;
}
