import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { profileForm as words } from "#app/locales/ja/company-room.ts";
import { sexWords } from "#app/locales/ja/companies.ts";
import { ErrorText, errorOf, type FieldState, valueOf } from "./field.tsx";

const KINDS = ["highSchool", "kosen", "university"] as const;
const SEXES = ["female", "male"] as const;
const COUNTS = ["hired", "left"] as const;

/** The name of a field in the words of the summary of errors: 2025年度 高校卒 女性 採用. */
export function hireLabels(fiscalYears: readonly number[]): Record<string, string> {
  return Object.fromEntries(
    fiscalYears.flatMap((year) =>
      KINDS.flatMap((kind) =>
        SEXES.flatMap((sex) =>
          COUNTS.map((count) => [
            `graduateHires.${year}.${kind}.${sex}.${count}`,
            `${year}年度 ${words.hires.kinds[kind]} ${countLabel(sex, count)}`,
          ]),
        ),
      ),
    ),
  );
}

function countLabel(sex: string, count: "hired" | "left"): string {
  return words.hires[count](sexWords[sex]!);
}

/** Hires and leavers of three fiscal years: a box a year, in it each school kind, the newest first. */
export function HireFields({ fiscalYears, form }: { fiscalYears: readonly number[]; form: FieldState }) {
  return (
    <div id="graduateHires" className="space-y-4">
      <p className="max-w-3xl text-std-16N-170 text-solid-gray-700">{words.hires.leftNote}</p>
      {fiscalYears.toReversed().map((year) => (
        <fieldset key={year} className="min-w-0 rounded-8 border border-solid-gray-420 px-4 pb-4">
          <legend className="px-2 text-std-17B-170">{words.hires.year(year, fiscalYearLabel(year))}</legend>
          <div className="grid gap-x-8 gap-y-4 lg:grid-cols-3">
            {KINDS.map((kind) => (
              <fieldset key={kind} className="min-w-0">
                <legend className="text-std-16B-170">{words.hires.kinds[kind]}</legend>
                <div className="grid grid-cols-2 gap-x-4 gap-y-2">
                  {SEXES.flatMap((sex) =>
                    COUNTS.map((count) => (
                      <CountField
                        key={`${sex}-${count}`}
                        name={`graduateHires.${year}.${kind}.${sex}.${count}`}
                        label={countLabel(sex, count)}
                        form={form}
                      />
                    )),
                  )}
                </div>
              </fieldset>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

/** A small number of people with its label above; 人 stands behind it. */
function CountField({ name, label, form }: { name: string; label: string; form: FieldState }) {
  const error = errorOf(form, name);
  return (
    <div className="min-w-0">
      <label htmlFor={name} className="block text-std-16N-170">
        {label}
      </label>
      <span className="flex items-center gap-1">
        <input
          id={name}
          name={name}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={valueOf(form, name)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${name}-error` : undefined}
          className="block min-h-11 w-full min-w-0 rounded-8 border border-solid-gray-600 bg-white px-3 py-2 text-oln-16N-100 aria-invalid:border-2 aria-invalid:border-error-1"
        />
        <span aria-hidden="true">人</span>
      </span>
      {error && <ErrorText name={name}>{error}</ErrorText>}
    </div>
  );
}
