import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { hasErrorWords } from "#app/locales/ja/errors.ts";

/** What people and programs put into fields. */
const TYPED = [
  "",
  " ",
  "-1",
  "1.5",
  "abc",
  "令和7年2月30日",
  "99999999999999999999",
  "😀",
  "<script>",
  "1234567890123",
  "password",
  "aaaaaaaaaaaaaa",
  "x".repeat(30_000),
  "あ,".repeat(200),
];

/** The names of the fields of a form's schema, through its refinements and alternatives; none when it is no form. */
function fieldsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).flatMap(fieldsOf);
  return [];
}

/** Every answer that a schema gives to bad input. */
function refusalsOf(schema: z.ZodType): Set<string> {
  const fields = fieldsOf(schema);
  const forms = schema instanceof z.ZodUnion ? (schema.options as z.ZodType[]) : [schema];
  const refusals = new Set<string>();
  for (const text of TYPED)
    for (const value of [text, [text, text]])
      for (const form of forms) {
        const typed = { ...Object.fromEntries(fields.map((field) => [field, value])), ...intentOf(form) };
        for (const issue of schema.safeParse(typed).error?.issues ?? []) refusals.add(issue.message);
      }
  return refusals;
}

/** The hidden field that says which of a page's forms was sent. */
function intentOf(schema: z.ZodType): Record<string, unknown> {
  if (!(schema instanceof z.ZodObject)) return {};
  const intent = (schema.shape as Record<string, z.ZodType>)["intent"];
  return intent instanceof z.ZodLiteral ? { intent: intent.value } : {};
}

const files = fs
  .globSync("app/domain/**/*schema.ts")
  .filter((file) => !file.endsWith(".test.ts"))
  .toSorted();

const schemas: [name: string, schema: z.ZodType][] = [];
for (const file of files) {
  const module = (await import(pathToFileURL(path.resolve(file)).href)) as Record<string, unknown>;
  for (const [name, value] of Object.entries(module)) {
    // A module exports schemas one by one or several under one name.
    const parts = value instanceof z.ZodType ? { [name]: value } : (Object(value) as Record<string, unknown>);
    for (const [label, part] of Object.entries(parts))
      if (part instanceof z.ZodType) schemas.push([`${file} ${name} ${label}`, part]);
  }
}

describe("a refused field is answered in words", () => {
  test("the forms are found", () => {
    expect(schemas.filter(([, schema]) => fieldsOf(schema).length > 1).length).toBeGreaterThan(8);
  });

  test.each(schemas)("%s", (_, schema) => {
    expect([...refusalsOf(schema)].filter((code) => !hasErrorWords(code))).toEqual([]);
  });

  test("a schema with a default message of the library is noticed", () => {
    const careless = z.object({ age: z.number() });
    expect([...refusalsOf(careless)].filter((code) => !hasErrorWords(code))).not.toEqual([]);
  });
});
