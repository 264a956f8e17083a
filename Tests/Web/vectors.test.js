// The vectors that the Swift fold wrote: the same facts give the same room here.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import "./with-limits.js";
import { takeOwnNotes } from "../../Web/shared/fold/cards.js";
import { advance, apply } from "../../Web/shared/fold/room.js";
import { peopleOf } from "../../Web/shared/model/people.js";

const folder = new URL("../Data/vectors/", import.meta.url);

function files() {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
  } catch {
    return [];
  }
}

/** One file holds one vector or a list of them; a file of another kind has no `events`. */
function vectorsIn(file) {
  const content = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  return (Array.isArray(content) ? content : [content]).filter((vector) => vector.before && vector.events);
}

for (const file of files()) {
  for (const vector of vectorsIn(file)) {
    test(`${file}: ${vector.name}`, () => {
      const room = structuredClone(vector.before);
      const viewer = vector.viewer.kind ?? vector.viewer;
      for (const entry of vector.events) {
        peopleOf(room);
        apply(room, entry, viewer);
        assert.deepEqual(peopleOf(room), peopleOf(structuredClone(room)), `people after ${entry.sequence}`);
      }
      advance(room, vector.through ?? vector.after.sequence);
      // The time of a fact that was not for this viewer is unknown to it.
      const last = vector.events[vector.events.length - 1];
      if (!last || last.sequence < vector.after.sequence) room.at = vector.after.at;
      takeOwnNotes(vector.after, vector.notes ?? []);
      assert.deepEqual(room, vector.after);
    });
  }
}
