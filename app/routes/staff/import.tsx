import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { COMPANY_COLUMNS } from "#app/domain/companies/table-columns.ts";
import { isPersonColumn } from "#app/domain/imports/mapping.ts";
import { isWorking, mayApply, mayAssign, ROW_OUTCOMES } from "#app/domain/imports/rules.ts";
import {
  discardImport,
  findImport,
  listImportRows,
  ROWS_PER_PAGE,
  startApply,
  startCheck,
} from "#app/domain/imports/run.store.server.ts";
import { importStepSchema } from "#app/domain/imports/schema.ts";
import { importRun as words, imports } from "#app/locales/ja/imports.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, type FormValues, readForm } from "#app/platform/form.server.ts";
import { requestFactsContext, townContext } from "#app/town.ts";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { ImportMappingForm } from "#app/ui/import-mapping-form.tsx";
import { ImportRows } from "#app/ui/import-rows.tsx";
import { DiscardForm } from "#app/ui/import-notices.tsx";
import { ApplyForm, ImportProgress, ImportState, OutcomeTiles } from "#app/ui/import-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Route } from "./+types/import";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

const moment = (at: Date) => `${longDate(at)} ${timeOf(at)}`;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const run = await findImport(town, { runId: params.id });
  if (!run) throw data(null, { status: 404 });
  const query = new URL(request.url).searchParams;
  const outcome = ROW_OUTCOMES.find((name) => name === query.get("outcome")) ?? null;
  const wanted = /^[1-9]\d{0,4}$/.test(query.get("page") ?? "") ? Number(query.get("page")) : 1;
  const hasRows = run.state === "checked" || run.state === "applied" || run.state === "failed";
  const { total, rows } = hasRows
    ? await listImportRows(town, { runId: run.id, outcome, page: wanted })
    : { total: 0, rows: [] };
  const nameColumn = run.headers.findIndex((header) => run.mapping[header] === "name");
  const labels = new Map(COMPANY_COLUMNS.map(({ field, header }) => [field as string, header]));
  return {
    ...run,
    createdAt: moment(run.createdAt),
    appliedAt: run.appliedAt && moment(run.appliedAt),
    appliedBefore: run.appliedBefore && {
      id: run.appliedBefore.id,
      when: longDate(run.appliedBefore.appliedAt),
    },
    fields: COMPANY_COLUMNS.map(({ field, header }) => ({ value: field, label: header })),
    columns: run.headers.map((header, index) => ({
      header,
      field: run.mapping[header] ?? "",
      isPerson: isPersonColumn(header),
      sample: run.sample.map((cells) => (cells[index] ?? "").slice(0, 30)).filter(Boolean),
    })),
    isWorking: isWorking(run.state),
    nonce: context.get(requestFactsContext).nonce,
    mayAssign: mayAssign(run.state),
    mayApply: mayApply(run.state, run.counts),
    hasRows,
    outcome,
    total,
    page: wanted,
    pages: Math.max(1, Math.ceil(total / ROWS_PER_PAGE)),
    rows: rows.map(({ cells, difference, ...row }) => ({
      ...row,
      name: cells[nameColumn] ?? "",
      difference: difference.map((change) => ({
        ...change,
        field: labels.get(change.field) ?? change.field,
      })),
    })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const values = await readForm(request);
  const form = checkForm(values, importStepSchema);
  if (!form.ok) {
    const isApply = values["intent"] === "apply";
    return formErrors(isApply ? { confirm: "import-confirm" } : { form: "choose" }, values);
  }
  const run = await findImport(town, { runId: params.id });
  if (!run) throw data(null, { status: 404 });
  const page = `/staff/imports/${run.id}`;
  const { intent } = form.data;
  const step =
    intent === "check"
      ? await startCheck(town, { runId: run.id, mapping: readMapping(values, run.headers) })
      : intent === "apply"
        ? await startApply(town, { runId: run.id, staffId: viewer.id })
        : await discardImport(town, { runId: run.id });
  if (step.ok)
    return redirectWithNotice(
      page,
      { check: "import-checking", apply: "import-applying", discard: "import-discarded" }[intent],
    );
  const column = step.header ? run.headers.indexOf(step.header) : -1;
  const place = column >= 0 ? `column-${column}` : "form";
  return formErrors({ [place]: step.error }, values, step.error === "import-state" ? 409 : 400);
}

function readMapping(values: FormValues, headers: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    headers.flatMap((header, index) => {
      const field = values[`column-${index}`];
      return typeof field === "string" && field !== "" ? [[header, field]] : [];
    }),
  );
}

export default function Import({ loaderData: run, actionData }: Route.ComponentProps) {
  const form = actionData ?? undefined;
  const columnLabels = Object.fromEntries(run.headers.map((header, index) => [`column-${index}`, header]));
  return (
    <Page
      title={words.titleOf(run.fileName)}
      crumbs={[
        { to: "/staff", label: imports.staff },
        { to: "/staff/imports", label: imports.title },
      ]}
      lead={<p>{words.facts(words.encodings[run.encoding] ?? "", run.rowCount, run.headers.length)}</p>}
      wide
    >
      <FormProblems errors={form?.errors} labels={{ confirm: words.apply, ...columnLabels }} />
      <ImportState run={run} />
      {run.isWorking && <ImportProgress run={run} path={`/staff/imports/${run.id}`} words={words} />}
      {run.isWorking && <script type="module" src="/import-progress.js" nonce={run.nonce} />}
      {run.hasRows && (
        <Section title={words.result} id="result">
          <OutcomeTiles runId={run.id} counts={run.counts} />
          {run.mayApply && <ApplyForm counts={run.counts} form={form} />}
        </Section>
      )}
      {run.hasRows && (
        <Section title={words.rowsTitle} id="rows">
          <ImportRows run={run} />
        </Section>
      )}
      {run.mayAssign && (
        <Section title={words.mapping} id="mapping">
          <ImportMappingForm columns={run.columns} fields={run.fields} state={run.state} form={form} />
        </Section>
      )}
      {(run.mayAssign || run.state === "checking") && <DiscardForm />}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.titleOf(loaderData.fileName) : words.title} | ${site.name}` },
];
