import { similarWords as words } from "#app/locales/ja/saved-companies.ts";
import { Section } from "./page.tsx";
import { TextLink } from "./text-link.tsx";

type Likeness =
  | { kind: "industry" }
  | { kind: "group"; label: string }
  | { kind: "products" | "technologies" | "departments"; words: string[] }
  | { kind: "area"; area: string };

/** Companies that have something in common with the one of the page, each with what it is. Nothing when there is none. */
export function SimilarCompanies({
  industryName,
  similar,
}: {
  industryName: string;
  similar: readonly { company: { slug: string; name: string }; likenesses: readonly Likeness[] }[];
}) {
  if (similar.length === 0) return null;
  return (
    <div data-screen-only>
      <Section title={words.title} id="similar">
        <p className="text-solid-gray-700">{words.lead}</p>
        <ul className="mt-2 divide-y divide-solid-gray-420 border-y border-solid-gray-420">
          {similar.map(({ company, likenesses }) => (
            <li key={company.slug} className="py-2">
              <TextLink to={`/companies/${company.slug}`} className="inline-flex min-h-11 items-center">
                {company.name}
              </TextLink>
              <p className="text-std-16N-170 text-solid-gray-700">
                {likenesses.map((likeness) => wordsOf(likeness, industryName)).join("、")}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function wordsOf(likeness: Likeness, industryName: string): string {
  const { reasons } = words;
  if (likeness.kind === "industry") return reasons.industry(industryName);
  if (likeness.kind === "group") return reasons.group(likeness.label);
  if (likeness.kind === "area") return reasons.area(likeness.area);
  return reasons[likeness.kind](likeness.words.join("・"));
}
