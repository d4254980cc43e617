import { hashPassword } from "#app/domain/accounts/registration.store.server.ts";
import { newId } from "#app/platform/random.ts";
import type { MailKind } from "#emails/messages.ts";
import type { Role, Town } from "#app/town.ts";

export const TEST_PASSWORD = "correct horse battery";

/** An account that can sign in with TEST_PASSWORD; its address is confirmed unless said otherwise. */
export async function createAccountWithPassword(
  town: Pick<Town, "database" | "auth">,
  options: {
    role?: Role;
    state?: "active" | "waiting" | "closed";
    email?: string;
    name?: string;
    addressConfirmed?: boolean;
  } = {},
): Promise<{ id: string; email: string }> {
  const id = newId();
  const email = options.email ?? `${id}@people.example`;
  await town.database.user.create({
    data: {
      id,
      email,
      name: options.name ?? "架空 次郎",
      role: options.role ?? "student",
      state: options.state ?? "active",
      emailVerified: options.addressConfirmed ?? true,
      accounts: {
        create: {
          id: newId(),
          accountId: id,
          providerId: "credential",
          password: await hashPassword(town, TEST_PASSWORD),
        },
      },
    },
  });
  return { id, email };
}

/** The newest mail to an address, of one kind when it is given, with its properties. */
export async function newestMail(town: Pick<Town, "database">, to: string, kind?: MailKind) {
  return town.database.mail.findFirst({ where: { recipient: to, kind }, orderBy: { createdAt: "desc" } });
}

/** The token in a link of a mail. */
export function tokenIn(mail: { props: unknown } | null, property: string): string {
  const url = (mail?.props as Record<string, string> | undefined)?.[property];
  return new URL(url ?? "").searchParams.get("token") ?? "";
}
