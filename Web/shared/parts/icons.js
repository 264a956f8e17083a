// Knows the few pictures of the pages, as paths in a box of 24. They are decoration: the words stand beside them.
import { svg } from "../page/html.js";

/** @type {Record<string, string>} */
const PATHS = {
  now: "M4 11 12 4l8 7M6 10v9h12v-9",
  chat: "M4 5h16v11H11l-5 4v-4H4z",
  hand: "M8 13V6a1.5 1.5 0 0 1 3 0v5V4.5a1.5 1.5 0 0 1 3 0V11V6a1.5 1.5 0 0 1 3 0v8c0 4-2 7-6 7-3 0-4.5-1.5-6-4l-2-3.5"
    + "c-.6-1.4 1.2-2.4 2.2-1.3z",
  more: "M6 12a1 1 0 1 1-2 0 1 1 0 0 1 2 0M13 12a1 1 0 1 1-2 0 1 1 0 0 1 2 0M20 12a1 1 0 1 1-2 0 1 1 0 0 1 2 0",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.3"
    + "M18 14.5c2.3.8 3.5 2.7 3.5 5.5",
  agree: "M5 13l4.5 4.5L19 7",
  thanks: "M12 20s-8-4.8-8-10.5A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.5C20 15.2 12 20 12 20z",
  idea: "M9 18h6M10 21h4M8 14.5A6 6 0 1 1 16 14.5c-.8.7-1 1.3-1 2.5H9c0-1.2-.2-1.8-1-2.5z",
  question: "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3v.5M12 19h.01",
  celebrate: "M12 3l2.7 5.8 6.3.8-4.6 4.3 1.2 6.3L12 17.1 6.4 20.2l1.2-6.3L3 9.6l6.3-.8z",
  star: "M12 4l2.4 5.2 5.6.7-4.1 3.9 1 5.6-4.9-2.7-4.9 2.7 1-5.6L4 9.9l5.6-.7z",
  send: "M4 12 20 4l-5 16-3-6.5z",
  reply: "M10 6 4 12l6 6M4 12h9a7 7 0 0 1 7 7",
  room: "M4 20V10l8-6 8 6v10h-5v-6H9v6z",
  call: "M4 6h11v12H4zM15 11l5-4v10l-5-4z",
  close: "M6 6l12 12M18 6 6 18",
  back: "M14 5l-7 7 7 7",
  down: "M5 9l7 7 7-7",
  search: "M16.5 10.5a6 6 0 1 1-12 0 6 6 0 0 1 12 0M15 15l5 5",
  door: "M7 21V4h10v17M4 21h16M14 12.5h.6",
  help: "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M15.5 12a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0M9.5 9.5 5.7 5.7M14.5 9.5l3.8-3.8"
    + "M9.5 14.5l-3.8 3.8M14.5 14.5l3.8 3.8",
  lost: "M4 4l16 16M4.5 9.5a11 11 0 0 1 3-1.9M19.5 9.5a11 11 0 0 0-8-3M8 13.5a6 6 0 0 1 3-1.4M16 13.5l-.6-.5M12 18h.1",
  pulse: "M3 12h4l3-7 4 14 3-7h4",
  speaking: "M9 6a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3",
  table: "M3 9h18M6 9v10M18 9v10M8 3.8v2.4M12 3.8v2.4M16 3.8v2.4",
  noDevice: "M4 20V10l8-6 8 6v10M9 15h6",
  camera: "M4 8h4l1.5-2.5h5L16 8h4v11H4zM15.3 13a3.3 3.3 0 1 1-6.6 0 3.3 3.3 0 0 1 6.6 0",
  bench: "M9 4v5M15 4v5M6.5 9h11v3.5a5.5 5.5 0 0 1-11 0zM12 18v3",
  phone: "M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2",
};

/**
 * @param {string} name
 * @returns {SVGElement}
 */
export function icon(name) {
  return svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: PATHS[name] ?? "", fill: "none", stroke: "currentColor", "stroke-width": 1.6,
      "stroke-linecap": "round", "stroke-linejoin": "round" }));
}
