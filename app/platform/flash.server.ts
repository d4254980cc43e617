import { createCookie, redirect } from "react-router";

/** The key of a message in app/locales that the next page shows once. Never free text: it travels through the browser. */
export type NoticeKey = string;

const noticeCookie = createCookie("jimoto_notice", {
  path: "/",
  httpOnly: true,
  sameSite: "lax",
  maxAge: 60,
});

/** The one way to go on after a form was taken: 303 to the next page, which shows the message once. */
export async function redirectWithNotice(
  url: string,
  notice: NoticeKey,
  headers?: Headers,
): Promise<Response> {
  const response = redirect(url, { status: 303, headers });
  response.headers.append("Set-Cookie", await noticeCookie.serialize(notice));
  return response;
}

/** The message that waits for this page, and the header that takes it away. */
export async function takeNotice(request: Request): Promise<{ notice: NoticeKey; clear: string } | null> {
  const header = request.headers.get("Cookie");
  if (!header?.includes("jimoto_notice=")) return null;
  const notice: unknown = await noticeCookie.parse(header);
  if (typeof notice !== "string" || notice === "") return null;
  return { notice, clear: await noticeCookie.serialize("", { maxAge: 0 }) };
}
