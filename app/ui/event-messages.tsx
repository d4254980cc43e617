import {
  announcementReasons,
  messages as words,
  toldFieldNames,
} from "#app/locales/ja/event-announcements.ts";
import { categoryNames } from "#app/locales/ja/events.ts";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import { Button } from "./button.tsx";
import { ChoiceGroup, type FieldState, SelectField, TextArea, TextField } from "./field.tsx";
import { DescriptionList, Table } from "./table.tsx";

type Category = keyof typeof categoryNames;
export type SchoolChoice = { id: string; name: string };

/** A message to participants, as it is written. */
export function MessageForm({
  announcementId,
  schools,
  form,
}: {
  announcementId: string;
  schools: readonly SchoolChoice[];
  form: FieldState | undefined;
}) {
  return (
    <form method="post" noValidate className="grid gap-6">
      <input type="hidden" name="announcementId" value={announcementId} />
      <TextField
        name="subject"
        label={words.subject}
        support={words.subjectSupport}
        required
        form={form}
        className="max-w-3xl"
        wording
      />
      <TextArea
        name="body"
        label={words.body}
        support={words.bodySupport}
        rows={8}
        required
        form={form}
        wording
      />
      <ChoiceGroup
        name="categories"
        label={words.categories}
        support={words.categoriesSupport}
        options={Object.entries(categoryNames).map(([value, label]) => ({ value, label }))}
        many
        form={form}
      />
      {schools.length > 0 && (
        <SelectField
          name="schoolId"
          label={words.school}
          empty={words.allSchools}
          options={schools.map(({ id, name }) => ({ value: id, label: name }))}
          form={form}
        />
      )}
      <div>
        <Button name="intent" value="preview">
          {words.preview}
        </Button>
      </div>
    </form>
  );
}

export type MessagePreviewData = {
  announcementId: string;
  subject: string;
  body: string;
  categories: readonly Category[];
  schoolId: string;
  recipients: number;
};

/** The message as it will be sent and to how many, with the way back. */
export function MessagePreview({
  preview,
  eventTitle,
  schools,
}: {
  preview: MessagePreviewData;
  eventTitle: string;
  schools: readonly SchoolChoice[];
}) {
  const { announcementId, subject, body, categories, schoolId, recipients } = preview;
  const school = schools.find(({ id }) => id === schoolId)?.name;
  return (
    <form method="post">
      <input type="hidden" name="announcementId" value={announcementId} />
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="body" value={body} />
      <input type="hidden" name="schoolId" value={schoolId} />
      {categories.map((category) => (
        <input key={category} type="hidden" name="categories" value={category} />
      ))}
      <DescriptionList
        items={[
          {
            term: words.columns[2],
            children: `${audienceWords(categories, school)}\n${words.previewTo(recipients)}`,
          },
          { term: words.subject, children: `${subject}(${eventTitle})` },
          { term: words.body, children: body },
        ]}
      />
      <p className="my-4">{words.previewNote}</p>
      <p className="flex flex-wrap gap-3">
        <Button name="intent" value="send">
          {words.send(recipients)}
        </Button>
        <Button name="intent" value="edit" look="secondary">
          {words.edit}
        </Button>
      </p>
    </form>
  );
}

function audienceWords(categories: readonly Category[], school: string | undefined): string {
  const names = categories.map((category) => categoryNames[category]).join("、");
  return [names || words.everybody, school].filter(Boolean).join(" / ");
}

export type AnnouncementRow = {
  announcementId: string;
  reason: keyof typeof announcementReasons;
  recipients: number;
  subject: string;
  body: string;
  categories: readonly string[];
  schoolId: string | null;
  sessionId: string | null;
  changes: readonly { field: string; before: string; after: string }[];
  at: Date;
  by: string | null;
  mails: { written: number; queued: number; sent: number; failed: number; suppressed: number };
};

/** What participants were told so far, with what became of the mails. */
export function AnnouncementTable({
  announcements,
  schools,
}: {
  announcements: readonly AnnouncementRow[];
  schools: readonly SchoolChoice[];
}) {
  if (announcements.length === 0) return <p>{words.historyNone}</p>;
  return (
    <>
      <p className="mb-4 text-solid-gray-700">{words.historyNote}</p>
      <Table caption={words.history} head={[...words.columns]}>
        {announcements.map((row) => (
          <tr key={row.announcementId}>
            <td className="min-w-36">
              {longDate(row.at)} {timeOf(row.at)}
              {row.by && <span className="block text-dns-14N-130">{words.by(row.by)}</span>}
            </td>
            <th scope="row" className="min-w-64">
              {announcementReasons[row.reason]}
              <span className="block font-400">{row.subject}</span>
              {row.changes.map((change) => (
                <span key={change.field} className="block text-dns-14N-130 font-400">
                  {toldFieldNames[change.field as keyof typeof toldFieldNames] ?? change.field}:
                  {change.before} → {change.after}
                </span>
              ))}
              {row.body && (
                <span className="block text-dns-14N-130 font-400 whitespace-pre-line">{row.body}</span>
              )}
            </th>
            <td className="min-w-32">
              {audienceWords(
                row.categories as Category[],
                schools.find(({ id }) => id === row.schoolId)?.name,
              )}
              {row.sessionId && <span className="block text-dns-14N-130">{words.session}</span>}
              <span className="block">{words.recipients(row.recipients)}</span>
            </td>
            <td className="min-w-36">{words.progress(row.mails, row.recipients)}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
