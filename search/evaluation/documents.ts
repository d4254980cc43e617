/** Reads the documents of any corpus: one JSON object a line, only `id` is needed, everything missing is empty. */
import type { SearchDocument } from "../definition.ts";

/** A line that was left out, numbered from 1, and why. */
export type LineProblem = { line: number; problem: string };

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return "";
}

/** A list; a single text counts as a list of one. */
function listOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.map((one) => textOf(one).trim()).filter((text) => text !== "");
}

function countOf(value: unknown): number | null {
  const count = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof count === "number" && Number.isFinite(count) && count >= 0 ? Math.round(count) : null;
}

function documentOf(given: Record<string, unknown>): SearchDocument {
  const id = textOf(given.id).trim();
  return {
    id,
    kind: "company",
    slug: id,
    version: 1,
    name: textOf(given.name),
    nameKana: textOf(given.nameKana),
    aliases: listOf(given.aliases),
    industryCode: textOf(given.industryCode),
    industryName: textOf(given.industryName),
    industryWords: listOf(given.industryWords),
    area: textOf(given.area),
    products: listOf(given.products),
    technologies: listOf(given.technologies),
    benefits: listOf(given.benefits),
    certifications: listOf(given.certifications),
    departments: listOf(given.departments),
    employeeCount: countOf(given.employeeCount),
    openInternships: 0,
    openEvents: 0,
    description: textOf(given.description),
    updatedAt: "2026-04-01T00:00:00.000Z",
  };
}

/** Reads newline-delimited JSON. Lines that are no object, have no id or an id that came before are named and left out. */
export function parseDocuments(text: string): { documents: SearchDocument[]; problems: LineProblem[] } {
  const documents = new Map<string, SearchDocument>();
  const problems: LineProblem[] = [];
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  lines.forEach((line, at) => {
    if (line.trim() === "") return;
    const leaveOut = (problem: string) => problems.push({ line: at + 1, problem });
    let given: unknown;
    try {
      given = JSON.parse(line);
    } catch {
      leaveOut("is not JSON");
      return;
    }
    if (typeof given !== "object" || given === null || Array.isArray(given)) {
      leaveOut("is not a JSON object");
      return;
    }
    const document = documentOf(given as Record<string, unknown>);
    if (document.id === "") leaveOut("has no id");
    else if (documents.has(document.id)) leaveOut(`repeats the id ${document.id}`);
    else documents.set(document.id, document);
  });
  return { documents: [...documents.values()], problems };
}
