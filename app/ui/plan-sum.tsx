import type { ReactNode } from "react";
import { ErrorText, errorOf, type FieldState, SupportText } from "./field.tsx";

/** Fields that must come to 100 together; what is wrong with their sum stands under them. */
export function SumGroup({
  legend,
  support,
  form,
  children,
}: {
  legend: string;
  support: string;
  form: FieldState | undefined;
  children: ReactNode;
}) {
  const error = errorOf(form, "sum");
  return (
    <fieldset
      id="sum"
      tabIndex={-1}
      aria-describedby={error ? "sum-support sum-error" : "sum-support"}
      className={`grid gap-6 rounded-8 border p-4 ${error ? "border-2 border-error-1" : "border-solid-gray-420"}`}
    >
      <legend className="px-1 text-std-17B-170">{legend}</legend>
      <SupportText name="sum">{support}</SupportText>
      {children}
      {error && <ErrorText name="sum">{error}</ErrorText>}
    </fieldset>
  );
}
