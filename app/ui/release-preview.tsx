import { documentWords } from "#app/locales/ja/documents.ts";
import { releaseWords as words } from "#app/locales/ja/releases.ts";
import { placeText } from "./paper-changes.tsx";
import { Section } from "./page.tsx";
import { Table } from "./table.tsx";

export type ReleasePreviewView = {
  planTitle: string;
  cut: string;
  papers: { key: string; label: string; title: string; tables: number }[];
  policyVersion: number;
  hidden: { label: string; table: string; row: string; column: string; reason: "primary" | "secondary" }[];
  masked: { before: string; after: string }[];
  alreadyPublic: number;
};

/** What would become public: the papers, what is hidden in them and why, which words lose a number. */
export function ReleasePreview(shown: ReleasePreviewView) {
  const { hidden, masked } = shown;
  return (
    <>
      <Section title={words.contents} id="contents">
        <p>
          {shown.planTitle} {shown.cut}
        </p>
        <ul className="mt-2 list-disc pl-6">
          {shown.papers.map(({ key, label, title, tables }) => (
            <li key={key}>{words.contentsLine(label, title, tables)}</li>
          ))}
        </ul>
      </Section>
      <Section title={words.hidden} id="hidden">
        {hidden.length === 0 ? (
          <p>{words.hiddenNone}</p>
        ) : (
          <>
            <p className="mb-2">{words.hiddenLead(hidden.length, shown.policyVersion)}</p>
            <Table
              caption={words.hidden}
              head={[words.hiddenColumns.paper, words.hiddenColumns.place, words.hiddenColumns.reason]}
            >
              {hidden.map((place, index) => (
                <tr key={index}>
                  <th scope="row" className="whitespace-nowrap">
                    {place.label}
                  </th>
                  <td className="min-w-56">{placeText(place)}</td>
                  <td className="whitespace-nowrap">{words.reasons[place.reason]}</td>
                </tr>
              ))}
            </Table>
          </>
        )}
        {shown.alreadyPublic > 0 && <p className="mt-2">{words.alreadyPublic(shown.alreadyPublic)}</p>}
      </Section>
      {masked.length > 0 && (
        <Section title={words.masked} id="masked">
          <p className="mb-2">{words.maskedLead}</p>
          <Table caption={words.masked} head={[words.maskedColumns.before, words.maskedColumns.after]}>
            {masked.map(({ before, after }) => (
              <tr key={before}>
                <td className="min-w-56">{before}</td>
                <td className="min-w-56">{after}</td>
              </tr>
            ))}
          </Table>
        </Section>
      )}
    </>
  );
}

/** The cut in words: the as-of day and what was known. */
export function cutText(asOf: string, knownOn: string): string {
  return [documentWords.asOf(asOf), documentWords.knownOn(knownOn)].join("、");
}
