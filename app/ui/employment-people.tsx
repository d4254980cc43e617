import type { ReportedPerson } from "#app/domain/employment/report.rules.ts";
import {
  classOf,
  employmentStateNames,
  placementKindNames,
  reportWords as words,
  schoolKindNames,
  separationKindNames,
} from "#app/locales/ja/employment.ts";
import { plainDate } from "#app/platform/calendar.ts";
import { Badge } from "./badge.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

/** What a company told about people, each with the page that corrects it. */
export function ReportedPeople({
  people,
  correctHref,
}: {
  people: readonly ReportedPerson[];
  correctHref: (placementId: string) => string;
}) {
  return (
    <Table caption={words.table} head={words.columns.map((column) => column || <ActionHead key="action" />)}>
      {people.map((person) => (
        <tr key={person.id}>
          <th scope="row" className="min-w-36">
            {person.mark || <span className="font-400">{words.noMark}</span>}
            <span className="block font-400">{plainDate(person.startedOn)}</span>
          </th>
          <td className="min-w-36">
            {placementKindNames[person.kind]}
            <span className="block">{classWords(person)}</span>
          </td>
          <td className="min-w-32">
            <PlaceOfWork person={person} />
          </td>
          <td className="min-w-44">
            <PersonState person={person} />
          </td>
          <td>
            <TextLink
              to={correctHref(person.id)}
              className="inline-flex min-h-11 items-center whitespace-nowrap"
            >
              {words.correct}
              <span className="sr-only">:{words.correctFor(person.mark, plainDate(person.startedOn))}</span>
            </TextLink>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function ActionHead() {
  return <span className="sr-only">{words.correct}</span>;
}

/** 2026年3月卒 高校 機械科; blank where nothing was told. */
export function classWords(person: ReportedPerson): string {
  const { graduationYear, schoolKind, departmentName } = person;
  return [
    graduationYear && classOf(graduationYear),
    schoolKind && schoolKindNames[schoolKind],
    departmentName,
  ]
    .filter(Boolean)
    .join(" ");
}

/** The municipality, and whether it counts as local. */
export function PlaceOfWork({ person }: { person: ReportedPerson }) {
  return (
    <>
      {person.placeOfWork || words.noPlace}
      <span className="ml-2">
        <Badge tone={person.inJurisdiction ? "green" : "neutral"}>
          {person.inJurisdiction ? words.inside : words.outside}
        </Badge>
      </span>
    </>
  );
}

/** Where somebody stands: to come, left, answered or unanswered. */
export function PersonState({ person }: { person: ReportedPerson }) {
  if (person.left) return words.left(person.left.endedOn, separationKindNames[person.left.kind]!);
  if (person.isAhead) return words.ahead;
  return person.answer
    ? words.answered(employmentStateNames[person.answer.state]!, person.answer.asOf)
    : words.unanswered;
}
