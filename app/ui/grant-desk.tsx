import type { GrantRow } from "#app/domain/employment/desk.rules.ts";
import { grantWords as words } from "#app/locales/ja/employment-desk.ts";
import { plainDate } from "#app/platform/calendar.ts";
import { Button } from "./button.tsx";
import { type FieldState, SelectField, TextField } from "./field.tsx";
import { FormProblems } from "./form-problems.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

const labels = {
  subsidyId: words.subsidy,
  companyId: words.company,
  countedAs: words.countedAs,
  people: words.people,
  decidedOn: words.decidedOn,
};

/** Enters a grant decision, or puts one in the place of `edited`. */
export function GrantForm({
  subsidies,
  companies,
  edited,
  form,
}: {
  subsidies: readonly { id: string; name: string }[];
  companies: readonly { id: string; name: string }[];
  edited: GrantRow | null;
  form: FieldState | undefined;
}) {
  return (
    <form method="post" className="space-y-4" noValidate>
      <FormProblems errors={form?.errors} labels={labels} />
      {edited && <p>{words.correctText}</p>}
      {edited && <input type="hidden" name="grantId" value={edited.id} />}
      <SelectField
        name="subsidyId"
        label={words.subsidy}
        options={subsidies.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={edited?.subsidyId}
        form={form}
        required
      />
      <SelectField
        name="companyId"
        label={words.company}
        options={companies.map(({ id, name }) => ({ value: id, label: name }))}
        empty={words.companyEmpty}
        defaultValue={edited?.companyId}
        form={form}
      />
      <SelectField
        name="countedAs"
        label={words.countedAs}
        options={Object.entries(words.counts).map(([value, label]) => ({ value, label }))}
        defaultValue={edited?.countedAs}
        form={form}
        required
      />
      <TextField
        name="people"
        label={words.people}
        inputMode="numeric"
        defaultValue={edited?.people.toString()}
        form={form}
        required
      />
      <TextField
        name="decidedOn"
        label={words.decidedOn}
        support={words.decidedOnSupport}
        defaultValue={edited?.decidedOn}
        form={form}
        required
      />
      <Button name="intent" value={edited ? "correct" : "record"}>
        {edited ? words.saveCorrection : words.save}
      </Button>
    </form>
  );
}

/** Takes a decision out of the figures that was entered by mistake. */
export function VoidGrantForm({ edited }: { edited: GrantRow }) {
  return (
    <form method="post" className="space-y-4">
      <p>{words.voidText}</p>
      <input type="hidden" name="grantId" value={edited.id} />
      <Button name="intent" value="void" look="danger">
        {words.voidSubmit}
      </Button>
    </form>
  );
}

/** The decisions of a fiscal year. */
export function GrantTable({
  caption,
  grants,
  editHref,
}: {
  caption: string;
  grants: readonly GrantRow[];
  editHref: (grantId: string) => string;
}) {
  return (
    <Table caption={caption} head={words.columns.map((column) => column || words.edit)}>
      {grants.map((grant) => (
        <tr key={grant.id}>
          <th scope="row" className="whitespace-nowrap">
            {plainDate(grant.decidedOn)}
          </th>
          <td className="min-w-44">{grant.subsidyName}</td>
          <td className="min-w-40">{grant.companyName || words.companyEmpty}</td>
          <td className="min-w-32">{words.counts[grant.countedAs] ?? grant.countedAs}</td>
          <td className="text-right whitespace-nowrap">{words.persons(grant.people)}</td>
          <td>
            <TextLink to={editHref(grant.id)} className="inline-flex min-h-11 items-center whitespace-nowrap">
              {words.edit}
              <span className="sr-only">
                :{words.editFor(grant.companyName || grant.subsidyName, plainDate(grant.decidedOn))}
              </span>
            </TextLink>
          </td>
        </tr>
      ))}
    </Table>
  );
}
