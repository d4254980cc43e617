import path from "node:path";
import { z } from "zod";

/** The secret of a demo that nobody configured; production refuses it. */
export const DEFAULT_SESSION_SECRET = "jimoto-demo-secret-not-for-production";

const flag = z
  .enum(["true", "false", "1", "0", "yes", "no"])
  .transform((value) => value === "true" || value === "1" || value === "yes");

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SESSION_SECRET: z.string().min(16).default(DEFAULT_SESSION_SECRET),
  PERSON_KEY_SECRET: z.string().min(16).optional(),
  ACCEPT_NEW_PERSON_KEYS: flag.default(false),
  MODE: z.enum(["demo", "production"]).default("demo"),
  MEILISEARCH_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEILISEARCH_ADMIN_KEY: z.string().optional(),
  MEILISEARCH_SEARCH_KEY: z.string().optional(),
  MEILISEARCH_INDEX_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,60}$/)
    .default("jimoto"),
  SEARCH_TIME_LIMIT_MS: z.coerce.number().int().min(50).max(10_000).default(800),
  SENDGRID_API_KEY: z.string().optional(),
  SENDGRID_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  IMAGE_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  IMAGE_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  IMAGE_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  IMAGE_S3_ACCESS_KEY_ID: z.string().optional(),
  IMAGE_S3_SECRET_ACCESS_KEY: z.string().optional(),
  MAIL_FROM: z.email().default("jimoto@demo.example"),
  TRUST_PROXY: flag.default(false),
  ACCEPT_EMBEDDED_DATABASE: flag.default(false),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

/** What a wrong setting should have been. */
const EXPECTED: Record<string, string> = {
  PORT: "must be a whole number from 0 to 65535",
  DATABASE_URL: "must be an address like postgresql://user:password@host:5432/name",
  PUBLIC_URL: "must be an address like https://jobs.example.lg.jp",
  SESSION_SECRET: "must have 16 characters or more (production: 32)",
  PERSON_KEY_SECRET: "must have 16 characters or more (production: 32)",
  ACCEPT_NEW_PERSON_KEYS: "must be true or false",
  MODE: "must be demo or production",
  MEILISEARCH_URL: "must be an address like http://127.0.0.1:7700",
  MEILISEARCH_INDEX_PREFIX: "must be letters, digits, - and _ (at most 60)",
  SEARCH_TIME_LIMIT_MS: "must be a whole number from 50 to 10000",
  SENDGRID_BASE_URL: "must be an address like https://api.sendgrid.com/",
  IMAGE_S3_ENDPOINT: "must be an address like https://s3.ap-northeast-1.amazonaws.com",
  IMAGE_S3_BUCKET: "must be the name of a bucket",
  IMAGE_S3_REGION: "must be a region like ap-northeast-1",
  MAIL_FROM: "must be a mail address",
  TRUST_PROXY: "must be true or false",
  ACCEPT_EMBEDDED_DATABASE: "must be true or false",
  LOG_LEVEL: "must be debug, info, warn, error or silent",
};

export type Env = Readonly<{
  port: number;
  host: string;
  /** Absolute path of the folder for the embedded database, the lock and files. */
  dataDir: string;
  databaseUrl: string | null;
  /** Address as readers see it, without a slash at the end. */
  publicUrl: string;
  sessionSecret: string;
  /** Makes the pseudonyms of people and stays when the session secret is changed; without one of its own the session secret. */
  personKeySecret: string;
  /** A lost key is given up knowingly: nobody placed before can be recognised again. */
  acceptNewPersonKeys: boolean;
  mode: "demo" | "production";
  meilisearch: {
    url: string;
    adminKey: string | null;
    searchKey: string | null;
    /** Begins the names of its indexes. */
    indexPrefix: string;
    /** Longest wait for one search, in ms; then the index of the process answers. */
    timeLimitMs: number;
  } | null;
  sendgrid: { apiKey: string; baseUrl: string | null } | null;
  /** null: pictures are kept in the folder `images` of dataDir. */
  imageS3: {
    endpoint: string;
    bucket: string;
    region: string;
    accessKeyId: string;
    secretAccessKey: string;
  } | null;
  mailFrom: string;
  trustProxy: boolean;
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
}>;

/** One wrong setting: its name and what to do about it. */
export type SettingProblem = { name: string; message: string };

type Source = Record<string, string | undefined>;

/** Parses the settings. Every wrong one is named; nothing is guessed. Empty strings count as not set. */
export function parseEnv(source: Source): { ok: true; env: Env } | { ok: false; problems: SettingProblem[] } {
  const given = Object.fromEntries(
    Object.keys(settings.shape).map((name) => [name, source[name]?.trim() || undefined]),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return { name, message: EXPECTED[name] ?? issue.message };
    });
    return { ok: false, problems };
  }
  const s = parsed.data;
  const problems = [...bucketProblems(s), ...(s.MODE === "production" ? productionProblems(s) : [])];
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    env: {
      port: s.PORT,
      host: s.HOST,
      dataDir: path.resolve(s.DATA_DIR),
      databaseUrl: s.DATABASE_URL ?? null,
      publicUrl: s.PUBLIC_URL?.replace(/\/+$/, "") ?? `http://localhost:${s.PORT}`,
      sessionSecret: s.SESSION_SECRET,
      personKeySecret: s.PERSON_KEY_SECRET ?? s.SESSION_SECRET,
      acceptNewPersonKeys: s.ACCEPT_NEW_PERSON_KEYS,
      mode: s.MODE,
      meilisearch: s.MEILISEARCH_URL
        ? {
            url: s.MEILISEARCH_URL,
            adminKey: s.MEILISEARCH_ADMIN_KEY ?? null,
            searchKey: s.MEILISEARCH_SEARCH_KEY ?? null,
            indexPrefix: s.MEILISEARCH_INDEX_PREFIX,
            timeLimitMs: s.SEARCH_TIME_LIMIT_MS,
          }
        : null,
      sendgrid: s.SENDGRID_API_KEY
        ? { apiKey: s.SENDGRID_API_KEY, baseUrl: s.SENDGRID_BASE_URL ?? null }
        : null,
      imageS3: imageS3Of(s),
      mailFrom: s.MAIL_FROM,
      trustProxy: s.TRUST_PROXY,
      logLevel: s.LOG_LEVEL,
    },
  };
}

const BUCKET_SETTINGS = [
  "IMAGE_S3_ENDPOINT",
  "IMAGE_S3_BUCKET",
  "IMAGE_S3_REGION",
  "IMAGE_S3_ACCESS_KEY_ID",
  "IMAGE_S3_SECRET_ACCESS_KEY",
] as const;

/** Half a bucket would send the pictures to the folder unnoticed, so all of its settings are given or none. */
function bucketProblems(s: z.infer<typeof settings>): SettingProblem[] {
  const missing = BUCKET_SETTINGS.filter((name) => s[name] === undefined);
  if (missing.length === 0 || missing.length === BUCKET_SETTINGS.length) return [];
  return missing.map((name) => ({ name, message: "is missing: give all IMAGE_S3_ settings or none" }));
}

function imageS3Of(s: z.infer<typeof settings>): Env["imageS3"] {
  if (!s.IMAGE_S3_ENDPOINT) return null;
  return {
    endpoint: s.IMAGE_S3_ENDPOINT,
    bucket: s.IMAGE_S3_BUCKET!,
    region: s.IMAGE_S3_REGION!,
    accessKeyId: s.IMAGE_S3_ACCESS_KEY_ID!,
    secretAccessKey: s.IMAGE_S3_SECRET_ACCESS_KEY!,
  };
}

function productionProblems(s: z.infer<typeof settings>): SettingProblem[] {
  const problems: SettingProblem[] = [];
  if (s.SESSION_SECRET === DEFAULT_SESSION_SECRET || s.SESSION_SECRET.length < 32)
    problems.push({
      name: "SESSION_SECRET",
      message: "production needs a secret of its own, 32 characters or more (openssl rand -base64 48)",
    });
  if (s.PERSON_KEY_SECRET !== undefined && s.PERSON_KEY_SECRET.length < 32)
    problems.push({ name: "PERSON_KEY_SECRET", message: "production needs 32 characters or more" });
  if (!s.PUBLIC_URL)
    problems.push({
      name: "PUBLIC_URL",
      message: "production needs the address that readers use, for example https://jobs.example.lg.jp",
    });
  if (s.MAIL_FROM === "jimoto@demo.example")
    problems.push({ name: "MAIL_FROM", message: "production needs a sender address of its own" });
  if (s.MEILISEARCH_URL && s.MEILISEARCH_ADMIN_KEY && !s.MEILISEARCH_SEARCH_KEY)
    problems.push({
      name: "MEILISEARCH_SEARCH_KEY",
      message:
        "production searches with a key that may search only, not with the admin key (see docs/operations.md)",
    });
  if (!s.DATABASE_URL && !s.ACCEPT_EMBEDDED_DATABASE)
    problems.push({
      name: "DATABASE_URL",
      message:
        "production needs PostgreSQL; to run on the embedded database knowingly, set ACCEPT_EMBEDDED_DATABASE=true",
    });
  return problems;
}

/** The settings of this process; prints each wrong one and ends the process when there is any. */
export function readEnvOrExit(): Env {
  const result = parseEnv(process.env);
  if (result.ok) return result.env;
  console.error("Jimoto cannot start: these settings are wrong.");
  for (const problem of result.problems) console.error(`  ${problem.name}: ${problem.message}`);
  console.error("Each setting is explained in .env.example.");
  process.exit(1);
}
