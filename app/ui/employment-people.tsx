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
    <Table caption={words.table} head={[...words.columns]}>
      {people.map((person) => (
        <tr key={person.id}>
          <th scope="row" className="min-w-28">
            {person.mark || <span className="font-400">{words.noMark}</span>}
            <span className="block font-400">{plainDate(person.startedOn)}</span>
          </th>
          <td>
            <PersonRecord person={person} correctTo={correctHref(person.id)} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** What was told about somebody, beside it where they stand: below each other on a phone. */
function PersonRecord({ person, correctTo }: { person: ReportedPerson; correctTo: string }) {
  return (
    <div className="grid gap-x-6 sm:grid-cols-2">
      <div>
        {placementKindNames[person.kind]}
        <span className="block">{classWords(person)}</span>
        <PlaceOfWork person={person} />
      </div>
      <div>
        <PersonState person={person} />
        <TextLink to={correctTo} className="flex min-h-11 w-fit items-center">
          {words.correct}
          <span className="sr-only">:{words.correctFor(person.mark, plainDate(person.startedOn))}</span>
        </TextLink>
      </div>
    </div>
  );
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

/** Where somebody stands: to come, left, answered, unanswered (with what was said before), or not asked about yet. */
export function PersonState({ person }: { person: ReportedPerson }) {
  const { left, answer, standing } = person;
  if (left) return words.left(left.endedOn, separationKindNames[left.kind]!);
  const said = answer && words.answered(employmentStateNames[answer.state]!, answer.asOf);
  if (standing === "answered") return said;
  if (standing !== "unanswered") return standing === "ahead" ? words.ahead : words.notAsked;
  return (
    <>
      {words.unanswered}
      {said && <span className="block text-solid-gray-700">{words.before(said)}</span>}
    </>
  );
}
