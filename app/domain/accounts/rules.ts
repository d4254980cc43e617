/** The roles in the order of lists and forms. */
export const ROLES = ["student", "teacher", "company", "staff", "admin"] as const;
export type AccountRole = (typeof ROLES)[number];
export type AccountState = "active" | "waiting" | "closed";

/** The version of the words on /privacy that a person agrees to at registration. A new wording gets a new version. */
export const PRIVACY_VERSION = "2026-11-3";

/** Hours for which the link in a confirmation mail works. */
export const CONFIRMATION_HOURS = 48;

const QUARTER_HOUR = 15 * 60;
const HOUR = 60 * 60;

/**
 * How often something may be tried. The limits per network address are wide: a whole class sits behind one address.
 * Sign-ins with the right password are not counted.
 */
export const THROTTLES = {
  signInPerAccount: { purpose: "sign-in-account", limit: 10, windowSeconds: QUARTER_HOUR },
  signInPerAddress: { purpose: "sign-in-address", limit: 100, windowSeconds: QUARTER_HOUR },
  registrationPerMail: { purpose: "registration-mail", limit: 5, windowSeconds: HOUR },
  registrationPerAddress: { purpose: "registration-address", limit: 200, windowSeconds: HOUR },
  invitationPerMember: { purpose: "invitation-member", limit: 20, windowSeconds: HOUR },
  invitationPerMail: { purpose: "invitation-mail", limit: 5, windowSeconds: HOUR },
  invitationAnswerPerAddress: { purpose: "invitation-answer", limit: 100, windowSeconds: HOUR },
  resetPerMail: { purpose: "reset-mail", limit: 5, windowSeconds: HOUR },
  resetPerAddress: { purpose: "reset-address", limit: 100, windowSeconds: HOUR },
} as const;

/** The page on which an account begins. A company's account that waits sees how its application stands. */
export function landingPath(account: { role: AccountRole; state: AccountState }): string {
  if (account.state === "waiting" && account.role === "company") return "/company/registration";
  if (account.state !== "active") return "/me";
  const pages = {
    student: "/me",
    teacher: "/school",
    company: "/company",
    staff: "/staff",
    admin: "/staff",
  } as const;
  return pages[account.role];
}

/**
 * The page to go on to after signing in, or null when the text is not a path of this site. `//host`, `/\host`, other
 * schemes, control characters and the sign-in pages themselves are refused.
 */
export function safeNextPath(text: string | null): string | null {
  if (!text || text.length > 2000 || !/^\/(?![/\\])/.test(text) || /[\p{Cc}\\]/u.test(text)) return null;
  const base = "https://same-site.invalid";
  if (!URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  if (url.origin !== base || url.pathname.startsWith("//")) return null;
  if (["/login", "/logout"].includes(url.pathname)) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Years (of the March) in which somebody who is at school now can leave it: this school year and nine more. */
export function graduationYears(fiscalYear: number): number[] {
  return Array.from({ length: 10 }, (_, index) => fiscalYear + 1 + index);
}

/** What an administrator may do with an account; nobody takes the own rights away. */
export function mayAdminister(actorId: string, account: { id: string }): boolean {
  return actorId !== account.id;
}

/**
 * True for a password that is long but has next to nothing in it: few different characters, or the mail address again.
 */
export function isSimplePassword(password: string, email: string): boolean {
  const plain = password.toLowerCase();
  const [local = ""] = email.split("@");
  return (
    new Set(plain).size < 5 ||
    plain === email ||
    (local.length >= 4 && plain.replaceAll(local, "").length < 4)
  );
}
