import { expect, test } from "vitest";
import { parseDocuments } from "./evaluation/documents.ts";
import { analyse } from "./embedded-schema.ts";
import { createEmbeddedSearch } from "./embedded.ts";
import { middleCodeOfName } from "./industry-names.ts";
import { possibleReadings } from "./name-readings.ts";

test.each([
  ["株式会社髙橋製作所", "たかはしせいさくしよ"],
  ["有限会社日の出青果", "ひのでせいか"],
  ["協栄電機株式会社", "きようえいでんき"],
  ["株式会社泉フーズ", "いずみふうず"],
  ["小野寺自動車整備", "おのでらじどうしやせいび"],
])("%s may be read so", (name, reading) => {
  expect(possibleReadings(name)).toContain(reading);
});

test("few readings are guessed, and none where a character is unknown or nothing needs reading", () => {
  expect(possibleReadings("三光協和大東共栄工業").length).toBeLessThanOrEqual(4);
  expect(possibleReadings("株式会社鬱金堂")).toEqual([]);
  expect(possibleReadings("さくらファーム")).toEqual([]);
  expect(possibleReadings("")).toEqual([]);
});

test("a company without a reading is found by one, after those that state theirs", async () => {
  const { documents } = parseDocuments(
    [
      { id: "guessed", name: "株式会社遠藤工業" },
      { id: "stated", name: "株式会社円堂商会", nameKana: "エンドウショウカイ" },
    ]
      .map((document) => JSON.stringify(document))
      .join("\n"),
  );
  const engine = createEmbeddedSearch();
  await engine.replaceAll(documents);
  const { hits } = await engine.search({ text: "えんどう", page: 1, pageSize: 10 });
  expect(hits.map(({ id }) => id)).toEqual(["stated", "guessed"]);
  const romaji = await engine.search({ text: "endoukougyou", page: 1, pageSize: 10 });
  expect(romaji.hits.map(({ id }) => id)).toEqual(["guessed"]);
  await engine.close();
});

test("an official name stands for its middle code where no code contradicts it", () => {
  expect(middleCodeOfName("職別工事業（設備工事業を除く）", "")).toBe("07");
  expect(middleCodeOfName("鉱業，採石業，砂利採取業", "C")).toBe("05");
  expect(middleCodeOfName("24 金属製品製造業", "E")).toBe("24");
  expect(middleCodeOfName("金属製品製造業", "D")).toBe("");
  expect(middleCodeOfName("町の便利屋", "")).toBe("");
  const [document] = parseDocuments('{"id":"a","name":"x","industryName":"医療業"}').documents;
  expect(analyse(document!).codes).toEqual(["gp", "m83"]);
});
