import type { ReactNode } from "react";
import { errorWords } from "#app/locales/ja/errors.ts";

export type FieldState = {
  /** What was typed, by field name. */
  values?: Record<string, string | string[]>;
  /** Error codes by field name. */
  errors?: Record<string, string>;
};

type FieldProps = {
  name: string;
  label: string;
  /** Stands between label and field: what to type, with an example. There are no placeholders. */
  support?: ReactNode;
  required?: boolean;
  form?: FieldState;
  /** The value when nothing was typed yet. */
  defaultValue?: string;
  /** True for texts that readers see: the text checker reads them while they are typed. */
  wording?: boolean;
};

/** The ids that tie a field to its support text and its error, so that screen readers say both. */
function describe(name: string, support: ReactNode, error: string | undefined) {
  const ids = [support ? `${name}-support` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  return ids || undefined;
}

export function errorOf(form: FieldState | undefined, name: string) {
  const code = form?.errors?.[name];
  return code ? errorWords(code) : undefined;
}

export function valueOf(form: FieldState | undefined, name: string, fallback = ""): string {
  const value = form?.values?.[name];
  return value === undefined ? fallback : Array.isArray(value) ? (value[0] ?? "") : value;
}

export function valuesOf(form: FieldState | undefined, name: string, fallback: readonly string[] = []) {
  const value = form?.values?.[name];
  if (value === undefined) return form?.values ? [] : fallback;
  return Array.isArray(value) ? value : value === "" ? [] : [value];
}

export function RequirementBadge({ required }: { required?: boolean }) {
  return required ? <span className="ml-2 text-oln-16N-100 text-error-2">※必須</span> : null;
}

export function SupportText({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p id={`${name}-support`} className="mt-1 text-std-16N-170 text-solid-gray-700">
      {children}
    </p>
  );
}

export function ErrorText({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p id={`${name}-error`} className="mt-2 text-std-16N-170 text-error-2">
      <span aria-hidden="true">＊</span>
      {children}
    </p>
  );
}

const box =
  "mt-2 block w-full rounded-8 border border-solid-gray-600 bg-white px-4 py-3 text-oln-16N-100 leading-normal aria-invalid:border-2 aria-invalid:border-error-1";

type Framed = Omit<FieldProps, "defaultValue">;

/** What stands around a field: its label above, the support text, the error below. */
function FieldFrame({
  name,
  label,
  support,
  required,
  form,
  className,
  children,
}: Framed & { className: string; children: ReactNode }) {
  const error = errorOf(form, name);
  return (
    <div className={className}>
      <label htmlFor={name} className="block text-std-17B-170">
        {label}
        <RequirementBadge required={required} />
      </label>
      {support && <SupportText name={name}>{support}</SupportText>}
      {children}
      {error && <ErrorText name={name}>{error}</ErrorText>}
    </div>
  );
}

/** What every kind of field says to programs: its name, that it is required, that it is wrong, and what describes it. */
function control({ name, support, required, form, wording }: Framed) {
  const error = errorOf(form, name);
  return {
    id: name,
    name,
    "aria-required": required || undefined,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": describe(name, support, error),
    "data-wording": wording ? "" : undefined,
  } as const;
}

/** One line of text. `type` changes only the keyboard of the phone; checks are the schema's. */
export function TextField({
  name,
  label,
  support,
  required,
  form,
  defaultValue,
  type = "text",
  autoComplete,
  inputMode,
  className = "max-w-xl",
  wording,
}: FieldProps & {
  type?: "text" | "email" | "password" | "search" | "tel" | "url";
  autoComplete?: string;
  inputMode?: "text" | "numeric" | "email" | "tel" | "url";
  className?: string;
}) {
  const field = { name, label, support, required, form, wording };
  return (
    <FieldFrame {...field} className={className}>
      <input
        {...control(field)}
        type={type}
        autoComplete={autoComplete}
        inputMode={inputMode}
        defaultValue={type === "password" ? undefined : valueOf(form, name, defaultValue)}
        className={box}
      />
    </FieldFrame>
  );
}

/** Several lines of text. */
export function TextArea({
  name,
  label,
  support,
  required,
  form,
  defaultValue,
  rows = 5,
  wording,
}: FieldProps & { rows?: number }) {
  const field = { name, label, support, required, form, wording };
  return (
    <FieldFrame {...field} className="max-w-3xl">
      <textarea
        {...control(field)}
        rows={rows}
        defaultValue={valueOf(form, name, defaultValue)}
        className={`${box} leading-relaxed`}
      />
    </FieldFrame>
  );
}

export type Option = { value: string; label: string; note?: string; disabled?: boolean };

/** A list to choose one from. */
export function SelectField({
  name,
  label,
  support,
  required,
  form,
  defaultValue,
  options,
  empty,
}: FieldProps & { options: readonly Option[]; empty?: string }) {
  const field = { name, label, support, required, form };
  return (
    <FieldFrame {...field} className="max-w-xl">
      <select {...control(field)} defaultValue={valueOf(form, name, defaultValue)} className={box}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Boxes or buttons under one question. `many` lets several be chosen. */
export function ChoiceGroup({
  name,
  label,
  support,
  required,
  form,
  options,
  many = false,
  inline = many,
  chosen = [],
}: Omit<FieldProps, "defaultValue"> & {
  options: readonly Option[];
  many?: boolean;
  /** True for short options that stand beside each other. */
  inline?: boolean;
  chosen?: readonly string[];
}) {
  const error = errorOf(form, name);
  const typed = valuesOf(form, name, chosen);
  // An option of its own may stand for "nothing chosen"; it stays chosen when the form comes back.
  const ticked = typed.length === 0 && options.some(({ value }) => value === "") ? [""] : typed;
  return (
    <fieldset aria-describedby={describe(name, support, error)} aria-invalid={error ? true : undefined}>
      <legend className="text-std-17B-170">
        {label}
        <RequirementBadge required={required} />
      </legend>
      {support && <SupportText name={name}>{support}</SupportText>}
      <div className={inline ? "mt-2 flex flex-wrap gap-x-6" : "mt-2"}>
        {options.map((option, index) => (
          <label
            key={option.value}
            className={`flex min-h-11 items-center gap-3 py-1 ${option.disabled ? "text-solid-gray-600" : ""}`}
          >
            <input
              id={index === 0 ? name : undefined}
              type={many ? "checkbox" : "radio"}
              name={name}
              value={option.value}
              defaultChecked={ticked.includes(option.value)}
              disabled={option.disabled}
              className="size-6 shrink-0 accent-key-900"
            />
            <span>
              {option.label}
              {option.note && <span className="ml-2 text-solid-gray-700">{option.note}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && <ErrorText name={name}>{error}</ErrorText>}
    </fieldset>
  );
}

/** One box that stands alone, for example an agreement. */
export function CheckBox({
  name,
  value = "yes",
  label,
  form,
}: {
  name: string;
  value?: string;
  label: ReactNode;
  form?: FieldState;
}) {
  const error = errorOf(form, name);
  return (
    <div>
      <label className="flex min-h-11 items-center gap-3 py-1">
        <input
          id={name}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={valueOf(form, name) === value}
          aria-invalid={error ? true : undefined}
          aria-describedby={describe(name, null, error)}
          className="size-6 shrink-0 accent-key-900"
        />
        <span>{label}</span>
      </label>
      {error && <ErrorText name={name}>{error}</ErrorText>}
    </div>
  );
}
