// Reasons become sentences for whoever reads them, and a first message out of them; a town is found again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { firstMessage, namesOf, reasonText } from "../../Web/buddies/reasons.js";
import { load, setLanguage } from "../../Web/shared/texts/i18n.js";
import { PLACES, townOf } from "../../Web/buddies/places.js";

const read = (name) => JSON.parse(readFileSync(new URL(`../../Web/locales/${name}.json`, import.meta.url), "utf8"));
for (const language of ["en", "cy"]) {
  for (const part of ["", ".buddies", ".matching"]) load(language, read(`${language}${part}`), true);
}

const sian = { person: "p1", name: "Siân" };
const amir = { person: "p2", name: "Amir" };
const mair = { person: "p3", name: "Mair" };
const reasons = [
  { code: "neverPaired", one: "p1", other: "p2" },
  { code: "near", one: "p1", other: "p2", kilometres: 20 },
  { code: "samePhase", one: "p1", other: "p2", value: "primary", otherValue: "primary" },
  { code: "gives", one: "p2", other: "p1", skills: ["python", "CAD"] },
  { code: "gives", one: "p1", other: "p2", skills: ["robotics"] },
];

test("a reason is told to whoever reads it", () => {
  setLanguage("en");
  const [, near, phase, gives] = reasons;
  assert.equal(reasonText(gives, [sian, amir]), "Amir offers python, CAD, which Siân asked for");
  assert.equal(reasonText(gives, [sian, amir], "p1"), "Amir offers python, CAD, which you asked for");
  assert.equal(reasonText(gives, [sian, amir], "p2"), "you offer python, CAD, which Siân asked for");
  assert.equal(reasonText(near, [sian, amir], "p1"), "under 20 km apart");
  assert.equal(reasonText(phase, [sian, amir]), "both primary");
  setLanguage("cy");
  assert.equal(reasonText(phase, [sian, amir]), "y ddau: cynradd");
});

test("every reason has a sentence without holes in both languages", () => {
  const codes = ["gives", "noNeed", "samePhase", "otherPhase", "sameSubject", "otherSubject", "near", "far", "mentoring",
    "earlier", "metOnce", "neverPaired"];
  for (const language of ["en", "cy"]) {
    setLanguage(language);
    for (const code of codes) {
      const value = code.endsWith("Phase") ? "primary" : "maths";
      const text = reasonText({ code, one: "p1", other: "p2", kilometres: 10, skills: ["x"], value, otherValue: value },
        [sian, amir]);
      assert.ok(text && !/[{}]|undefined/.test(text), `${language} ${code}: ${text}`);
    }
  }
});

test("names are joined as each language does it", () => {
  setLanguage("en");
  assert.equal(namesOf([sian]), "Siân");
  assert.equal(namesOf([sian, amir, mair]), "Siân, Amir and Mair");
  setLanguage("cy");
  assert.equal(namesOf([sian, mair]), "Siân a Mair");
  assert.equal(namesOf([sian, amir]), "Siân ac Amir");
});

test("the first message says what each can do for the other, and no more than three things", () => {
  setLanguage("en");
  const text = firstMessage(reasons, [amir], sian);
  assert.match(text, /^Hello Amir,\n/);
  assert.match(text, /You can help with python, CAD, which I asked for\./);
  assert.match(text, /I can help with robotics, which you asked for\./);
  assert.match(text, /What we share: both primary\./);
  assert.doesNotMatch(text, /km apart|never paired/);
  assert.match(text, /\nSiân$/);
});

test("among three the first message names who", () => {
  setLanguage("en");
  const text = firstMessage(reasons, [amir, mair], sian);
  assert.match(text, /Amir can help me with python, CAD\./);
  assert.match(text, /I can help Amir with robotics\./);
});

test("a town is found again by its place, and every place is in range", () => {
  const places = Object.entries(PLACES);
  assert.equal(new Set(places.map(([, at]) => at.join())).size, places.length, "two towns in one place");
  for (const [name, [latitudeTenths, longitudeTenths]] of places) {
    assert.equal(townOf({ latitudeTenths, longitudeTenths }), name);
    assert.ok(latitudeTenths > 490 && latitudeTenths < 610 && longitudeTenths > -90 && longitudeTenths < 20, name);
  }
});
