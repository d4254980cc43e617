import { sessionWords as words } from "#app/locales/ja/event-editor-parts.ts";
import { categoryNames, people } from "#app/locales/ja/events.ts";
import { Button } from "./button.tsx";
import { CheckBox, errorOf, ErrorText, type FieldState, SelectField, TextField, valueOf } from "./field.tsx";
import { Section } from "./page.tsx";
import { Table } from "./table.tsx";

type Category = keyof typeof categoryNames;
export type PoolRow = {
  id: string;
  category: Category;
  schoolName: string | null;
  department: string;
  graduationYear: number | null;
  capacity: number;
  reserved: number;
  waiting: number;
  removable: boolean;
};
export type SessionRow = {
  id: string;
  title: string;
  when: string;
  values: Record<string, string>;
  /** People who hold a seat of the session or wait; they are told when its time changes. */
  recipients: number;
  removable: boolean;
  pools: readonly PoolRow[];
};

/** Whom a pool serves, in words. */
export function scopeWords(pool: Pick<PoolRow, "category" | "schoolName" | "department" | "graduationYear">) {
  return [
    categoryNames[pool.category],
    pool.schoolName,
    pool.department,
    pool.graduationYear && words.graduates(pool.graduationYear),
  ]
    .filter(Boolean)
    .join("・");
}

/** The name, day and hours of a session. */
export function SessionFields({ form }: { form: FieldState | undefined }) {
  return (
    <>
      <TextField name="title" label={words.name} support={words.nameSupport} form={form} wording />
      <div className="grid max-w-3xl items-end gap-4 sm:grid-cols-3">
        <TextField name="date" label={words.date} required form={form} />
        <TextField name="from" label={words.from} required form={form} />
        <TextField name="to" label={words.to} required form={form} />
      </div>
    </>
  );
}

/** One session with its seats; its own form stands open when the address or an error asks for it. */
export function SessionPart({
  session,
  index,
  version,
  editing,
  form,
  canTell,
}: {
  session: SessionRow;
  index: number;
  version: string;
  /** True when this session's form is open. */
  editing: boolean;
  form: FieldState | undefined;
  canTell: boolean;
}) {
  const heading = session.title ? `${words.session(index)} ${session.title}` : words.session(index);
  return (
    <Section title={heading} id={`session-${index}`}>
      <p>{session.when}</p>
      {!editing && (
        <p className="mt-2">
          <a
            href={`?session=${session.id}#session-${index}`}
            className="inline-flex min-h-11 items-center text-blue-1000 underline underline-offset-4"
          >
            {words.change}
            <span className="sr-only">:{heading}</span>
          </a>
        </p>
      )}
      {editing && (
        <form method="post" noValidate className="mt-4 grid gap-6 rounded-8 border border-solid-gray-420 p-4">
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="sessionId" value={session.id} />
          <SessionFields form={form ?? { values: { ...session.values, notify: "yes" } }} />
          {canTell && session.recipients > 0 && (
            <CheckBox
              name="notify"
              label={words.notify(session.recipients)}
              form={form ?? { values: { notify: "yes" } }}
            />
          )}
          <p className="flex flex-wrap gap-3">
            <Button name="intent" value="save-session">
              {words.save}
            </Button>
            {session.removable && (
              <Button name="intent" value="remove-session" look="danger">
                {words.remove}
              </Button>
            )}
          </p>
          {!session.removable && <p className="text-solid-gray-700">{words.notRemovable}</p>}
        </form>
      )}
      <h3 className="mt-6 mb-2 text-std-18B-160">{words.pools}</h3>
      {session.pools.length === 0 ? (
        <p>{words.poolsNone}</p>
      ) : (
        <PoolTable session={session} version={version} heading={heading} form={form} />
      )}
    </Section>
  );
}

function PoolTable({
  session,
  version,
  heading,
  form,
}: {
  session: SessionRow;
  version: string;
  heading: string;
  form: FieldState | undefined;
}) {
  const { poolColumns: columns } = words;
  return (
    <Table
      caption={`${heading} ${words.pools}`}
      head={[columns.scope, columns.reserved, columns.waiting, columns.change]}
    >
      {session.pools.map((pool) => {
        const scope = scopeWords(pool);
        const isSent = valueOf(form, "poolId") === pool.id;
        const error = isSent ? errorOf(form, "capacity") : undefined;
        const typed = isSent ? valueOf(form, "capacity") : String(pool.capacity);
        return (
          <tr key={pool.id}>
            <th scope="row" className="min-w-40">
              {scope}
            </th>
            <td className="text-right whitespace-nowrap">{people(pool.reserved)}</td>
            <td className="text-right whitespace-nowrap">{people(pool.waiting)}</td>
            <td className="min-w-64">
              <form method="post" noValidate className="flex flex-wrap items-center gap-2">
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="poolId" value={pool.id} />
                <input
                  id={isSent ? "capacity" : `capacity-${pool.id}`}
                  name="capacity"
                  inputMode="numeric"
                  aria-label={words.capacityOf(scope)}
                  aria-invalid={error ? true : undefined}
                  aria-describedby={error ? "capacity-error" : undefined}
                  defaultValue={typed}
                  className="min-h-11 w-24 rounded-8 border border-solid-gray-600 bg-white px-3 text-oln-16N-100 aria-invalid:border-2 aria-invalid:border-error-1"
                />
                <Button name="intent" value="resize-pool" look="secondary" aria-label={words.resizeOf(scope)}>
                  {words.resize}
                </Button>
                {pool.removable && (
                  <Button
                    name="intent"
                    value="remove-pool"
                    look="quiet"
                    aria-label={words.removePoolOf(scope)}
                  >
                    {words.removePool}
                  </Button>
                )}
              </form>
              {error && <ErrorText name="capacity">{error}</ErrorText>}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

/** Seats for a category, a school, a department or a year. */
export function AddPoolForm({
  version,
  sessions,
  schools,
  form,
}: {
  version: string;
  sessions: readonly SessionRow[];
  schools: readonly { id: string; name: string }[];
  form: FieldState | undefined;
}) {
  const categories = Object.entries(categoryNames).map(([value, label]) => ({ value, label }));
  return (
    <form method="post" noValidate className="grid gap-6">
      <input type="hidden" name="version" value={version} />
      {sessions.length === 1 ? (
        <input type="hidden" name="sessionId" value={sessions[0]!.id} />
      ) : (
        <SelectField
          name="sessionId"
          label={words.shortTitle}
          options={sessions.map((session, index) => ({
            value: session.id,
            label: `${words.session(index + 1)} ${session.title} ${session.when}`,
          }))}
          form={form}
        />
      )}
      <SelectField name="category" label={words.category} options={categories} required form={form} />
      <TextField
        name="capacity"
        label={words.capacity}
        support={words.capacitySupport}
        inputMode="numeric"
        required
        form={form}
      />
      <SelectField
        name="schoolId"
        label={words.school}
        empty={words.everySchool}
        options={schools.map(({ id, name }) => ({ value: id, label: name }))}
        form={form}
      />
      <TextField name="department" label={words.department} support={words.departmentSupport} form={form} />
      <TextField
        name="graduationYear"
        label={words.graduationYear}
        support={words.graduationYearSupport}
        inputMode="numeric"
        form={form}
      />
      <div>
        <Button name="intent" value="add-pool">
          {words.addPool}
        </Button>
      </div>
    </form>
  );
}
