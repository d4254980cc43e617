// node scripts/search-evaluation-documents.ts: writes the demo town's companies as the documents of the labelled set.
import fs from "node:fs";
import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import { profileFacts } from "#app/domain/matching/company-document.ts";
import { drawUpTown } from "#prisma/seed/town.ts";

const town = drawUpTown({ now: new Date("2026-04-01T03:00:00Z"), passwordHash: "none" });
const slugs = new Map(town.company.map(({ id, slug }) => [id, slug]));
const lines = town.companyRevision
  .filter(({ state }) => state === "published")
  .map(({ companyId, profile }) =>
    JSON.stringify({ id: slugs.get(companyId), ...profileFacts(profile as CompanyProfile) }),
  );
fs.writeFileSync("search/evaluation/seed-town/documents.ndjson", `${lines.join("\n")}\n`);
console.log(`${lines.length} companies`);
