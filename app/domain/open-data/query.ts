import { z } from "zod";
import { maxQueryLength } from "#search/definition.ts";
import { AREAS, BENEFITS, CERTIFICATIONS, INDUSTRIES } from "../companies/rules.ts";
import { openDataWords as words } from "#app/locales/ja/open-data.ts";

const industryCodes = INDUSTRIES.map(({ code }) => code) as [string, ...string[]];
const { parameters } = words;

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 100;

/** The parameters by which every list is read page by page, and those changed since a moment alone. */
export function pageParameters(updatedSince: string) {
  return {
    updatedSince: z
      .union([z.iso.date(), z.iso.datetime({ offset: true })])
      .optional()
      .meta({ description: updatedSince }),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(MAX_LIMIT)
      .default(DEFAULT_LIMIT)
      .meta({ description: parameters.limit }),
    cursor: z.string().max(200).optional().meta({ description: parameters.cursor }),
  };
}

/** What `GET /api/v1/companies` understands. A name that is not here is refused: a misspelt filter would find too much. */
export const companiesQuery = z.strictObject({
  q: z.string().max(maxQueryLength).optional().meta({ description: parameters.q }),
  area: z.array(z.enum(AREAS)).optional().meta({ description: parameters.area }),
  industryCode: z.array(z.enum(industryCodes)).optional().meta({ description: parameters.industryCode }),
  benefits: z.array(z.enum(BENEFITS)).optional().meta({ description: parameters.benefits }),
  certifications: z.array(z.enum(CERTIFICATIONS)).optional().meta({ description: parameters.certifications }),
  ...pageParameters(parameters.updatedSince),
});

export type CompaniesQuery = z.output<typeof companiesQuery>;

/** Parameters that may stand several times; any of their values is enough. */
const LISTS: readonly string[] = ["area", "industryCode", "benefits", "certifications"];

export type WrongParameter = { name: string; allowed?: string[]; isUnknown: boolean };

/** Reads the query of an address; every wrong or unknown name is listed. */
export function readCompaniesQuery(params: URLSearchParams): ReadQuery<CompaniesQuery> {
  return readQuery(companiesQuery, LISTS, params);
}

export type ReadQuery<Query> = { ok: true; query: Query } | { ok: false; wrong: WrongParameter[] };

/** Reads a query with its schema; `lists` names the parameters that may stand several times. */
export function readQuery<Schema extends z.ZodType>(
  schema: Schema,
  lists: readonly string[],
  params: URLSearchParams,
): ReadQuery<z.output<Schema>> {
  const given: Record<string, string | string[]> = {};
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name).map((value) => value.toWellFormed().replaceAll("\0", ""));
    given[name] = lists.includes(name) || values.length > 1 ? [...new Set(values)] : values[0]!;
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return { ok: true, query: parsed.data };
  const wrong = new Map<string, WrongParameter>();
  for (const issue of parsed.error.issues) {
    if (issue.code === "unrecognized_keys")
      for (const name of issue.keys) wrong.set(name, { name, isUnknown: true });
    else {
      const name = String(issue.path[0]);
      const allowed = issue.code === "invalid_value" ? issue.values.map(String) : undefined;
      wrong.set(name, { name, isUnknown: false, ...(allowed ? { allowed } : {}) });
    }
  }
  return { ok: false, wrong: [...wrong.values()] };
}

/** A cursor says after which id the next page begins. Its form may change; programs hand it back as it is. */
export function encodeCursor(lastId: string): string {
  return Buffer.from(`after:${lastId}`).toString("base64url");
}

export function decodeCursor(cursor: string): string | null {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  const [, id] = /^after:([\w-]{1,64})$/.exec(text) ?? [];
  return id ?? null;
}
