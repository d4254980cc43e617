/** Many invented companies for measurements: the names of the demo town recombined, with profiles of its own generator. */
import { AREAS } from "#app/domain/companies/rules.ts";
import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import type { Database } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import { profileOf } from "#prisma/seed/companies/profile.ts";
import { type CompanyName, companyNames } from "#prisma/seed/names/companies.ts";
import { romaji } from "#prisma/seed/romaji.ts";

const BATCH = 500;

/** The place-like beginning of a name (磐井川, イワイガワ) and its trade (精密, セイミツ). */
type Parts = { head: string; headKana: string; trade: string; tradeKana: string; from: CompanyName };

/** Cuts names before the trade that several companies share; the others lend nothing. */
function partsOf(names: readonly CompanyName[]): Parts[] {
  const trades = [
    "精密:セイミツ",
    "製作所:セイサクショ",
    "工業:コウギョウ",
    "電子:デンシ",
    "建設:ケンセツ",
    "運輸:ウンユ",
  ];
  const more = [
    "モールド:モールド",
    "フーズ:フーズ",
    "設備:セツビ",
    "システムズ:システムズ",
    "デザイン:デザイン",
  ];
  return names.flatMap((from) =>
    [...trades, ...more].flatMap((pair): Parts[] => {
      const [trade, tradeKana] = pair.split(":") as [string, string];
      if (!from.core.endsWith(trade) || !from.kana.endsWith(tradeKana)) return [];
      const head = from.core.slice(0, -trade.length);
      return head === ""
        ? []
        : [{ head, headKana: from.kana.slice(0, -tradeKana.length), trade, tradeKana, from }];
    }),
  );
}

/** `count` companies, the same ones for the same count, no two names alike: a name that is taken becomes 第2, 第3 … */
export function* generateCompanies(count: number): Generator<{ slug: string; profile: CompanyProfile }> {
  const parts = partsOf(companyNames(romaji));
  const taken = new Map<string, number>();
  for (let at = 0; at < count; at += 1) {
    const end = parts[at % parts.length]!;
    const start = parts[Math.floor(at / parts.length) % parts.length]!;
    const plain = start.head + end.trade;
    const times = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, times);
    const core = times === 1 ? plain : `${start.head}第${times}${end.trade}`;
    const company = {
      industryCode: end.from.industryCode,
      name: end.from.name.replace(end.from.core, core),
      core,
      kana: `${start.headKana}${times === 1 ? "" : "ダイ"}${end.tradeKana}`,
      slug: `bench-${at}`,
      isSoleTrader: false,
    };
    const area = AREAS[(at * 7) % AREAS.length]!;
    yield { slug: company.slug, profile: profileOf(company, { number: at, asOf: "2026-10-01", area }) };
  }
}

/** Publishes that many companies beside those that are there. */
export async function addCompanies(database: Database, count: number, now: Date): Promise<void> {
  let batch: { id: string; slug: string; revisionId: string; profile: CompanyProfile }[] = [];
  const write = async () => {
    const rows = JSON.stringify(batch);
    await database.$executeRaw`
      INSERT INTO "Company" ("id", "slug", "firstPublishedAt", "createdAt", "confirmedAt", "version")
      SELECT row."id", row."slug", ${now}, ${now}, ${now}, 1
      FROM jsonb_to_recordset(${rows}::jsonb) AS row("id" text, "slug" text)`;
    await database.$executeRaw`
      INSERT INTO "CompanyRevision" ("id", "companyId", "number", "state", "profile", "submittedAt", "decidedAt", "createdAt", "updatedAt")
      SELECT row."revisionId", row."id", 1, 'published', row."profile", ${now}, ${now}, ${now}, ${now}
      FROM jsonb_to_recordset(${rows}::jsonb) AS row("id" text, "revisionId" text, "profile" jsonb)`;
    await database.$executeRaw`
      UPDATE "Company" SET "publishedRevisionId" = row."revisionId"
      FROM jsonb_to_recordset(${rows}::jsonb) AS row("id" text, "revisionId" text)
      WHERE "Company"."id" = row."id"`;
    batch = [];
  };
  for (const { slug, profile } of generateCompanies(count)) {
    batch.push({ id: newId(), revisionId: newId(), slug, profile });
    if (batch.length === BATCH) await write();
  }
  if (batch.length > 0) await write();
}
