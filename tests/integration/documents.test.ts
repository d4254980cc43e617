import { afterAll, beforeAll, test } from "vitest";
import { drawUpAll } from "#app/domain/documents/draw-up.ts";
import { layOut } from "#app/domain/documents/layout.rules.ts";
import { readDocumentSource, listPlans } from "#app/domain/documents/store.server.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";
import { prepareRelease } from "#app/domain/releases/preparation.store.server.ts";
import { hiddenPlaces } from "#app/domain/releases/rules.ts";

let t: TestTown;
beforeAll(async () => {
  t = await openTestTown({ seeded: true });
});
afterAll(() => t.close());
test("dump", async () => {
  const plans = await listPlans(t.town);
  console.log(plans);
  for (const [planId, asOf, knownOn] of [["morioka-industry-2013","2013-03-31","2026-01-01"],["yamagata-manufacturing","2025-01-31","2026-01-01"],[plans[0]!.id, "2025-01-31", "2025-03-10T14:59:59.999Z"]] as const) {
  const cut = { asOf, knownOn: new Date(knownOn) };
  const source = (await readDocumentSource(t.town, { planId, cut }))!;
  const { documents } = drawUpAll(source);
  for (const d of documents) {
    if (planId === plans[0]!.id && d.key !== "nextYear") continue;
    console.log("=====", d.label, d.title, d.paper, d.tables.length, d.notes);
    for (const table of d.tables) {
      console.log("## ", table.key, table.title, table.columns.map((c) => c.label).join("|"));
      for (const l of layOut(table).slice(0, 30))
        console.log(l.kind === "heading" ? "# " + l.heading : l.cells.map((c) => `${c.cell?.text.replace(/\n/g, "/").slice(0, 50) ?? "·"}${c.cell?.marker ? `<${c.cell.marker[0]}>` : ""}${c.cell?.note ? "※" : ""}`).join(" | ")+(l.isChanged?" !!":""));
    }
  }
  console.time("prepare");
  const p = await prepareRelease(t.town, { planId, cut });
  console.timeEnd("prepare");
  if (p.ok) { console.log(p.draft.masked, p.draft.alreadyPublic, p.draft.unprotected); for (const h of hiddenPlaces(p.draft.documents, p.draft.hidden)) console.log(h.label, h.row, h.column, h.reason); }
  else console.log(p);
  }
});
