import { documentWords as words } from "#app/locales/ja/documents.ts";
import { csvHeaders } from "#app/platform/table-file/csv-response.server.ts";
import { encodeRows } from "#app/platform/table-file/write-csv.server.ts";
import { writePaper } from "#app/platform/table-file/write-paper.server.ts";
import { xlsxHeaders } from "#app/platform/table-file/write-xlsx.server.ts";
import type { CouncilDocument } from "./document.rules.ts";
import { cellLines, documentJson, type ReleaseName } from "./machine.ts";
import { paperSheets } from "./workbook.ts";

export const FILE_FORMATS = ["xlsx", "csv", "json"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** The format that an address names; null for another one. */
export function readFormat(text: string | undefined): FileFormat | null {
  return FILE_FORMATS.find((format) => format === text) ?? null;
}

/** The paper as a file: a workbook that prints as it looks, or one of two forms for machines (UTF-8). */
export async function documentFile(
  document: CouncilDocument,
  { format, release }: { format: FileFormat; release: ReleaseName },
): Promise<Response> {
  const edition = release ? words.version(release.version) : words.draft;
  const name = {
    fileName: `${document.label}_${document.title}_${edition}.${format}`,
    asciiName: `${document.key}-${document.fiscalYear}${release ? `-v${release.version}` : "-draft"}.${format}`,
  };
  if (format === "xlsx") {
    const bytes = await writePaper(paperSheets(document, edition));
    return new Response(new Uint8Array(bytes), { headers: xlsxHeaders(name) });
  }
  if (format === "csv") {
    const bytes = encodeRows(cellLines(document, release), "utf-8", { first: true });
    return new Response(new Uint8Array(bytes), { headers: csvHeaders({ encoding: "utf-8", ...name }) });
  }
  return new Response(JSON.stringify(documentJson(document, release), null, 1), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `inline; filename="${name.asciiName}"`,
    },
  });
}
