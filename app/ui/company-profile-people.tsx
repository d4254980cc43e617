import type { HireCount, HiresTable } from "#app/domain/companies/hires.rules.ts";
import type { ShownProfile } from "#app/domain/companies/profile.rules.ts";
import { company as pageWords } from "#app/locales/ja/company-page.ts";
import {
  NOT_FILLED,
  profileLabels,
  schoolKindWords,
  sexWords,
  valueWords,
} from "#app/locales/ja/companies.ts";
import { AsOf, fact, FactList, profileFacts, Tags, Value } from "./company-profile.tsx";
import { Section } from "./page.tsx";

const words = pageWords.hires;

export type HiresView = {
  table: HiresTable | null;
  total: HireCount;
  /** Whole percent, where enough people were hired. */
  share: number | null;
};

/** New graduates and how many left: in one sentence, then by year and school kind. */
export function HiresSection({ hires, asOf }: { hires: HiresView; asOf: string }) {
  return (
    <Section title={pageWords.sections.hires} id="hires" aside={<AsOf>{pageWords.groupAsOf(asOf)}</AsOf>}>
      <HiresSummary hires={hires} />
      {hires.table && <YearsTable table={hires.table} />}
      {!hires.table && hires.total.hired !== null && <p className="mt-2">{words.noYears}</p>}
      <p className="mt-3 text-std-16N-170 text-solid-gray-700">{words.note}</p>
    </Section>
  );
}

/** The sentence about three years: how many came, how many left, and a share where it means something. */
export function hiresSentence({ total: { hired, left }, share }: HiresView): string {
  if (hired === null) return words.blank;
  if (hired === 0) return words.nobody;
  if (left === null) return words.onlyHired(hired);
  return words.sum(hired, left) + (share === null ? words.few : words.share(share));
}

function HiresSummary({ hires }: { hires: HiresView }) {
  return <p className={hires.total.hired === null ? "" : "text-std-17B-170"}>{hiresSentence(hires)}</p>;
}

function YearsTable({ table }: { table: HiresTable }) {
  const kinds = Object.values(schoolKindWords);
  return (
    <>
      <table className="mt-4 w-full max-w-3xl border-collapse text-left text-dns-14N-130 sm:text-std-16N-170 [&_td]:px-1.5 [&_td]:py-2 [&_td]:align-top sm:[&_td]:px-3 [&_th]:px-1.5 [&_th]:py-2 [&_th]:align-top [&_th]:font-700 sm:[&_th]:px-3">
        <caption className="sr-only">{words.caption}</caption>
        <thead>
          <tr className="border-b-2 border-solid-gray-600 bg-solid-gray-50">
            {[words.year, ...kinds, words.total].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr]:border-b [&>tr]:border-solid-gray-420">
          {table.years.map((year) => (
            <CountRow
              key={year.fiscalYear}
              head={`${year.fiscalYear}年度`}
              counts={[...year.cells, year.total]}
            />
          ))}
          <CountRow head={words.threeYears} counts={[...table.totals, table.total]} />
        </tbody>
      </table>
      {table.hasGaps && <p className="mt-2 text-std-16N-170 text-solid-gray-700">{words.gaps}</p>}
      <p className="mt-3">
        <span className="text-std-16B-170">{words.bySex}</span>{" "}
        {table.bySex
          .map((count, place) => words.sexLine(Object.values(sexWords)[place]!, countWords(count).join("、")))
          .join(" / ")}
      </p>
    </>
  );
}

function CountRow({ head, counts }: { head: string; counts: readonly HireCount[] }) {
  return (
    <tr>
      <th scope="row">{head}</th>
      {counts.map((count, place) => (
        <td key={place}>
          {countWords(count).map((line) => (
            <span key={line} className="block">
              <Value text={line} />
            </span>
          ))}
        </td>
      ))}
    </tr>
  );
}

/** 採用3人, 離職1人; of nobody who came nobody left. */
function countWords({ hired, left }: HireCount): string[] {
  if (hired === null) return [NOT_FILLED];
  if (hired === 0) return [words.hired(0)];
  return [words.hired(hired), left === null ? words.leftBlank : words.left(left)];
}

/** Who works there, and what the company does to train them. */
export function PeopleSections({ profile, asOf }: { profile: ShownProfile; asOf: string }) {
  const { youthFactsYear } = profile;
  return (
    <>
      <Section title={pageWords.sections.people} id="people" aside={<AsOf>{pageWords.groupAsOf(asOf)}</AsOf>}>
        {youthFactsYear !== null && <p className="mb-3">{pageWords.yearOfAverages(youthFactsYear)}</p>}
        <FactList
          items={[
            ...profileFacts(profile, ["employeeCount", "averageAge", "averageTenureYears"]),
            fact(
              pageWords.childcareWomen,
              childcareWords(profile.childcareLeaveWomenEntitled, profile.childcareLeaveWomenTaken),
            ),
            fact(
              pageWords.childcareMen,
              childcareWords(profile.childcareLeaveMenEntitled, profile.childcareLeaveMenTaken),
            ),
            ...profileFacts(profile, [
              "womenDirectorsPercent",
              "womenManagersPercent",
              "kosenAlumni",
              "highSchoolAlumni",
            ]),
          ]}
        />
      </Section>
      <Section title={pageWords.sections.growth} id="growth" aside={<AsOf>{pageWords.groupAsOf(asOf)}</AsOf>}>
        <FactList
          items={profileFacts(profile, ["training", "mentors", "careerConsulting", "certificationSupport"])}
        />
      </Section>
    </>
  );
}

function childcareWords(entitled: number | null, taken: number | null): string {
  if (entitled === null && taken === null) return NOT_FILLED;
  if (entitled === 0) return pageWords.childcareNobody;
  const people = (count: number | null) => valueWords("employeeCount", count);
  return pageWords.childcare(people(taken), people(entitled));
}

/** What makes working there easier, and whom the company welcomes. */
export function BenefitsSection({ profile, asOf }: { profile: ShownProfile; asOf: string }) {
  return (
    <Section
      title={pageWords.sections.benefits}
      id="benefits"
      aside={<AsOf>{pageWords.groupAsOf(asOf)}</AsOf>}
    >
      <FactList
        items={(["benefits", "certifications", "departments"] as const).map((field) => ({
          term: profileLabels[field],
          children: <Tags values={profile[field]} />,
          isBlank: profile[field].length === 0,
        }))}
      />
    </Section>
  );
}
