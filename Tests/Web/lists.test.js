// Lists that a lead puts in: how they leave the page, and what becomes of what the server says of them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import "./with-limits.js";
import { limit } from "../../Web/shared/limits.js";
import { base64, sendFile } from "../../Web/shared/line/send-file.js";
import { alikeKey } from "../../Web/shared/texts/alike.js";
import { addressesOf, groupsOf, membersOf, readList } from "../../Web/console/lists/reading.js";

const list = (people, groups = []) => ({ encoding: "utf8", people: people.map((one, index) => ({ line: index + 1, ...one })),
  groups, ignored: [], repeats: [] });

test("a file leaves in numbered pieces, each below the bound of a request, and comes together again", async () => {
  const size = limit("filePieceBytes");
  for (const length of [0, 1, size, size + 1, 3 * size - 1]) {
    const bytes = Uint8Array.from({ length }, (_, index) => index % 251);
    const sent = [];
    const file = await sendFile(async (path, body) => { sent.push({ path, ...body }); }, "m1", bytes);
    assert.deepEqual(sent.map((one) => one.number), sent.map((_, index) => index));
    assert.ok(sent.every((one) => one.path === "/api/file" && one.meeting === "m1" && one.file === file
      && one.count === sent.length && JSON.stringify(one).length < 65_536));
    assert.deepEqual(Buffer.concat(sent.map((one) => Buffer.from(one.bytes, "base64"))), Buffer.from(bytes));
  }
  assert.equal(base64(new Uint8Array([0, 255])), "AP8=");
});

test("a list is asked about by the name under which it was sent, with what commas mean only if somebody said so", async () => {
  const asked = [];
  const ask = async (path, body) => { asked.push([path, body]); return "read"; };
  assert.equal(await readList(ask, "m1", new Uint8Array([65])), "read");
  await readList(ask, "m1", new Uint8Array([65]), "surnameFirst");
  assert.deepEqual(asked[1], ["/api/list", { meeting: "m1", file: asked[0][1].file }]);
  assert.equal(asked[3][1].commas, "surnameFirst");
});

test("who was recognised is a person, the others keep a seat under their name; two of one name with their schools", () => {
  const reading = { list: list([{ name: "Siân" }, { name: "Zeb" }, { name: "Ann", school: "A" }, { name: "ann", school: "B" },
    { name: "Mair" }]), who: [{ person: "p1" }, {}, {}, {}, { candidates: ["p2", "p3"] }] };
  assert.deepEqual(membersOf(reading, new Map()), ["p1", "~Zeb", "~Ann (A)", "~ann (B)", "~Mair"]);
  assert.deepEqual(membersOf(reading, new Map([[4, "p3"]]))[4], "p3");
});

test("groups are the list's own; whoever has none stands last; a plain list is dealt out evenly in its order", () => {
  const some = list([{ name: "a", group: 1 }, { name: "b", group: 0 }, { name: "c" }, { name: "d", group: 1 }], ["Robots", "Grŵp 2", "z"]);
  assert.deepEqual(groupsOf(some, ["a", "b", "c", "d"], 4), [{ members: ["b"], name: "Robots" }, { members: ["a", "d"] },
    { members: ["c"] }]);
  const plain = list(["a", "b", "c", "d", "e"].map((name) => ({ name })));
  const dealt = groupsOf(plain, ["a", "b", "c", "d", "e"], 2).map((one) => one.members);
  assert.equal(dealt.flat().join(), "a,b,c,d,e");
  assert.ok(Math.max(...dealt.map((one) => one.length)) - Math.min(...dealt.map((one) => one.length)) <= 1);
});

test("an address belongs to the person it was read with, and to nobody else", () => {
  const read = list([{ name: "Siân", address: "sian@example.org" }, { name: "Amir" }, { name: "Zeb’s", address: "zeb@example.org" }]);
  assert.deepEqual([...addressesOf(read, ["p1", "p2", "~Zeb’s"])],
    [["p1", "sian@example.org"], ["~zebs", "zeb@example.org"]]);
});

for (const [one, other] of [["Siân", "sia\u0302n"], ["Siân  Evans", " SIÂN\u00a0evans "], ["O'Brien", "O’brien"],
  ["Groß", "GROSS"], ["Jean\u2011Luc", "jean-luc"], ["Ann\u200c", "Ann"], ["Ann\u2028Jones", "ann jones"]]) {
  test(`${JSON.stringify(one)} is ${JSON.stringify(other)}`, () => assert.equal(alikeKey(one), alikeKey(other)));
}

test("every problem that the server tells has a sentence", () => {
  const source = readFileSync(new URL("../../Sources/Exchange/Lists/ListError.swift", import.meta.url), "utf8");
  const codes = [...source.matchAll(/case \.\w+: "(\w+)"/g)].map((found) => found[1])
    .filter((code) => !["unreadable", "uncertain"].includes(code));
  assert.ok(codes.length > 8);
  for (const language of ["en", "cy"]) {
    const texts = JSON.parse(readFileSync(new URL(`../../Web/locales/${language}.forming.json`, import.meta.url), "utf8"));
    for (const code of codes) assert.ok(texts[`lists.problem.${code}`], `${language} ${code}`);
  }
});
