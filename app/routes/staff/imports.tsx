import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { listImports } from "#app/domain/imports/run.store.server.ts";
import { uploadImport } from "#app/domain/imports/upload.store.server.ts";
import { importRun, imports as words } from "#app/locales/ja/imports.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/imports";

// A file of 10 MB and what a form adds to it.
export const handle = {
  access: STAFF,
  title: words.title,
  maxBodyBytes: 10.5 * 1024 * 1024,
} satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const runs = await listImports(context.get(townContext));
  return runs.map(({ createdAt, counts, ...run }) => ({
    ...run,
    createdAt: `${longDate(createdAt)} ${timeOf(createdAt)}`,
    result: (["create", "change", "same", "error"] as const)
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => `${importRun.outcomes[outcome]} ${counts[outcome].toLocaleString("ja-JP")}`)
      .join("、"),
  }));
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const file = await readFile(request);
  if (!file) return formErrors({ file: "file-missing" }, {});
  const result = await uploadImport(context.get(townContext), {
    staffId: viewer.id,
    fileName: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  if (!result.ok) return formErrors({ file: result.error }, {});
  return redirectWithNotice(`/staff/imports/${result.runId}`, "import-uploaded");
}

async function readFile(request: Request): Promise<File | null> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw data(null, { status: 400 });
  }
  const file = form.get("file");
  // A browser sends an empty file without a name when none was chosen.
  return file instanceof File && (file.name !== "" || file.size > 0) ? file : null;
}

export default function Imports({ loaderData: runs, actionData }: Route.ComponentProps) {
  return (
    <Page title={words.title} crumbs={[{ to: "/staff", label: words.staff }]} lead={<p>{words.lead}</p>}>
      <FormProblems errors={actionData?.errors} labels={{ file: words.file }} />
      <Section title={words.upload} id="upload">
        <form method="post" encType="multipart/form-data" className="max-w-3xl space-y-5">
          <FileField
            name="file"
            label={words.file}
            support={words.fileSupport}
            accept=".csv,.tsv,.txt,.xlsx"
            required
            form={actionData ?? undefined}
          />
          <p>{words.persons}</p>
          <Button>{words.submit}</Button>
        </form>
        <p className="mt-6">
          <TextLink to="/staff/imports/template.csv" className="inline-flex min-h-11 items-center">
            {words.template}
          </TextLink>
          <span className="block text-solid-gray-700">{words.templateHelp}</span>
        </p>
      </Section>
      <Section title={words.runs} id="runs">
        {runs.length === 0 ? (
          <EmptyState title={words.runsEmpty}>{words.runsEmptyHelp}</EmptyState>
        ) : (
          <Table caption={words.runs} head={Object.values(words.columns)}>
            {runs.map((run) => (
              <tr key={run.id}>
                <th scope="row" className="min-w-40">
                  <TextLink to={`/staff/imports/${run.id}`} className="inline-flex min-h-11 items-center">
                    {run.fileName}
                  </TextLink>
                </th>
                <td className="whitespace-nowrap">{words.states[run.state]}</td>
                <td className="whitespace-nowrap">{words.rows(run.rowCount)}</td>
                <td className="min-w-40">{run.result}</td>
                <td className="min-w-44">{run.createdAt}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
