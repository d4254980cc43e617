import { civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { companyTableRow } from "../companies/table-columns.ts";
import { readProfile } from "../companies/profile.rules.ts";
import { PUBLISHED } from "../companies/store.server.ts";
import { type CompanySearch, engineQuery } from "./company-search.ts";

/** The companies of a table, in its order, each with what its row is made of: revisions never change. */
export type CompanyTable = { lines: { id: string; version: string }[] };

const HITS_PER_SEARCH = 100;
const ROWS_PER_READ = 300;

/** The published companies that a search finds, all of them. */
export async function findCompanyTable(
  town: Pick<Town, "database" | "search">,
  search: CompanySearch,
): Promise<CompanyTable> {
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const { hits, total } = await town.search.search({
      ...engineQuery(search),
      page,
      pageSize: HITS_PER_SEARCH,
      facets: false,
    });
    ids.push(...hits.map(({ id }) => id.slice("company:".length)));
    if (hits.length === 0 || ids.length >= total) break;
  }
  const rows = await town.database.$queryRaw<{ id: string; version: string }[]>`
    SELECT "id", concat_ws(' ', "publishedRevisionId", "corporateNumber", "slug") AS "version" FROM "Company"
    WHERE "id" = ANY(${ids}) AND "publishedRevisionId" IS NOT NULL AND "withdrawnAt" IS NULL`;
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  return {
    lines: [...new Set(ids)].flatMap((id) => {
      const version = versions.get(id);
      return version === undefined ? [] : [{ id, version }];
    }),
  };
}

/** The rows of the table, some hundred at a time, so that a large table never stands in memory whole. */
export async function* readCompanyTableRows(
  town: Pick<Town, "database" | "env" | "clock">,
  { lines }: CompanyTable,
): AsyncGenerator<string[][]> {
  for (let from = 0; from < lines.length; from += ROWS_PER_READ) {
    const ids = lines.slice(from, from + ROWS_PER_READ).map(({ id }) => id);
    const found = await town.database.company.findMany({
      where: { id: { in: ids }, ...PUBLISHED },
      select: {
        id: true,
        slug: true,
        corporateNumber: true,
        firstPublishedAt: true,
        publishedRevision: { select: { profile: true, decidedAt: true } },
      },
    });
    const companies = new Map(found.map((company) => [company.id, company]));
    yield ids.flatMap((id) => {
      const company = companies.get(id);
      if (!company?.publishedRevision) return [];
      const { profile, decidedAt } = company.publishedRevision;
      return [
        companyTableRow({
          corporateNumber: company.corporateNumber,
          profile: readProfile(profile),
          publishedOn: civilDateOf(decidedAt ?? company.firstPublishedAt ?? town.clock.now()),
          pageUrl: `${town.env.publicUrl}/companies/${company.slug}`,
        }),
      ];
    });
  }
}
