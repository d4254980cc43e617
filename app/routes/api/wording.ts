import { z } from "zod";
import type { RouteHandle } from "#app/access.ts";
import { checkWording } from "#app/domain/wording/rules.ts";
import { MAX_CHECKED_CHARACTERS } from "#app/domain/wording/schema.ts";
import { wordingLevels, wordingWords } from "#app/locales/ja/wording.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { createRequestLimit } from "#app/platform/request-limit.server.ts";
import { requestFactsContext, townContext } from "#app/town.ts";
import type { Route } from "./+types/wording";

export const handle = { access: "public" } satisfies RouteHandle;

const MAX_FIELDS = 100;

/** What a page sends while somebody types: texts by field name, and the names in which nothing is to be found. */
const requestSchema = z.object({
  texts: z
    .record(z.string().max(100), z.string())
    .refine((texts) => Object.keys(texts).length <= MAX_FIELDS)
    .refine((texts) => sizeOf(texts) <= MAX_CHECKED_CHARACTERS, "too-long"),
  audience: z.literal("highSchool").optional(),
  names: z.array(z.string().max(200)).max(30).optional(),
});

function sizeOf(texts: Record<string, string>): number {
  return Object.values(texts).reduce((sum, text) => sum + text.length, 0);
}

/** One field is sent after a pause in typing; a busy typist comes to about twenty a minute. */
const countRequest = createRequestLimit({ name: "wording", requests: 120, seconds: 60 });

const headers = { "Cache-Control": "no-store" };

/** Reading is not offered: a text in an address would stand in logs. */
export function loader() {
  return new Response(null, { status: 405, headers: { ...headers, Allow: "POST" } });
}

/** Texts by field as JSON → findings with their words. Writes nothing; the pipeline lets only our own pages in. */
export async function action({ request, context }: Route.ActionArgs) {
  if (request.method !== "POST") return loader();
  const town = context.get(townContext);
  const counted = await countRequest(town, context.get(requestFactsContext).clientAddress);
  if (!counted.ok)
    return Response.json(
      { error: wordingWords.tooMany },
      { status: 429, headers: { ...headers, "Retry-After": String(counted.secondsToReset) } },
    );
  const body: unknown = await request.json().catch(() => null);
  const asked = requestSchema.safeParse(body);
  if (!asked.success) {
    const tooLong = asked.error.issues.some(({ message }) => message === "too-long");
    return Response.json(
      { error: tooLong ? wordingWords.tooLong : wordingWords.badRequest },
      { status: tooLong ? 413 : 400, headers },
    );
  }
  const { texts, audience, names } = asked.data;
  const findings = checkWording(texts, {
    on: civilDateOf(town.clock.now()),
    ...(audience && { audience }),
    ...(names && { names }),
  });
  return Response.json(
    {
      findings: findings.map(
        ({ ruleId: rule, field, level, phrase, start, end, note, law, replacement }) => ({
          rule,
          field,
          level,
          levelWords: wordingLevels[level],
          phrase,
          start,
          end,
          note,
          law,
          replacementWords: replacement === null ? null : wordingWords.replacement(replacement),
        }),
      ),
    },
    { headers },
  );
}
