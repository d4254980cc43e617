import { fold, withoutLegalForm } from "#search/analysis.ts";
import type { KnownCompany } from "./known.ts";

/** The company that a cell names by its id, number or name, whatever its legal form; null for an empty cell. */
export function findCompany(
  companies: readonly KnownCompany[],
  text: string,
): { ok: true; thing: KnownCompany | null } | { ok: false; code: string } {
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return { ok: true, thing: null };
  const digits = plain.replace(/[\s-]/g, "");
  const bare = (name: string) => fold(withoutLegalForm(name));
  const named = companies.find(({ id }) => id === plain);
  if (named) return { ok: true, thing: named };
  const found = /^\d{13}$/.test(digits)
    ? companies.filter(({ corporateNumber }) => corporateNumber === digits)
    : companies.filter(({ name }) => bare(name) === bare(plain));
  if (found.length > 1) return { ok: false, code: "figure-several-companies" };
  return found[0] ? { ok: true, thing: found[0] } : { ok: false, code: "figure-no-company" };
}
