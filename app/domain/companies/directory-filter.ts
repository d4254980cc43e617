import { normaliseLine } from "../text/rules.ts";
import { type Area, AREAS, INDUSTRIES, type Industry, isManufacturing } from "./rules.ts";

export type DirectoryFilter = { text: string; area: Area | null; industryCode: string | null };

const MAX_TEXT = 100;

/** The middle classes of manufacturing, 09 to 32. */
export const MANUFACTURING_INDUSTRIES: readonly Industry[] = INDUSTRIES.filter(({ code }) =>
  isManufacturing(code),
);

/** Reads `?q=&area=&industry=`; what is unknown is left out. */
export function readDirectoryFilter(params: URLSearchParams): DirectoryFilter {
  return {
    text: normaliseLine((params.get("q") ?? "").toWellFormed().slice(0, MAX_TEXT)),
    area: AREAS.find((name) => name === params.get("area")) ?? null,
    industryCode: MANUFACTURING_INDUSTRIES.find(({ code }) => code === params.get("industry"))?.code ?? null,
  };
}

/** The conditions as the query of an address, "" when there are none. */
export function directoryQuery({ text, area, industryCode }: DirectoryFilter): string {
  const params = new URLSearchParams();
  if (text) params.set("q", text);
  if (area) params.set("area", area);
  if (industryCode) params.set("industry", industryCode);
  return params.toString();
}
