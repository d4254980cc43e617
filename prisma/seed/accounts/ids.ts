import {
  DEMO_COMPANY,
  NEVER_PUBLISHED_COMPANY,
  PENDING_COMPANY,
  RETURNED_COMPANY,
} from "../companies/cohorts.ts";
import { stableId } from "../ids.ts";

export function userId(email: string): string {
  return stableId("user", email);
}

export const STAFF_ID = userId("staff@demo.example");
export const ADMIN_ID = userId("admin@demo.example");

/** The companies that have an account; the others were entered by staff. */
export const COMPANY_ACCOUNTS: readonly { slug: string; email: string; name: string }[] = [
  { slug: DEMO_COMPANY, email: "company@demo.example", name: "千葉 かなえ" },
  { slug: PENDING_COMPANY, email: "kodachino@demo.example", name: "及川 拓真" },
  { slug: RETURNED_COMPANY, email: "hohoemizaka@demo.example", name: "小野寺 美和" },
  { slug: NEVER_PUBLISHED_COMPANY, email: "engawanomori@demo.example", name: "菅原 直樹" },
];

/** The account that acts for the company; null where staff do. */
export function companyUserOf(slug: string): string | null {
  const account = COMPANY_ACCOUNTS.find((one) => one.slug === slug);
  return account ? userId(account.email) : null;
}
