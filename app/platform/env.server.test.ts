import { describe, expect, test } from "vitest";
import { parseEnv } from "./env.server.ts";

const production = {
  MODE: "production",
  SESSION_SECRET: "0123456789abcdef0123456789abcdef",
  PUBLIC_URL: "https://jobs.example.lg.jp/",
  MAIL_FROM: "jobs@example.lg.jp",
  DATABASE_URL: "postgresql://localhost/jimoto",
};

function problemNames(source: Record<string, string>) {
  const result = parseEnv(source);
  return result.ok ? [] : result.problems.map((problem) => problem.name);
}

describe("settings", () => {
  test("an empty environment is a demo on port 3000 with the embedded database", () => {
    const result = parseEnv({});
    expect(result).toMatchObject({
      ok: true,
      env: { port: 3000, mode: "demo", databaseUrl: null, sendgrid: null },
    });
  });

  test("every wrong setting is named, not only the first", () => {
    expect(problemNames({ PORT: "eighty", DATABASE_URL: "mysql://x/y", MODE: "test" })).toEqual(
      expect.arrayContaining(["PORT", "DATABASE_URL", "MODE"]),
    );
  });

  test("an empty string counts as not set", () => {
    expect(parseEnv({ PORT: "", DATABASE_URL: " " })).toMatchObject({ ok: true });
  });

  test("a complete production environment is accepted and the public address has no slash at its end", () => {
    expect(parseEnv(production)).toMatchObject({
      ok: true,
      env: { mode: "production", publicUrl: "https://jobs.example.lg.jp" },
    });
  });

  test("a bucket for photographs is given whole or not at all, and a half one is named", () => {
    const bucket = {
      IMAGE_S3_ENDPOINT: "https://s3.example",
      IMAGE_S3_BUCKET: "photos",
      IMAGE_S3_REGION: "ap-northeast-1",
      IMAGE_S3_ACCESS_KEY_ID: "key",
      IMAGE_S3_SECRET_ACCESS_KEY: "secret",
    };
    expect(parseEnv(bucket)).toMatchObject({ ok: true, env: { imageS3: { bucket: "photos" } } });
    expect(parseEnv({})).toMatchObject({ ok: true, env: { imageS3: null } });
    expect(problemNames({ ...bucket, IMAGE_S3_BUCKET: "", IMAGE_S3_REGION: "" })).toEqual([
      "IMAGE_S3_BUCKET",
      "IMAGE_S3_REGION",
    ]);
    expect(problemNames({ ...bucket, IMAGE_S3_ENDPOINT: "s3.example" })).toEqual(["IMAGE_S3_ENDPOINT"]);
  });

  test.each([
    ["SESSION_SECRET", { SESSION_SECRET: "" }],
    ["SESSION_SECRET", { SESSION_SECRET: "short-but-16-chars" }],
    ["PERSON_KEY_SECRET", { PERSON_KEY_SECRET: "short-but-16-chars" }],
    ["PUBLIC_URL", { PUBLIC_URL: "" }],
    ["MAIL_FROM", { MAIL_FROM: "" }],
    ["DATABASE_URL", { DATABASE_URL: "" }],
  ])("production refuses an insecure default of %s", (name, change) => {
    expect(problemNames({ ...production, ...change })).toEqual([name]);
  });

  test("pseudonyms are made with a key of their own, and without one with the session secret", () => {
    const own = { PERSON_KEY_SECRET: "fedcba9876543210fedcba9876543210" };
    expect(parseEnv({ ...production, ...own })).toMatchObject({
      ok: true,
      env: { sessionSecret: production.SESSION_SECRET, personKeySecret: own.PERSON_KEY_SECRET },
    });
    expect(parseEnv(production)).toMatchObject({
      ok: true,
      env: { personKeySecret: production.SESSION_SECRET, acceptNewPersonKeys: false },
    });
  });

  test("production takes the embedded database only when told so", () => {
    expect(problemNames({ ...production, DATABASE_URL: "", ACCEPT_EMBEDDED_DATABASE: "true" })).toEqual([]);
  });
});
