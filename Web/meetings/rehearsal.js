// Knows how a rehearsal begins from a page: a marked copy, which counts nowhere, and people who come as soon as it opens.
import { post } from "../shared/line/http.js";
import { now } from "../shared/line/time.js";
import { call } from "./account.js";
import { planOf, simplePlan } from "./sources.js";
import { deviceZone } from "./zone.js";
import { t } from "../shared/texts/i18n.js";

/**
 * Makes the copy, sends people to it and goes there.
 * @param {string|null} meeting null to rehearse with the simple agenda
 * @returns {Promise<void>} throws HTTPFailure
 */
export async function rehearse(meeting) {
  const plan = meeting === null ? simplePlan(true) : await planOf(meeting);
  const { zone, options, segments } = plan;
  // It is now, whenever the meeting will be; nobody waits in a lobby for somebody who practises.
  const copy = { title: plan.title || t("rehearsal.firstTitle"), plannedStart: now(), zone: zone ?? deviceZone(),
    options: { ...options, lobby: false }, segments, rehearsal: true };
  const made = await call((csrf) => post("/api/meetings", copy, { csrf }));
  await call((csrf) => post(`/api/meetings/${encodeURIComponent(made.meeting)}/rehearse`, {}, { csrf }));
  location.hash = `#run=${made.meeting}`;
}
