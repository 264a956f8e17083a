// What is never said of people is said nowhere: in no text of the catalogues, and in no sentence of a debrief as it is read.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { load, setLanguage, t } from "../../Web/shared/texts/i18n.js";
import { sentence } from "../../Web/figures/debrief/words.js";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const names = readdirSync(new URL("Web/locales/", root)).filter((name) => name.endsWith(".json"));
const catalogues = Object.fromEntries(names.map((name) => [name, JSON.parse(read(`Web/locales/${name}`))]));

const lines = (language) => read(`Tests/Data/unsaid/${language}.txt`).split("\n").filter((line) => line && !line.startsWith("#"));

/** A text without the sentences that say that it is not so. */
function asserted(language, text) {
  return lines(language).filter((line) => line.startsWith("= ")).reduce((left, line) => left.replaceAll(line.slice(2), ""), text);
}

/** The wordings of a language; letters and digits on both sides make it another word. */
function unsaid(language) {
  return lines(language).filter((line) => !line.startsWith("="))
    .map((line) => new RegExp(`(?<![\\p{L}\\d])${line.replace(/\*$/, "").replace(/[.?+]/g, "\\$&")}${line.endsWith("*") ? "" : "(?![\\p{L}\\d])"}`, "iu"));
}

function keys(file, type) {
  const source = read(`Sources/Analytics/Debrief/${file}`);
  const body = source.slice(source.indexOf(`public struct ${type}`)).split("public var key")[0];
  return [...body.matchAll(/^ +case (.+)$/gm)].flatMap(([, list]) => list.split(",").map((one) => one.trim()));
}

for (const language of ["en", "cy"]) {
  const wordings = unsaid(language);
  const own = Object.entries(catalogues).filter(([name]) => name.startsWith(language));

  test(`${language}: no text says what is not said of people`, () => {
    let count = 0;
    for (const [name, texts] of own) {
      for (const [key, value] of Object.entries(texts)) {
        for (const text of typeof value === "string" ? [value] : Object.values(value)) {
          count += 1;
          for (const wording of wordings) assert.doesNotMatch(asserted(language, text), wording, `${name}: ${key}`);
        }
      }
    }
    assert.ok(count > 1000 && wordings.length > 20);
  });

  test(`${language}: every sentence and proposal of a debrief is there, is whole, and says nothing of the kind`, () => {
    load(language, Object.assign({}, ...own.map(([, texts]) => texts)), true);
    setLanguage(language);
    const items = [{ kind: "talk", title: "Soil" }, { kind: "talk" }, { kind: "hands-on", title: "Kit" }];
    const [says, proposals] = [keys("Saying.swift", "Saying"), keys("Saying.swift", "Advice")];
    assert.ok(says.length >= 16 && proposals.length >= 9, `${says} ${proposals}`);
    for (const count of [0, 1, 2, 3, 6, 21]) {
      const numbers = Object.fromEntries(["count", "all", "minutes", "otherMinutes", "room", "roomAll", "call", "callAll", "planned",
        "actual", "chance", "turns"].map((name) => [name, count]));
      for (const [part, key] of [...says.map((one) => ["say", one]), ...proposals.flatMap((one) => [["next", one], ["why", one]])]) {
        for (const [item, other] of [[0, 1], [1, 2], [2, 0]]) {
          const said = sentence(part, { key, numbers, items: { item, other } }, items);
          assert.match(said, /^[\p{Lu}\d].*\.$/u, said);
          assert.doesNotMatch(said, /[{}]|undefined|figures\./, said);
          for (const wording of wordings) assert.doesNotMatch(said, wording, key);
        }
      }
    }
    for (const kind of ["check-in", "talk", "hands-on", "breakout", "discussion", "reflection", "break", "check-out"]) {
      assert.ok(t(`figures.item.${kind}`) && t(`figures.in.${kind}`));
    }
  });
}

test("a wording is found as a word, and its endings where it has any", () => {
  const [wordings, found] = [unsaid("en"), (text) => unsaid("en").some((one) => one.test(text))];
  assert.ok(wordings.length > 20);
  for (const bad of ["Her score is 4", "50 % engagement", "Ranked third", "a lurker", "Passively"]) {
    assert.ok(found(bad), bad);
  }
  for (const good of ["a frank word", "underscored", "Ask those on the call first."]) assert.ok(!found(good), good);
});
