import type { Town } from "#app/town.ts";
import { nameIn } from "../companies/member-accounts.store.server.ts";
import type { RegistrationState } from "../companies/registration.rules.ts";

/** A company account that waits, oldest first. What is decided is its company's application. */
export type WaitingAccount = {
  id: string;
  contactName: string;
  email: string;
  addressConfirmed: boolean;
  appliedAt: Date;
  companyName: string;
  companyId: string | null;
  /** How the application stands; null when none was sent yet. */
  registration: RegistrationState | null;
};

export async function listWaitingAccounts(town: Pick<Town, "database">): Promise<WaitingAccount[]> {
  const rows = await town.database.user.findMany({
    where: { role: "company", state: "waiting" },
    select: {
      id: true,
      name: true,
      email: true,
      emailVerified: true,
      createdAt: true,
      companyMember: {
        select: {
          companyId: true,
          company: {
            select: {
              registration: { select: { state: true } },
              revisions: { select: { profile: true }, orderBy: { number: "desc" }, take: 1 },
            },
          },
        },
      },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    contactName: row.name,
    email: row.email,
    addressConfirmed: row.emailVerified,
    appliedAt: row.createdAt,
    companyName: nameIn(row.companyMember?.company.revisions[0]?.profile),
    companyId: row.companyMember?.companyId ?? null,
    registration: row.companyMember?.company.registration?.state ?? null,
  }));
}
