import { data, type HeadersFunction } from "react-router";
import { countAttempts, type ThrottleRule } from "#app/platform/throttle.server.ts";
import { type Context, requestFactsContext, townContext } from "#app/town.ts";

/** The answer 429 to a form: what was typed is kept, and the words say after how many minutes to try again. */
export function tooManyAttempts<Values>(values: Values, retryAfterSeconds: number) {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return data(
    {
      ok: false as const,
      errors: { form: `too-many-attempts:${minutes}` },
      values,
    },
    { status: 429, headers: { "Retry-After": String(retryAfterSeconds) } },
  );
}

/**
 * Counts a form that a visitor sent with a mail address, per network address and per mail address. Null when both are
 * within their rules; otherwise the answer 429 for the form.
 */
export async function refuseTooMany<Values>(
  context: Context,
  rules: { perAddress: ThrottleRule; perMail: ThrottleRule },
  form: { values: Values; data: { email: string } },
) {
  const counted = await countAttempts(context.get(townContext), [
    [rules.perAddress, context.get(requestFactsContext).clientAddress],
    [rules.perMail, form.data.email],
  ]);
  return counted.ok ? null : tooManyAttempts(form.values, counted.retryAfterSeconds);
}

/** Lets the headers of an action (Retry-After) through to the page's answer. */
export const actionHeaders: HeadersFunction = (headers) => headers.actionHeaders;
