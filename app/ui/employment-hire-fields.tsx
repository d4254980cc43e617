import {
  dropField,
  hireField,
  type HireField,
  isBlankRow,
  MOST_ROWS,
} from "#app/domain/employment/report.rules.ts";
import { PLACEMENT_ROUTES, SCHOOL_KINDS } from "#app/domain/employment/rules.ts";
import { placementRouteNames, reportWords as words, schoolKindNames } from "#app/locales/ja/employment.ts";
import { Button } from "./button.tsx";
import { CheckBox, type FieldState, SelectField, TextField, valueOf } from "./field.tsx";

export const schoolKindOptions = SCHOOL_KINDS.map((kind) => ({ value: kind, label: schoolKindNames[kind]! }));
export const routeOptions = PLACEMENT_ROUTES.map((route) => ({
  value: route,
  label: placementRouteNames[route]!,
}));

const RARE = ["departmentName", "route", "code"] as const satisfies readonly HireField[];

const summaryLook = "min-h-11 cursor-pointer rounded-8 px-4 py-2 text-std-17B-170 text-key-900";

/**
 * One hire: a step that opens when it is wanted. What is filled in and right stands there in one line; the row that was
 * just added, and one with something wrong, is open.
 */
export function HireFields({
  row,
  form,
  usualPlace,
}: {
  row: number;
  form: FieldState | undefined;
  /** Where people of the company usually work; blank for none. */
  usualPlace: string;
}) {
  const values = form?.values ?? {};
  const isBlank = isBlankRow(values, row);
  const isWrong = Object.keys(form?.errors ?? {}).some((name) => name.startsWith(`hire-${row}-`));
  const isAdded = isBlank && valueOf(form, "intent") === "add-row";
  return (
    <details
      open={isWrong || isAdded}
      id={isBlank ? "new-hire" : undefined}
      className={`rounded-8 border ${isWrong ? "border-2 border-error-1" : "border-solid-gray-420"}`}
    >
      <summary className={summaryLook}>
        <span className="underline underline-offset-4">{summaryOf(values, row, isBlank)}</span>
        {isWrong && <span className="ml-2 text-error-2">{words.wrong}</span>}
      </summary>
      <Fields row={row} form={form} usualPlace={usualPlace} isBlank={isBlank} />
    </details>
  );
}

/** What a row says while it is closed. */
function summaryOf(values: NonNullable<FieldState["values"]>, row: number, isBlank: boolean): string {
  if (isBlank) return row === 0 ? words.openHire : words.openNext;
  const text = (field: HireField) => valueOf({ values }, hireField(row, field)).trim();
  const kind = words.kinds.find(({ value }) => value === text("kind"))?.label;
  const facts = [text("mark"), text("startedOn"), kind, text("placeOfWork")].filter(Boolean);
  return words.typed(row + 1, facts.join("・"));
}

/** Takes what is filled in and opens the next step; nothing is recorded yet. */
export function AddRow({ label }: { label: string }) {
  return (
    <Button name="intent" value="add-row" look="secondary" formAction="#new-hire">
      {label}
    </Button>
  );
}

function Fields({
  row,
  form,
  usualPlace,
  isBlank,
}: {
  row: number;
  form: FieldState | undefined;
  usualPlace: string;
  isBlank: boolean;
}) {
  const field = (name: HireField) => ({ name: hireField(row, name), form });
  const isRareOpen = RARE.some(
    (name) => form?.errors?.[hireField(row, name)] || valueOf(form, hireField(row, name)) !== "",
  );
  return (
    <fieldset className="min-w-0 px-4 pb-4">
      <legend className="sr-only">{words.hire(row + 1)}</legend>
      {row === 0 && <p className="mb-4">{words.noNames}</p>}
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <TextField {...field("mark")} label={words.mark} support={words.markSupport} required />
        <TextField
          {...field("startedOn")}
          label={words.startedOn}
          support={words.startedOnSupport}
          required
        />
        <SelectField
          {...field("kind")}
          label={words.kind}
          support={words.kindSupport}
          options={words.kinds}
          empty={words.choose}
          required
        />
        <TextField
          {...field("placeOfWork")}
          label={words.placeOfWork}
          support={words.placeOfWorkSupport}
          defaultValue={usualPlace}
          required
        />
        <TextField
          {...field("graduationYear")}
          label={words.graduationYear}
          support={words.graduationYearSupport}
          inputMode="numeric"
        />
        <SelectField
          {...field("schoolKind")}
          label={words.schoolKind}
          support={words.schoolKindSupport}
          options={schoolKindOptions}
          empty={words.schoolKindEmpty}
        />
      </div>
      <details open={isRareOpen} className="mt-4">
        <summary className="min-h-11 cursor-pointer py-2 text-blue-1000 underline underline-offset-4">
          {words.more}
        </summary>
        <div className="mt-2 grid gap-x-6 gap-y-4 sm:grid-cols-2">
          <TextField
            {...field("departmentName")}
            label={words.departmentName}
            support={words.departmentNameSupport}
          />
          <SelectField
            {...field("route")}
            label={words.route}
            options={routeOptions}
            empty={words.routeEmpty}
          />
          <TextField {...field("code")} label={words.code} support={words.codeSupport} />
        </div>
      </details>
      <div className="mt-4">
        {isBlank ? (
          row + 1 < MOST_ROWS && <AddRow label={words.addRow} />
        ) : (
          <CheckBox name={dropField(row)} label={words.drop} form={form} />
        )}
      </div>
    </fieldset>
  );
}
