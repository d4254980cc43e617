import type { ReactNode } from "react";
import type { ShownProfile } from "#app/domain/companies/profile.rules.ts";
import { company as words } from "#app/locales/ja/company-page.ts";
import { NOT_FILLED, profileLabels, valueWords } from "#app/locales/ja/companies.ts";
import { Badge } from "./badge.tsx";
import { Section } from "./page.tsx";
import { DescriptionList } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

/** A label with its value in words, and whether that is 未記入. */
export function fact(term: string, text: string) {
  return { term, children: <Value text={text} />, isBlank: text === NOT_FILLED };
}

/** Pairs of label and value for the fields; a blank is 未記入. */
export function profileFacts(profile: ShownProfile, fields: readonly (keyof typeof profileLabels)[]) {
  return fields.map((field) => fact(profileLabels[field], valueWords(field, profile[field])));
}

/**
 * Facts as a list; those that nobody filled in are named in one line below, so that they are told and what is known
 * stays easy to find.
 */
export function FactList({
  items,
}: {
  items: readonly { term: string; children: ReactNode; isBlank: boolean }[];
}) {
  const known = items.filter(({ isBlank }) => !isBlank);
  const blank = items.filter(({ isBlank }) => isBlank);
  return (
    <>
      {known.length > 0 && <DescriptionList items={known} />}
      {blank.length > 0 && (
        <p className="mt-3 text-solid-gray-700">{words.blanks(blank.map(({ term }) => term).join("、"))}</p>
      )}
    </>
  );
}

/** A value in words; 未記入 is set back from what is known. */
export function Value({ text }: { text: string }) {
  return text === NOT_FILLED ? <span className="font-400 text-solid-gray-700">{text}</span> : text;
}

/** When the facts of a group were true; stands beside its heading. */
export function AsOf({ children }: { children: string }) {
  return <p className="text-std-16N-170 text-solid-gray-700">{children}</p>;
}

const GLANCE = [
  "startingPayHighSchool",
  "startingPayKosen",
  "annualHolidays",
  "averageOvertimeHours",
] as const;

/** What students and parents ask first, before any scrolling. */
export function Glance({
  profile,
  leavers,
}: {
  profile: ShownProfile;
  leavers: { hired: number | null; left: number | null };
}) {
  const { hired, left } = leavers;
  const items = [
    ...profileFacts(profile, GLANCE),
    {
      term: words.leaversShort,
      children: <Value text={hired === null || left === null ? NOT_FILLED : words.leaversOf(hired, left)} />,
    },
    ...profileFacts(profile, ["employeeCount"]),
  ];
  return (
    <dl
      aria-label={words.glance}
      className="mt-4 grid grid-cols-2 gap-px border border-solid-gray-420 bg-solid-gray-420 sm:grid-cols-3"
    >
      {items.map((item) => (
        <div key={item.term} className="bg-white p-3">
          <dt className="text-dns-14N-130 text-solid-gray-700">{item.term}</dt>
          <dd className="mt-1 text-std-17B-170">{item.children}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Links to the sections of the page. */
export function PageContents() {
  return (
    <nav aria-label={words.onThisPage} className="mb-8 rounded-8 bg-solid-gray-50 px-4 py-2">
      <p className="pt-1 text-std-16B-170">{words.onThisPage}</p>
      <ul className="flex flex-wrap gap-x-5">
        {Object.entries(words.sections).map(([id, title]) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="inline-flex min-h-11 items-center text-blue-1000 underline underline-offset-4"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What the work is, how it looks, and a day of it. `gallery` shows the photographs. */
export function WorkSections({ profile, gallery }: { profile: ShownProfile; gallery: ReactNode }) {
  return (
    <>
      <Section title={words.sections.work} id="work">
        <p className="max-w-3xl whitespace-pre-line">{profile.description}</p>
        <div className="mt-4">
          <DescriptionList items={profileFacts(profile, ["products"])} />
        </div>
      </Section>
      <Section title={words.sections.photos} id="photos">
        {gallery ?? <p>{words.noPhotos}</p>}
        {profile.videoUrl && (
          <p className="mt-3">
            <TextLink to={profile.videoUrl}>{words.video}</TextLink>
          </p>
        )}
      </Section>
      <Section title={words.sections.day} id="day">
        <p className="max-w-3xl whitespace-pre-line">
          <Value text={valueWords("dayAtWork", profile.dayAtWork)} />
        </p>
      </Section>
    </>
  );
}

/** Pay, hours and days off; what is a figure of a fiscal year says so. */
export function TermsSection({ profile, asOf }: { profile: ShownProfile; asOf: string }) {
  const [overtime, leave] = profileFacts(profile, ["averageOvertimeHours", "averagePaidLeaveDays"]);
  const { youthFactsYear } = profile;
  const ofYear = (fact: { term: string; children: ReactNode }, value: number | null) => ({
    ...fact,
    children:
      value !== null && youthFactsYear !== null ? (
        <>
          {fact.children}({words.fiscalYear(youthFactsYear)})
        </>
      ) : (
        fact.children
      ),
  });
  return (
    <Section title={words.sections.terms} id="terms" aside={<AsOf>{words.groupAsOf(asOf)}</AsOf>}>
      <DescriptionList
        items={[
          ...profileFacts(profile, STARTING_PAYS),
          fact(words.fixedOvertimeTerm, fixedOvertimeWords(profile)),
          ...profileFacts(profile, ["workingHours", "nightShift"]),
          ofYear(overtime!, profile.averageOvertimeHours),
          ...profileFacts(profile, ["holidays", "annualHolidays"]),
          ofYear(leave!, profile.averagePaidLeaveDays),
        ]}
      />
      <p className="mt-2 text-std-16N-170 text-solid-gray-700">{words.blankNote}</p>
    </Section>
  );
}

const STARTING_PAYS = ["startingPayHighSchool", "startingPayKosen", "startingPayUniversity"] as const;

/** The three parts of 固定残業代 in one sentence; a profile has all of them or none. */
export function fixedOvertimeWords(profile: ShownProfile): string {
  const { fixedOvertimePay: pay, fixedOvertimeHours: hours, fixedOvertimeExcessPaid: excess } = profile;
  if (pay === null || hours === null || excess === "unknown")
    return STARTING_PAYS.every((field) => profile[field] === null) ? NOT_FILLED : words.noFixedOvertime;
  return words.fixedOvertime(
    valueWords("fixedOvertimePay", pay),
    hours,
    valueWords("fixedOvertimeExcessPaid", excess),
  );
}

export function Tags({ values }: { values: readonly string[] }) {
  if (values.length === 0) return <Value text={NOT_FILLED} />;
  return (
    <ul className="flex flex-wrap gap-2">
      {values.map((value) => (
        <li key={value}>
          <Badge>{value}</Badge>
        </li>
      ))}
    </ul>
  );
}
