import { data, type HeadersFunction } from "react-router";

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

/** Lets the headers of an action (Retry-After) through to the page's answer. */
export const actionHeaders: HeadersFunction = (headers) => headers.actionHeaders;
