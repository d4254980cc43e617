import type { TestSite } from "./test-site.ts";
import { sendForm } from "./event-forms.ts";

type Values = Record<string, string>;

/** The hidden fields of a page by name; the last form that has them wins. */
export function hiddenFields(html: string): Values {
  return Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map((match) => [
      match[1]!,
      match[2]!.replaceAll("&amp;", "&"),
    ]),
  );
}

/** Looks at a change on its page; gives the answer with what the preview would send back. */
export async function checkChange(site: TestSite, path: string, values: Values, userId: string) {
  const preview = await sendForm(site, path, { ...values, step: "check" }, userId);
  return { ...preview, fields: { ...hiddenFields(preview.text), step: "record" } };
}

/** Looks at a change and records it. */
export async function recordChange(site: TestSite, path: string, values: Values, userId: string) {
  const { fields } = await checkChange(site, path, values, userId);
  return sendForm(site, path, fields, userId);
}
