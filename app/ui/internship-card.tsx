import { internships as words, internshipTypeNames, schoolKindNames } from "#app/locales/ja/internships.ts";
import { Badge } from "./badge.tsx";
import { MarkedText } from "./marked-text.tsx";
import { type ReasonFacts, Reasons } from "./reasons.tsx";
import { TextLink } from "./text-link.tsx";

export type InternshipCardFacts = {
  id: string;
  type: string;
  title: string;
  area: string;
  days: number;
  capacity: number;
  audience: readonly string[];
  /** In words. */
  period: string;
  applyBy: string;
  isOpen: boolean;
  company: { slug: string; name: string };
  /** Of a search: the title with the reader's words marked, and why it is shown. */
  titlePieces?: readonly { text: string; marked: boolean }[];
  reasons?: readonly ReasonFacts[];
};

export function audienceWords(audience: readonly string[]): string {
  return audience.map((kind) => schoolKindNames[kind] ?? kind).join("、") || words.notFilled;
}

/** One internship in a list. */
export function InternshipCard({ internship }: { internship: InternshipCardFacts }) {
  const facts = [
    [words.period, `${internship.period}(${words.days(internship.days)})`],
    [words.audience, audienceWords(internship.audience)],
    [words.capacity, words.people(internship.capacity)],
    [words.applyBy, internship.applyBy],
  ] as const;
  return (
    <article className="border-b border-solid-gray-420 py-5 first:pt-0">
      <p className="flex flex-wrap gap-2">
        {internship.isOpen ? <Badge tone="green">{words.open}</Badge> : <Badge>{words.closed}</Badge>}
        <Badge tone="blue">{internshipTypeNames[internship.type]}</Badge>
        <Badge>{internship.area}</Badge>
      </p>
      <h3 className="mt-1 text-std-20B-150">
        <a
          href={`/internships/${internship.id}`}
          className="inline-flex min-h-11 items-center text-blue-1000 underline underline-offset-4 hover:decoration-2"
        >
          <span>
            {internship.titlePieces ? <MarkedText pieces={internship.titlePieces} /> : internship.title}
          </span>
        </a>
      </h3>
      <p>
        <TextLink to={`/companies/${internship.company.slug}`}>{internship.company.name}</TextLink>
      </p>
      <dl className="mt-2 grid gap-x-6 gap-y-1 text-std-16N-170 sm:grid-cols-2">
        {facts.map(([term, text]) => (
          <div key={term} className="flex gap-2">
            <dt className="shrink-0 text-solid-gray-700">{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Reasons reasons={internship.reasons ?? []} />
    </article>
  );
}
