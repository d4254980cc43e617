import { errorWords } from "#app/locales/ja/errors.ts";
import { ErrorSummary, Notice } from "./form-message.tsx";

/** What is wrong with a form: a problem of the whole form (`form`) as a message, problems of fields as the summary. */
export function FormProblems({
  errors,
  labels,
}: {
  errors: Record<string, string> | undefined;
  labels: Record<string, string>;
}) {
  const { form, ...fields } = errors ?? {};
  return (
    <>
      {form && <Notice kind="error" title={errorWords(form)} live focus />}
      <ErrorSummary errors={fields} labels={labels} />
    </>
  );
}
