import type { ReactNode } from "react";
import { company as words, NOT_FILLED, profileLabels, valueWords } from "#app/locales/ja/companies.ts";
import { Badge } from "./badge.tsx";
import { Section } from "./page.tsx";
import { DescriptionList } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

export type ProfileFacts = Record<string, unknown> & {
  name: string;
  description: string;
  dayAtWork: string;
  address: string;
  postalCode: string;
  phone: string;
  website: string;
  contactDepartment: string;
  newGraduatesHired: number | null;
  newGraduatesLeft: number | null;
  products: readonly string[];
  technologies: readonly string[];
  benefits: readonly string[];
  certifications: readonly string[];
  departments: readonly string[];
};

/** Pairs of label and value for the fields; a blank is 未記入. */
function facts(profile: ProfileFacts, fields: readonly (keyof typeof profileLabels)[]) {
  return fields.map((field) => ({
    term: profileLabels[field],
    children: <Value text={valueWords(field, profile[field])} />,
  }));
}

function Value({ text }: { text: string }) {
  return text === NOT_FILLED ? <span className="font-400 text-solid-gray-700">{text}</span> : text;
}

const GLANCE = [
  "startingPayHighSchool",
  "startingPayKosen",
  "annualHolidays",
  "averageOvertimeHours",
] as const;

/** What students and parents ask first, before any scrolling. */
export function Glance({ profile }: { profile: ProfileFacts }) {
  const { newGraduatesHired: hired, newGraduatesLeft: left } = profile;
  const items = [
    ...facts(profile, GLANCE),
    {
      term: words.leaversShort,
      children: <Value text={hired === null || left === null ? NOT_FILLED : words.leaversOf(hired, left)} />,
    },
    ...facts(profile, ["employeeCount"]),
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

export function WorkSection({ profile }: { profile: ProfileFacts }) {
  return (
    <>
      <Section title={words.sections.work} id="work">
        <p className="max-w-3xl whitespace-pre-line">{profile.description}</p>
        <div className="mt-4">
          <DescriptionList items={facts(profile, ["products", "technologies"])} />
        </div>
      </Section>
      <Section title={words.sections.dayAtWork} id="day">
        <p className="max-w-3xl whitespace-pre-line">
          <Value text={valueWords("dayAtWork", profile.dayAtWork)} />
        </p>
      </Section>
    </>
  );
}

export function PeopleSection({
  profile,
  employees,
  leaverPercent,
}: {
  profile: ProfileFacts;
  employees: string;
  leaverPercent: number | null;
}) {
  const { newGraduatesHired: hired, newGraduatesLeft: left } = profile;
  const leavers =
    hired === null || left === null ? (
      <Value
        text={`${profileLabels.newGraduatesHired}:${valueWords("newGraduatesHired", hired)}、${profileLabels.newGraduatesLeft}:${valueWords("newGraduatesLeft", left)}`}
      />
    ) : (
      <>
        {words.leavers(hired, left)}
        {leaverPercent !== null && <span className="block">{words.leaverRate(leaverPercent)}</span>}
      </>
    );
  return (
    <Section title={words.sections.people} id="people">
      <DescriptionList
        items={[
          { term: profileLabels.employeeCount, children: <Value text={employees} /> },
          { term: words.leaversTerm, children: leavers },
          ...facts(profile, ["averageTenureYears"]),
        ]}
      />
      <p className="mt-2 text-std-16N-170 text-solid-gray-700">{words.peopleNote}</p>
    </Section>
  );
}

export function TermsSection({ profile }: { profile: ProfileFacts }) {
  return (
    <Section title={words.sections.terms} id="terms">
      <DescriptionList
        items={facts(profile, [
          "startingPayHighSchool",
          "startingPayKosen",
          "startingPayUniversity",
          "workingHours",
          "averageOvertimeHours",
          "holidays",
          "annualHolidays",
          "averagePaidLeaveDays",
        ])}
      />
      <p className="mt-2 text-std-16N-170 text-solid-gray-700">{words.blankNote}</p>
    </Section>
  );
}

export function BenefitsSection({ profile }: { profile: ProfileFacts }) {
  return (
    <>
      <Section title={words.sections.benefits} id="benefits">
        <DescriptionList
          items={[
            { term: profileLabels.benefits, children: <Tags values={profile.benefits} /> },
            { term: profileLabels.certifications, children: <Tags values={profile.certifications} /> },
          ]}
        />
      </Section>
      <Section title={words.sections.study} id="study">
        <DescriptionList
          items={[
            { term: profileLabels.departments, children: <Tags values={profile.departments} /> },
            ...facts(profile, ["kosenAlumni", "highSchoolAlumni"]),
          ]}
        />
      </Section>
    </>
  );
}

function Tags({ values }: { values: readonly string[] }) {
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

export function PlaceSection({
  profile,
  mapUrl,
  corporateNumber,
}: {
  profile: ProfileFacts;
  mapUrl: string;
  corporateNumber: string | null;
}) {
  const items: { term: string; children: ReactNode }[] = [
    {
      term: profileLabels.address,
      children: (
        <>
          〒{profile.postalCode.slice(0, 3)}-{profile.postalCode.slice(3)} {profile.address}
          <span data-screen-only className="block">
            <TextLink to={mapUrl}>{words.map}</TextLink>
          </span>
        </>
      ),
    },
    { term: profileLabels.contactDepartment, children: profile.contactDepartment },
    { term: profileLabels.phone, children: profile.phone },
    {
      term: profileLabels.website,
      children: profile.website ? (
        <TextLink to={profile.website}>{profile.website}</TextLink>
      ) : (
        <Value text={NOT_FILLED} />
      ),
    },
    ...facts(profile, ["foundedYear"]),
    ...(corporateNumber ? [{ term: words.corporateNumber, children: corporateNumber }] : []),
  ];
  return (
    <Section title={words.sections.place} id="place">
      <p>{words.contactNote}</p>
      <div className="mt-4">
        <DescriptionList items={items} />
      </div>
    </Section>
  );
}
