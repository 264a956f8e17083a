// Knows which sentences and figures a report of a past meeting gives (Sources/Analytics/MeetingReport.swift). Pure.
// Words name what the log holds; no act in the log is not "silence", and nobody is ranked.

/** @typedef {Record<string, any>} Report */
/** @typedef {{key: string, params: Record<string, any>}} Sentence */

/** Below this a share says nothing, and only counts are told. */
const LEAST_PEOPLE = 5;

/**
 * What can be said, in order.
 * @param {Report} report @returns {Sentence[]}
 */
export function sentences(report) {
  /** @type {(Sentence|false)[]} */
  const all = [
    say("attended", { count: report.attended }),
    report.counted > 0 && say("counted", { count: report.counted }),
    report.leads > 0 && say("leads", { count: report.leads }),
    report.same_name > 0 && say("sameName", { count: report.same_name }),
    report.acted !== undefined && say("acted", { count: report.acted, all: report.attended - (report.counted ?? 0) }),
    ...(report.classes ? voices(report.classes) : [say("spoke", { count: report.spoke, all: report.attended })]),
    report.rejoins > 0 && say("rejoins", { count: report.rejoins }),
    report.turns > 0 && say("turns", { count: report.turns }),
    report.turns > 0 && report.by_turns.n_half !== null && report.attended >= LEAST_PEOPLE
      && say("half", { count: report.by_turns.n_half, all: report.attended }),
    ...places(report.modes ?? {}),
    ...crossing(report.transitions_in_item ?? { cross_mode: 0, same_mode: 0 }),
  ];
  return all.flatMap((one) => one || []);
}

/** @param {Record<string, number|null>} classes who spoke is null where nobody noted it */
function voices(classes) {
  const all = Object.values(classes).reduce((/** @type {number} */ sum, one) => sum + (one ?? 0), 0);
  return [classes.spoke === null ? say("spokeUnknown", {}) : say("spoke", { count: classes.spoke, all }),
    (classes.typed_only ?? 0) > 0 && say("typedOnly", { count: classes.typed_only }),
    (classes.hand_only ?? 0) > 0 && say("handOnly", { count: classes.hand_only }),
    (classes.acted_only ?? 0) > 0 && say("actedOnly", { count: classes.acted_only }),
    (classes.silent ?? 0) > 0 && say("noAct", { count: classes.silent })];
}

/** @param {Record<string, any>} modes */
function places(modes) {
  const { remote, room } = modes;
  if (!remote || !room || remote.attended < LEAST_PEOPLE) return [];
  const said = [];
  if (remote.acted !== undefined && room.attended >= LEAST_PEOPLE) {
    said.push(say("places", { room: room.attended, roomActed: room.acted, remote: remote.attended,
      remoteActed: remote.acted }));
  }
  const turns = remote.represent_turns ?? null;
  if (remote.represent !== null) said.push(say("represent", { times: two(remote.represent), count: remote.attended }));
  else if (turns !== null) said.push(say("representTurns", { times: two(turns), count: remote.attended }));
  return said;
}

/** @param {Record<string, number>} passed */
function crossing({ cross_mode: cross, same_mode: same }) {
  return cross + same > 0 ? [say("crossing", { cross, all: cross + same })] : [];
}

/** @param {string} key @param {Record<string, any>} params @returns {Sentence} */
function say(key, params) { return { key: `console.past.say.${key}`, params }; }

const SPREADS = ["turns", "words", "chat", "utterances"];

/**
 * The figures behind them.
 * @param {Report} report @returns {{key: string, value: string}[]}
 */
export function figures(report) {
  const rows = [{ key: "attended", value: String(report.attended) }];
  for (const key of ["leads", "counted", "removed", "acted", "listed", "seconds", "connects", "rejoins", "hand_up", "late_joiners_over_600s"]) {
    if (report[key] !== undefined && report[key] !== null) rows.push({ key, value: String(report[key]) });
  }
  for (const name of SPREADS) {
    const spread = report[`by_${name}`];
    // Where nobody noted any there is nothing to say.
    if (!spread || spread.sum === null) continue;
    rows.push({ key: `sum_${name}`, value: String(spread.sum) });
    if (spread.gini_all !== null) rows.push({ key: `gini_${name}`, value: gini(spread) });
  }
  if (report.ei?.ei !== null && report.ei !== undefined) {
    rows.push({ key: "ei", value: `${two(report.ei.ei)} (n = ${report.ei.pairs})` });
  }
  return rows;
}

/** @param {Record<string, any>} spread */
function gini(spread) {
  const own = `${two(spread.gini_all)} (n = ${spread.n})`;
  return spread.gini_chance === undefined ? own : `${own}; ${two(spread.gini_chance)}`;
}

/** @param {number} real */
function two(real) { return real.toFixed(2); }
