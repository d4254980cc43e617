import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { listFigureImports } from "#app/domain/figure-imports/import.store.server.ts";
import { FIGURE_KINDS } from "#app/domain/figure-imports/rules.ts";
import { figureUploadSchema } from "#app/domain/figure-imports/schema.ts";
import { uploadFigures } from "#app/domain/figure-imports/upload.store.server.ts";
import { figureImports as words, figureKinds } from "#app/locales/ja/figure-imports.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf, fiscalYearLabel, fiscalYearOf, longDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readFormWithFiles } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { ChoiceGroup, TextField } from "#app/ui/field.tsx";
import { FigureTemplates } from "#app/ui/figure-import-templates.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/figures";

// A file of 10 MB and what a form adds to it.
export const handle = {
  access: STAFF,
  title: words.title,
  maxBodyBytes: 10.5 * 1024 * 1024,
} satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const imports = await listFigureImports(town);
  return {
    year: fiscalYearLabel(fiscalYearOf(civilDateOf(town.clock.now()))),
    imports: imports.map(({ id, kind, state, fileName, createdAt, counts: { cells } }) => ({
      id,
      kind: figureKinds[kind].name,
      state,
      fileName,
      createdAt: `${longDate(createdAt)} ${timeOf(createdAt)}`,
      result: words.resultOf(cells.create, cells.change, cells.same, cells.error),
    })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const { values, files } = await readFormWithFiles(request, "file");
  const form = checkForm(values, figureUploadSchema);
  const [file] = files;
  if (!form.ok) return formErrors({ ...form.errors, ...(file ? {} : { file: "file-missing" }) }, values);
  if (!file) return formErrors({ file: "file-missing" }, values);
  const result = await uploadFigures(context.get(townContext), {
    staffId: viewer.id,
    kind: form.data.kind,
    fileName: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    sheet: form.data.sheet,
  });
  if (!result.ok)
    return formErrors(
      { [result.error.startsWith("table-no-sheet") ? "sheet" : "file"]: result.error },
      values,
    );
  return redirectWithNotice(`/staff/figures/${result.importId}`, "figure-import-uploaded");
}

export default function Figures({ loaderData: { imports, year }, actionData }: Route.ComponentProps) {
  const form = actionData ?? undefined;
  return (
    <Page title={words.title} crumbs={[{ to: "/staff", label: words.staff }]} lead={<p>{words.lead}</p>}>
      <FormProblems
        errors={form?.errors}
        labels={{ file: words.file, kind: words.kind, sheet: words.sheet }}
      />
      <Section title={words.upload} id="upload">
        <form method="post" encType="multipart/form-data" className="max-w-3xl space-y-6">
          <ChoiceGroup
            name="kind"
            label={words.kind}
            required
            form={form}
            options={FIGURE_KINDS.map((kind) => ({
              value: kind,
              label: figureKinds[kind].name,
              note: figureKinds[kind].help,
            }))}
          />
          <FileField
            name="file"
            label={words.file}
            support={words.fileSupport}
            accept=".csv,.tsv,.txt,.xlsx"
            required
            form={form}
          />
          <TextField name="sheet" label={words.sheet} support={words.sheetSupport} form={form} />
          <p>{words.persons}</p>
          <Button>{words.submit}</Button>
        </form>
      </Section>
      <Section title={words.templates} id="templates">
        <FigureTemplates lead={words.templatesLead(year)} />
      </Section>
      <Section title={words.runs} id="runs">
        {imports.length === 0 ? (
          <EmptyState title={words.runsEmpty}>{words.runsEmptyHelp}</EmptyState>
        ) : (
          <Table caption={words.runs} head={Object.values(words.columns)}>
            {imports.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="min-w-40">
                  <TextLink to={`/staff/figures/${row.id}`} className="inline-flex min-h-11 items-center">
                    {row.fileName}
                  </TextLink>
                </th>
                <td className="min-w-40">{row.kind}</td>
                <td className="whitespace-nowrap">{words.states[row.state]}</td>
                <td className="min-w-40">{row.result}</td>
                <td className="min-w-44">{row.createdAt}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
