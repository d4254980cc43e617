import type { ReactNode } from "react";
import { errorOf, ErrorText, type FieldState, RequirementBadge, SupportText } from "./field.tsx";

/** A file to choose. The form needs `encType="multipart/form-data"`; a chosen file is not kept after an error. */
export function FileField({
  name,
  label,
  support,
  accept,
  multiple,
  required,
  form,
}: {
  name: string;
  label: string;
  support?: ReactNode;
  /** File endings and types that the browser offers; the server judges by content. */
  accept?: string;
  multiple?: boolean;
  required?: boolean;
  form?: FieldState;
}) {
  const error = errorOf(form, name);
  const describedBy = [support ? `${name}-support` : "", error ? `${name}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <div>
      <label htmlFor={name} className="block text-std-17B-170">
        {label}
        <RequirementBadge required={required} />
      </label>
      {support && <SupportText name={name}>{support}</SupportText>}
      <input
        id={name}
        type="file"
        name={name}
        accept={accept}
        multiple={multiple}
        aria-required={required || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
        className="mt-2 block w-full max-w-xl rounded-8 border border-solid-gray-600 bg-white p-2 text-oln-16N-100 leading-normal file:mr-4 file:min-h-11 file:rounded-8 file:border-2 file:border-key-900 file:bg-white file:px-4 file:text-key-900 aria-invalid:border-2 aria-invalid:border-error-1"
      />
      {error && <ErrorText name={name}>{error}</ErrorText>}
    </div>
  );
}
