import type { Town } from "#app/town.ts";
import { newId } from "#app/platform/random.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import type { TestSite } from "./test-site.ts";

/** Sends a form of the site and gives the answer with its text. */
export async function sendForm(
  site: TestSite,
  target: string,
  values: Record<string, string>,
  userId?: string,
): Promise<{ status: number; location: string; text: string; headers: Headers }> {
  const response = await site.request(target, {
    method: "POST",
    body: new URLSearchParams(values),
    redirect: "manual",
    userId,
  });
  const text = readable(await response.text());
  return {
    status: response.status,
    location: response.headers.get("Location") ?? "",
    text,
    headers: response.headers,
  };
}

/** Opens a page of the site and gives the answer with its text. */
export async function openPage(site: TestSite, target: string, userId?: string) {
  const response = await site.request(target, { userId, redirect: "manual" });
  return { status: response.status, text: readable(await response.text()), headers: response.headers };
}

/** The frames of React between pieces of one text stand in nobody's way. */
function readable(html: string): string {
  return html.replaceAll("<!-- -->", "").replaceAll("&quot;", '"');
}

/** A question of an event; everybody is asked in words unless said otherwise. */
export async function addQuestion(
  town: Pick<Town, "database">,
  eventId: string,
  facts: Partial<Prisma.EventQuestionUncheckedCreateInput> = {},
): Promise<string> {
  const id = newId();
  await town.database.eventQuestion.create({
    data: { id, eventId, position: 0, label: "聞きたいこと", kind: "text", ...facts },
  });
  return id;
}
