import { GROUP_HEADER } from "#app/domain/visits/group-table.rules.ts";
import { visitGroups as words } from "#app/locales/ja/visits.ts";
import { Button } from "./button.tsx";
import { type FieldState, type Option, SelectField, TextArea, TextField } from "./field.tsx";
import { FileField } from "./file-field.tsx";

type Room = { places: readonly { name: string }[]; sessions: readonly { title: string }[] };

/** Pasting a table or choosing a file; nothing is written before it was looked at. */
export function GroupTableForm({
  room,
  schools,
  form,
}: {
  room: Room;
  schools?: readonly Option[];
  form?: FieldState;
}) {
  const places = room.places.map(({ name }) => name);
  const example = [
    [...GROUP_HEADER],
    ["2M-01", "2M", "機械科", "1", "", places[0] ?? "", places[1] ?? "", "", "", "", ""],
    ["2M-02", "2M", "機械科", "1", "", places[1] ?? "", "", "", "", "", room.sessions[0]?.title ?? ""],
  ];
  return (
    <form method="post" encType="multipart/form-data" className="space-y-5">
      <p className="max-w-3xl">{words.tableLead}</p>
      <p className="max-w-3xl">{words.tableHelp}</p>
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
          {words.example}
        </summary>
        <pre
          tabIndex={0}
          role="group"
          aria-label={words.example}
          className="overflow-x-auto rounded-8 border border-solid-gray-420 p-3 font-mono text-dns-14N-130"
        >
          {example.map((row) => row.join("\t")).join("\n")}
        </pre>
      </details>
      {schools && <SchoolField name="schoolId" schools={schools} form={form} />}
      <TextArea name="paste" label={words.paste} rows={8} form={form} />
      <FileField name="file" label={words.file} accept=".csv,.tsv,.txt,.xlsx" form={form} />
      <Button name="intent" value="check">
        {words.check}
      </Button>
    </form>
  );
}

function SchoolField({
  name,
  schools,
  form,
}: {
  name: string;
  schools: readonly Option[];
  form?: FieldState;
}) {
  return (
    <SelectField
      name={name}
      label={words.school}
      support={words.schoolSupport}
      options={schools}
      empty={words.schoolNone}
      form={form}
    />
  );
}

/** Groups out of a head count: numbers are given, wishes come later. */
export function ClassForm({ schools, form }: { schools?: readonly Option[]; form?: FieldState }) {
  return (
    <form method="post" encType="multipart/form-data" className="space-y-5">
      <p className="max-w-3xl">{words.generateLead}</p>
      {schools && <ClassSchool schools={schools} value={String(form?.values?.["schoolId"] ?? "")} />}
      <TextField
        name="className"
        label={words.className}
        support={words.classNameSupport}
        required
        form={form}
        className="max-w-xs"
      />
      <TextField name="department" label={words.department} form={form} className="max-w-xs" />
      <TextField
        name="headCount"
        label={words.headCount}
        inputMode="numeric"
        required
        form={form}
        className="max-w-xs"
      />
      <TextField
        name="groupSize"
        label={words.groupSize}
        support={words.groupSizeSupport}
        inputMode="numeric"
        required
        form={form}
        defaultValue="1"
        className="max-w-xs"
      />
      <Button name="intent" value="generate" look="secondary">
        {words.generateSubmit}
      </Button>
    </form>
  );
}

/** The same question as in the form above, under an id of its own. */
function ClassSchool({ schools, value }: { schools: readonly Option[]; value: string }) {
  return (
    <div className="max-w-xl">
      <label htmlFor="class-school" className="block text-std-17B-170">
        {words.school}
      </label>
      <select
        id="class-school"
        name="schoolId"
        defaultValue={value}
        className="mt-2 block w-full rounded-8 border border-solid-gray-600 bg-white px-4 py-3 text-oln-16N-100 leading-normal"
      >
        <option value="">{words.schoolNone}</option>
        {schools.map((school) => (
          <option key={school.value} value={school.value}>
            {school.label}
          </option>
        ))}
      </select>
    </div>
  );
}
