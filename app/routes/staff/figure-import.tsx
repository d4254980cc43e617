import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { findFigureImport } from "#app/domain/figure-imports/import.store.server.ts";
import { figureLayoutSchema, figureStepSchema, settingsSchemas } from "#app/domain/figure-imports/schema.ts";
import {
  discardFigureImport,
  leaveOut,
  setLayout,
  startFigureApply,
  startFigureCheck,
  type Step,
} from "#app/domain/figure-imports/steps.store.server.ts";
import { prepareWithdrawal } from "#app/domain/figure-imports/withdrawal.store.server.ts";
import { figureImportPage, readMappingFields, readSettingFields } from "#app/http/figure-import-page.ts";
import { figureImport as words, figureImports, figureSettings } from "#app/locales/ja/figure-imports.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, type FormValues, readForm } from "#app/platform/form.server.ts";
import { requestFactsContext, townContext } from "#app/town.ts";
import { FigureLayoutForm } from "#app/ui/figure-import-layout.tsx";
import { FigureMappingForm } from "#app/ui/figure-import-mapping.tsx";
import { FigureRows } from "#app/ui/figure-import-rows.tsx";
import {
  FigureApplyForm,
  FigureLeaveAllForm,
  FigureState,
  FigureTiles,
  FigureWithdrawForm,
} from "#app/ui/figure-import-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { DiscardForm } from "#app/ui/import-notices.tsx";
import { ImportProgress } from "#app/ui/import-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Route } from "./+types/figure-import";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const found = await findFigureImport(town, { importId: params.id });
  if (!found) throw data(null, { status: 404 });
  const page = await figureImportPage(town, found, new URL(request.url).searchParams);
  return { ...page, nonce: context.get(requestFactsContext).nonce };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const values = await readForm(request);
  const found = await findFigureImport(town, { importId: params.id });
  if (!found) throw data(null, { status: 404 });
  const { id: importId, kind, headers } = found;
  const page = `/staff/figures/${importId}`;

  if (values["intent"] === "layout") {
    const layout = checkForm(values, figureLayoutSchema);
    if (!layout.ok) return formErrors(layout.errors, values);
    const { headerRow, headerRows } = layout.data;
    return answer(await setLayout(town, { importId, headerRow, headerRows }), {
      to: `${page}#mapping`,
      notice: "figure-import-layout",
      values,
      headers,
    });
  }
  const form = checkForm(values, figureStepSchema);
  if (!form.ok) {
    const { confirm, row, withdrawalReason } = form.errors;
    const intent = values["intent"];
    if (intent === "apply" && confirm) return formErrors({ confirm: "import-confirm" }, values);
    if (withdrawalReason) return formErrors({ withdrawalReason }, values);
    return formErrors({ form: row ? "figure-rows" : "choose" }, values);
  }
  const step = form.data;
  switch (step.intent) {
    case "check": {
      const typed = readSettingFields(values);
      const settings = checkForm(typed, settingsSchemas[kind]);
      if (!settings.ok) return formErrors(settings.errors, values);
      const checked = await startFigureCheck(town, {
        importId,
        mapping: readMappingFields(values, headers),
        typed,
      });
      return answer(checked, { to: `${page}#result`, notice: "figure-import-checking", values, headers });
    }
    case "leave-out":
    case "leave-out-all":
    case "put-back": {
      const rows = step.intent === "leave-out-all" ? "errors" : step.row;
      const changed = await leaveOut(town, { importId, rows, isLeftOut: step.intent !== "put-back" });
      return answer(changed, { to: `${page}#result`, notice: "figure-import-left-out", values, headers });
    }
    case "apply": {
      const { checked } = step;
      const applied = await startFigureApply(town, { importId, staffId: viewer.id, checked });
      return answer(applied, { to: page, notice: "figure-import-applying", values, headers });
    }
    case "withdraw": {
      const reason = step.withdrawalReason;
      const begun = await prepareWithdrawal(town, { importId, staffId: viewer.id, reason });
      if (!begun.ok) return answer(begun, { to: page, notice: "figure-import-withdrawing", values, headers });
      const notice = begun.left > 0 ? "figure-import-withdrawing-partly" : "figure-import-withdrawing";
      return redirectWithNotice(`/staff/figures/${begun.importId}#result`, notice);
    }
    case "discard": {
      const given = await discardFigureImport(town, { importId, staffId: viewer.id });
      return answer(given, { to: page, notice: "figure-import-discarded", values, headers });
    }
  }
}

/** Goes on, or back to the form with the place that is wrong. */
function answer(
  step: Step,
  { to, notice, values, headers }: { to: string; notice: string; values: FormValues; headers: string[] },
) {
  if (step.ok) return redirectWithNotice(to, notice);
  const column = step.header ? headers.indexOf(step.header) : -1;
  const place = step.field ?? (column >= 0 ? `column-${column}` : "form");
  const isPast = step.error === "import-state" || step.error === "figure-import-rechecked";
  return formErrors({ [place]: step.error }, values, isPast ? 409 : 400);
}

export default function FigureImport({ loaderData: run, actionData }: Route.ComponentProps) {
  const form = actionData ?? undefined;
  const columns = Object.fromEntries(run.columns.map(({ header }, index) => [`column-${index}`, header]));
  const settings = Object.fromEntries(
    Object.entries(figureSettings).flatMap(([field, label]) =>
      typeof label === "string" ? [[field, label]] : [],
    ),
  );
  const labels = {
    ...settings,
    ...columns,
    confirm: words.apply,
    headerRow: words.headerRow,
    withdrawalReason: words.withdrawalReason,
  };
  return (
    <Page
      title={words.titleOf(run.fileName)}
      crumbs={[
        { to: "/staff", label: figureImports.staff },
        { to: "/staff/figures", label: figureImports.title },
      ]}
      lead={<p>{words.facts(run.kindName, run.encoding, run.sheetName, run.rowCount)}</p>}
      wide
    >
      <FormProblems errors={form?.errors} labels={labels} />
      <FigureState run={run} />
      {run.isWorking && <ImportProgress run={run} path={`/staff/figures/${run.id}`} words={words} />}
      {run.isWorking && <script type="module" src="/import-progress.js" nonce={run.nonce} />}
      {run.hasRows && (
        <Section title={words.result} id="result">
          <FigureTiles run={run} />
          {run.state === "checked" && <FigureLeaveAllForm run={run} />}
          {run.mayApply && <FigureApplyForm run={run} form={form} />}
        </Section>
      )}
      {run.hasRows && (
        <Section title={words.rowsTitle} id="rows">
          <FigureRows run={run} />
        </Section>
      )}
      {run.mayAssign && (
        <Section title={words.mapping} id="mapping">
          <FigureLayoutForm run={run} form={form} />
          <FigureMappingForm run={run} form={form} />
        </Section>
      )}
      {run.state === "applied" && (
        <Section title={words.withdrawal} id="withdrawal">
          <FigureWithdrawForm form={form} />
        </Section>
      )}
      {(run.mayAssign || run.state === "checking") && <DiscardForm />}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.titleOf(loaderData.fileName) : words.title} | ${site.name}` },
];
