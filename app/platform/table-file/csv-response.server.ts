import { createHash } from "node:crypto";
import type { CsvEncoding } from "./table.ts";

/** `?encoding=` of an address: UTF-8 unless it asks for CP932 by one of its names. */
export function readEncoding(params: URLSearchParams): CsvEncoding {
  return /^(cp932|shift[_-]?jis|sjis|windows-31j)$/i.test(params.get("encoding") ?? "") ? "cp932" : "utf-8";
}

/** The headers of a CSV answer that is saved under a Japanese name. */
export function csvHeaders(file: {
  encoding: CsvEncoding;
  fileName: string;
  asciiName: string;
}): Record<string, string> {
  const charset = file.encoding === "utf-8" ? "utf-8" : "Shift_JIS";
  return {
    "Content-Type": `text/csv; charset=${charset}; header=present`,
    "Content-Disposition": `attachment; filename="${file.asciiName}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
  };
}

/** An ETag of what decides a file's content. Weak, because the answer may travel compressed. */
export function etagOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return `W/"${hash.digest("base64url").slice(0, 27)}"`;
}

/** True when the reader has this very content already. */
export function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get("If-None-Match");
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return known !== null && known.split(",").some((tag) => tag.trim() === "*" || bare(tag) === bare(etag));
}
