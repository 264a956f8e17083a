// Knows what a lead taps in for somebody who has no device: how far they are with their kit.
import { ask } from "../../shared/parts/dialog.js";
import { el } from "../../shared/page/html.js";
import { benchOf, busiestStep, openBench, STATES } from "../../shared/model/bench.js";
import { setKit } from "../../shared/model/commands.js";
import { nameText } from "../names.js";

/**
 * @param {import("../desk.js").Desk} desk
 * @param {string} id
 */
export async function openKitFor(desk, id) {
  const room = desk.state?.room ?? null;
  const open = openBench(room);
  const person = room?.people?.[id];
  if (!room || !open || !person) return;
  const { steps } = open.plan;
  const step = el("select", { id: "kit-step" }, ...steps.map(({ text }, index) =>
    el("option", { value: String(index), text: `${index + 1}. ${text}` })));
  step.value = String(busiestStep(benchOf(room, open.segment.id), steps.length));
  const state = el("select", { id: "kit-state" }, ...STATES.map((one) => el("option", { value: one, t: `bench.state.${one}` })));
  const problem = el("p", { class: "problem", role: "alert", hidden: true });
  let isSaid = false;
  while (!isSaid) {
    const answer = await ask({ title: ["benchBoard.forSomebody", { name: nameText(person) }],
      body: [problem, el("div", { class: "field" }, el("label", { for: "kit-step", t: "benchBoard.step" }), step),
        el("div", { class: "field" }, el("label", { for: "kit-state", t: "bench.where.they" }), state)],
      actions: [{ key: "bench.noteSave", value: "go", kind: "primary" }, { key: "common.cancel", value: "" }] });
    if (answer !== "go") return;
    isSaid = await desk.act(setKit(open.segment.id, Number(step.value),
      /** @type {import("../../shared/model/types.js").KitState} */ (state.value)), problem, id);
  }
}
