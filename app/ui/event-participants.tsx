import { mailKindNames, mailStateNames } from "#app/locales/ja/mail.ts";
import { participant, participants as words } from "#app/locales/ja/event-participants.ts";
import { categoryNames, people, registrationStateNames } from "#app/locales/ja/events.ts";
import { longDate, shortDate, timeOf } from "#app/platform/calendar.ts";
import { RegistrationBadge } from "./event-badges.tsx";
import { Button } from "./button.tsx";
import { SelectField, TextField } from "./field.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

type Category = keyof typeof categoryNames;
type State = keyof typeof registrationStateNames;

export type ParticipantRow = {
  id: string;
  name: string;
  isGuest: boolean;
  schoolName: string | null;
  category: Category;
  headCount: number;
  state: State;
  sessionTitle: string;
  startsAt: Date;
  registeredAt: Date;
  offerExpiresAt: Date | null;
  isCompanion: boolean;
  checkedInAt: Date | null;
};

/** What stands for a registration: a person's name, or for a school's head count the school and who registered it. */
export function participantName(row: Pick<ParticipantRow, "name" | "schoolName" | "headCount">): string {
  return row.schoolName ?? row.name;
}

/** The conditions of the list as a form; works without scripts. */
export function ParticipantFilter({
  filter,
  schools,
  sessions,
}: {
  filter: { state: string; category?: string | undefined; school: string; session: string; name: string };
  schools: readonly { id: string; name: string }[];
  sessions: readonly { id: string; title: string; startsAt: Date }[];
}) {
  const { filter: labels } = words;
  const optionsOf = (names: Record<string, string>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <form method="get" className="mb-6 flex flex-wrap items-end gap-4" data-screen-only>
      <SelectField
        name="state"
        label={labels.state}
        defaultValue={filter.state}
        options={[{ value: "held", label: labels.held }, ...optionsOf(registrationStateNames)]}
      />
      <SelectField
        name="category"
        label={labels.category}
        empty={labels.all}
        defaultValue={filter.category ?? ""}
        options={optionsOf(categoryNames)}
      />
      {schools.length > 0 && (
        <SelectField
          name="school"
          label={labels.school}
          empty={labels.all}
          defaultValue={filter.school}
          options={schools.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {sessions.length > 1 && (
        <SelectField
          name="session"
          label={labels.session}
          empty={labels.all}
          defaultValue={filter.session}
          options={sessions.map(({ id, title, startsAt }) => ({
            value: id,
            label: `${shortDate(startsAt)} ${timeOf(startsAt)} ${title}`.trim(),
          }))}
        />
      )}
      <TextField
        name="name"
        type="search"
        label={labels.name}
        defaultValue={filter.name}
        className="w-full max-w-64"
      />
      <Button look="secondary">{labels.submit}</Button>
    </form>
  );
}

/** Registrations with their state and their newest mail. */
export function ParticipantTable({
  eventId,
  rows,
  mails,
  severalSessions,
}: {
  eventId: string;
  rows: readonly ParticipantRow[];
  mails: ReadonlyMap<string, { kind: string; state: string }>;
  severalSessions: boolean;
}) {
  return (
    <Table caption={words.table} head={[...words.columns]}>
      {rows.map((row) => {
        const mail = mails.get(row.id);
        return (
          <tr key={row.id}>
            <th scope="row" className="min-w-44">
              <TextLink
                to={`/staff/events/${eventId}/registrations/${row.id}`}
                className="inline-flex min-h-11 items-center"
              >
                {participantName(row)}
              </TextLink>
              <Remarks row={row} severalSessions={severalSessions} />
            </th>
            <td className="whitespace-nowrap">{categoryNames[row.category]}</td>
            <td className="text-right whitespace-nowrap">{people(row.headCount)}</td>
            <td className="min-w-32">
              <RegistrationBadge state={row.state} />
              {row.offerExpiresAt && (
                <span className="mt-1 block text-dns-14N-130">
                  {words.offerUntil(`${shortDate(row.offerExpiresAt)} ${timeOf(row.offerExpiresAt)}`)}
                </span>
              )}
              {row.checkedInAt && (
                <span className="mt-1 block text-dns-14N-130 text-success-2">{words.checkedIn}</span>
              )}
            </td>
            <td className="min-w-40 text-dns-14N-130">
              {mail && (
                <>
                  {mailKindNames[mail.kind] ?? mail.kind}
                  <br />
                  {mailStateNames[mail.state as keyof typeof mailStateNames]}
                </>
              )}
            </td>
            <td className="whitespace-nowrap">
              {shortDate(row.registeredAt)} {timeOf(row.registeredAt)}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

function Remarks({ row, severalSessions }: { row: ParticipantRow; severalSessions: boolean }) {
  const remarks = [
    row.schoolName && words.schoolGroup(row.name),
    row.isGuest && words.guest,
    row.isCompanion && words.companion,
    severalSessions && `${shortDate(row.startsAt)} ${row.sessionTitle}`.trim(),
  ].filter(Boolean);
  return remarks.length === 0 ? null : (
    <span className="block text-dns-14N-130 font-400 text-solid-gray-700">{remarks.join(" / ")}</span>
  );
}

/** What happened to a registration, the first thing first. */
export function ParticipantHistory({
  history,
}: {
  history: readonly { kind: string; at: Date; by: keyof typeof participant.by }[];
}) {
  return (
    <Table caption={participant.history} head={[...participant.historyColumns]}>
      {history.map((step, index) => (
        <tr key={index}>
          <td className="min-w-44">
            {longDate(step.at)} {timeOf(step.at)}
          </td>
          <td className="min-w-40">{participant.steps[step.kind] ?? step.kind}</td>
          <td className="whitespace-nowrap">{participant.by[step.by]}</td>
        </tr>
      ))}
    </Table>
  );
}

/** The mails about a registration, the latest first, each with its state and the way to its text. */
export function ParticipantMails({
  mails,
}: {
  mails: readonly { id: string; kind: string; state: string; subject: string | null; createdAt: Date }[];
}) {
  if (mails.length === 0) return <p>{participant.mailsNone}</p>;
  return (
    <Table caption={participant.mails} head={[...participant.mailColumns]}>
      {mails.map((mail) => (
        <tr key={mail.id}>
          <td className="min-w-44">
            {longDate(mail.createdAt)} {timeOf(mail.createdAt)}
          </td>
          <td className="min-w-56">
            <TextLink to={`/staff/mail/${mail.id}`} className="inline-flex min-h-11 items-center">
              {mail.subject ?? mailKindNames[mail.kind] ?? mail.kind}
            </TextLink>
          </td>
          <td className="whitespace-nowrap">{mailStateNames[mail.state as keyof typeof mailStateNames]}</td>
        </tr>
      ))}
    </Table>
  );
}
