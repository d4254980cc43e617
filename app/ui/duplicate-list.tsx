import { approval as words } from "#app/locales/ja/approvals.ts";
import { Badge } from "./badge.tsx";
import { TextLink } from "./text-link.tsx";

export type DuplicateItem = {
  companyId: string;
  name: string;
  address: string;
  signs: readonly (keyof typeof words.signs)[];
  publicSlug: string | null;
};

/** Companies that may be the same one, each with its signs and the way to its record. */
export function DuplicateList({ duplicates }: { duplicates: readonly DuplicateItem[] }) {
  if (duplicates.length === 0) return words.noDuplicates;
  return (
    <ul className="space-y-3">
      {duplicates.map((company) => (
        <li key={company.companyId}>
          <span className="flex flex-wrap items-center gap-2">
            <TextLink to={`/staff/companies/${company.companyId}`}>{company.name || words.record}</TextLink>
            {company.signs.map((sign) => (
              <Badge key={sign} tone={sign === "number" ? "red" : "orange"}>
                {words.signs[sign]}
              </Badge>
            ))}
          </span>
          <span className="block text-solid-gray-700">{company.address}</span>
          {company.publicSlug && (
            <TextLink to={`/companies/${company.publicSlug}`}>{words.publicPage}</TextLink>
          )}
        </li>
      ))}
    </ul>
  );
}

const registry = (number: string) =>
  `https://www.houjin-bangou.nta.go.jp/henkorireki-johoto.html?selHouzinNo=${number}`;

/** A corporate number with what its check digit says, or why there is none. */
export function CorporateNumber({
  number,
  isValid,
  without = words.numberNone,
}: {
  number: string | null;
  isValid: boolean;
  without?: string;
}) {
  if (number === null) return without;
  return (
    <>
      {isValid ? words.numberValid(number) : words.numberInvalid(number)}{" "}
      <a href={registry(number)} rel="noreferrer" className="text-blue-1000 underline underline-offset-4">
        {words.numberLink}
      </a>
    </>
  );
}
