import { beforeAll, describe, expect, test } from "vitest";
import { createEmbeddedSearch } from "../embedded.ts";
import { parseDocuments } from "./documents.ts";
import { queriesOf } from "./invented/queries.ts";
import { firmsOf, seaTown, valleyTown, type Town } from "./invented/towns.ts";
import { evaluate, judge, type Evaluation } from "./measure.ts";
import { parseQueries, type LabelledQuery } from "./queries.ts";
import { table } from "./report.ts";
import { seedTownDocuments, seedTownQueries } from "./seed-town.ts";

async function evaluateTexts(lines: string, labelled: string): Promise<Evaluation> {
  const { documents, problems } = parseDocuments(lines);
  expect(problems).toEqual([]);
  const { queries, problems: unclear } = parseQueries(labelled, new Set(documents.map(({ id }) => id)));
  expect(unclear).toEqual([]);
  const engine = createEmbeddedSearch();
  const { evaluation } = await evaluate(engine, documents, queries, 0);
  await engine.close();
  return evaluation;
}

function inventedTexts(town: Town): [lines: string, labelled: string] {
  const firms = firmsOf(town);
  return [
    firms.map(({ document }) => JSON.stringify(document)).join("\n"),
    JSON.stringify(queriesOf(town, firms)),
  ];
}

/** No nameKana is given, so how the name is read can only be guessed from its kanji. */
const guessed = "reading-not-given";
const floorOf = (name: string) => (name === guessed ? 0.8 : 0.9);

describe.each([
  ["the seed town", () => [seedTownDocuments(), seedTownQueries()] as const, 0.98],
  ["an invented town by the sea", () => inventedTexts({ ...seaTown, size: 500 }), 0.98],
  ["an invented town in a valley", () => inventedTexts({ ...valleyTown, size: 1000 }), 0.98],
])("%s", (_, texts, overall) => {
  let evaluation: Evaluation;

  // On a machine at rest this takes a second.
  beforeAll(async () => {
    evaluation = await evaluateTexts(...texts());
  }, 120_000);

  test("what is wanted is among the first ten, in each class", () => {
    const short = Object.entries(evaluation.classes).filter(
      ([name, { recall_at_10 }]) => recall_at_10 < floorOf(name),
    );
    expect(short).toEqual([]);
  });

  test("and over all", () => {
    expect(evaluation.overall.recall_at_10).toBeGreaterThanOrEqual(overall);
    expect(evaluation.overall.mrr).toBeGreaterThanOrEqual(0.9);
  });
});

test("the repo's own set holds every class and at least 150 queries", () => {
  const known = new Set(parseDocuments(seedTownDocuments()).documents.map(({ id }) => id));
  const { queries } = parseQueries(seedTownQueries(), known);
  expect(queries.length).toBeGreaterThanOrEqual(150);
  expect(new Set(queries.map(({ id }) => id)).size).toBe(queries.length);
  const classes = new Set(queries.map((query) => query.class));
  for (const name of [
    "exact",
    "partial",
    "reading",
    "katakana",
    "half-width",
    "romaji",
    "variant-kanji",
    "two-character",
    "one-character",
    "typo",
    "prefix",
    "product",
    "friendly-word",
    "two-words",
    "word-and-area",
  ])
    expect(classes, name).toContain(name);
});

describe("documents of any corpus", () => {
  test("missing, null and odd values are empty, numbers are texts, more fields are ignored", () => {
    const { documents, problems } = parseDocuments(
      '\ufeff{"id":7,"name":"あおば","aliases":null,"products":"歯車","industryCode":24,"employeeCount":"12","mayor":"x"}\r\n\n{"id":"b","technologies":[1,null,"溶接",{}],"employeeCount":-1}',
    );
    expect(problems).toEqual([]);
    expect(documents[0]).toMatchObject({
      id: "7",
      name: "あおば",
      nameKana: "",
      aliases: [],
      products: ["歯車"],
      industryCode: "24",
      employeeCount: 12,
    });
    expect(documents[1]).toMatchObject({ technologies: ["1", "溶接"], employeeCount: null, name: "" });
  });

  test("lines that cannot be read are named by their number", () => {
    const { documents, problems } = parseDocuments(
      '{"id":"a"}\nnonsense\n[1]\n{"name":"x"}\n{"id":"a"}\n"a"',
    );
    expect(documents).toHaveLength(1);
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
  });
});

describe("queries of any corpus", () => {
  const read = (given: unknown) => parseQueries(JSON.stringify(given), new Set(["a", "b"]));

  test("filters are read, ids that no document has are named", () => {
    const { queries, problems } = read([
      {
        id: "1",
        class: "c",
        q: "x",
        filters: { area: ["緑区"], benefits: "寮", other: ["y"] },
        relevant: ["a", "z"],
      },
      { id: "2", class: "c", q: "x", relevant: ["z"] },
      { id: "3", class: "c", relevant: ["a"] },
    ]);
    expect(queries).toEqual([
      { id: "1", class: "c", q: "x", filters: { area: ["緑区"], benefits: ["寮"] }, relevant: ["a"] },
    ]);
    expect(problems).toHaveLength(4);
  });

  test("something else than a list is refused in words", () => {
    expect(() => read({ no: "list" })).toThrow("array");
  });
});

describe("figures", () => {
  const query = (relevant: string[]): LabelledQuery => ({
    id: "1",
    class: "c",
    q: "x",
    filters: {},
    relevant,
  });

  test("recall is of what ten places can hold", () => {
    const many = Array.from({ length: 40 }, (_, at) => `d${at}`);
    expect(judge(query(many), many.slice(5, 15)).recall).toBe(1);
    expect(judge(query(["a", "b"]), ["x", "a"])).toMatchObject({ recall: 0.5, reciprocalRank: 0.5 });
    expect(judge(query(["a"]), [...many.slice(0, 10), "a"])).toMatchObject({ recall: 0, reciprocalRank: 0 });
  });

  test("the best order has gain one", () => {
    expect(judge(query(["a", "b"]), ["b", "a", "x"]).ndcg).toBe(1);
    expect(judge(query(["a", "b"]), ["x", "a", "b"]).ndcg).toBeCloseTo(0.69, 2);
  });

  test("the table names every class", async () => {
    const evaluation = await evaluateTexts(
      '{"id":"a","name":"あおば精密"}',
      '[{"id":"1","class":"exact","q":"あおば","relevant":["a"]}]',
    );
    expect(table(evaluation)).toMatch(/exact +1 +1\.000/);
    expect(evaluation).toMatchObject({
      engine: "embedded",
      documents: 1,
      queries: 1,
      overall: { n: 1, mrr: 1 },
    });
  });
});
