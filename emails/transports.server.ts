import type { Env } from "#app/platform/env.server.ts";

export type MailTransport = { name: string };
export function chooseTransport(_env: Env): MailTransport {
  return { name: "local" };
}
