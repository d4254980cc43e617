// node scripts/search-evaluation-documents.ts: writes the demo town's companies as the documents of the labelled set.
import fs from "node:fs";
import { industryOf } from "#app/domain/companies/rules.ts";
import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import { drawUpTown } from "#prisma/seed/town.ts";

const town = drawUpTown({ now: new Date("2026-04-01T03:00:00Z"), passwordHash: "none" });
const slugs = new Map(town.company.map(({ id, slug }) => [id, slug]));
const lines = town.companyRevision
  .filter(({ state }) => state === "published")
  .map(({ companyId, profile: stored }) => {
    const profile = stored as CompanyProfile;
    const industry = industryOf(profile.industryCode);
    return JSON.stringify({
      id: slugs.get(companyId),
      name: profile.name,
      nameKana: profile.nameKana,
      aliases: profile.aliases,
      industryCode: profile.industryCode,
      industryName: industry?.name ?? "",
      industryWords: industry?.words ?? [],
      area: profile.area,
      products: profile.products,
      technologies: profile.technologies,
      benefits: profile.benefits,
      certifications: profile.certifications,
      departments: profile.departments,
      employeeCount: profile.employeeCount,
      description: [profile.catchphrase, profile.description, profile.dayAtWork].filter(Boolean).join("\n"),
    });
  });
fs.writeFileSync("search/evaluation/seed-town/documents.ndjson", `${lines.join("\n")}\n`);
console.log(`${lines.length} companies`);
