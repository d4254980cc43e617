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
