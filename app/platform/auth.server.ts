import { betterAuth } from "better-auth/minimal";
import { prismaAdapter } from "better-auth/adapters/prisma";
import type { Database } from "./database.server.ts";
import { newId } from "./random.ts";

/** How long the link in a reset mail works. */
export const RESET_MINUTES = 60;

/** The sign-in machine of the house: e-mail and password, sessions in the database. Routes call `auth.api.*` only. */
export type Auth = ReturnType<typeof createAuth>;

type AuthMail = { userId: string; email: string; name: string; url: string; token: string };

/**
 * Its HTTP endpoints are not mounted: forms are our own pages, so that they work without JavaScript and with our words.
 * Calls from the server bypass better-auth's rate limit; the accounts domain counts attempts itself.
 */
export function createAuth(options: {
  database: Database;
  secret: string;
  baseUrl: string;
  /** Mails the link with which the person sets a new password. */
  sendPasswordReset: (mail: AuthMail) => Promise<void>;
}) {
  return betterAuth({
    appName: "Jimoto",
    baseURL: options.baseUrl,
    secret: options.secret,
    database: prismaAdapter(options.database, { provider: "postgresql" }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      // The link in the confirmation mail proves the address; until then the right password is answered with EMAIL_NOT_VERIFIED.
      requireEmailVerification: true,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_MINUTES * 60,
      // Whoever opened the link in the mail owns the address.
      onPasswordReset: async ({ user }) => {
        await options.database.user.update({ where: { id: user.id }, data: { emailVerified: true } });
      },
      sendResetPassword: async ({ user, url, token }) =>
        options.sendPasswordReset({ userId: user.id, email: user.email, name: user.name, url, token }),
    },
    user: {
      additionalFields: {
        role: { type: "string", input: false, defaultValue: "student" },
        state: { type: "string", input: false, defaultValue: "active" },
      },
    },
    // Tokens of links are kept as hashes: a copy of the database opens no account.
    verification: { storeIdentifier: "hashed" },
    databaseHooks: {
      session: {
        create: {
          // A closed account gets no session, whichever way it signs in. What browser is used is not kept.
          before: async (session) => {
            const user = await options.database.user.findUnique({
              where: { id: session.userId },
              select: { state: true },
            });
            return user === null || user.state === "closed" ? false : { data: { userAgent: null } };
          },
        },
      },
    },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: "jimoto",
      useSecureCookies: options.baseUrl.startsWith("https://"),
      database: { generateId: () => newId() },
      // The address of the network is kept only as a keyed hash by the throttle, not in the session.
      ipAddress: { disableIpTracking: true },
      // Every change is checked against our own origin before a route is reached (app/compose.server.ts).
      disableCSRFCheck: true,
    },
  });
}
