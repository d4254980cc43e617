import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeSearchContract } from "./contract.ts";
import { createEmbeddedSearch } from "./embedded.ts";
import type { SearchEngine } from "./engine.ts";
import { sampleDocuments, sampleId } from "./fixtures.ts";

describeSearchContract("embedded", async () => createEmbeddedSearch());

const first = async (own: SearchEngine, text: string) =>
  (await own.search({ text, page: 1, pageSize: 5 })).hits[0]?.name;

test("an index file is found again, and another process's changes are seen", async () => {
  const folder = mkdtempSync(join(tmpdir(), "search-"));
  try {
    const path = join(folder, "index.sqlite");
    const writer = createEmbeddedSearch({ path });
    await writer.replaceAll(sampleDocuments());
    const reader = createEmbeddedSearch({ path });
    expect(await first(reader, "豆腐")).toBe("いわせ豆腐工房");
    await writer.remove([{ id: sampleId("いわせ豆腐工房"), version: 1 }]);
    expect(await first(reader, "豆腐")).toBeUndefined();
    await writer.replaceAll(sampleDocuments());
    expect(await first(reader, "豆腐")).toBe("いわせ豆腐工房");
    await Promise.all([writer.close(), reader.close()]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
