import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { checkSearchNow, orderReindex, readSearchHealth } from "#app/domain/matching/health.server.ts";
import { searchDeskSchema } from "#app/domain/matching/schema.ts";
import { searchDeskWords as words } from "#app/locales/ja/search-desk.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckBox, type FieldState } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { IndexTable, SearchStateList } from "#app/ui/search-health.tsx";
import type { Route } from "./+types/search";

const HERE = "/staff/search";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const { engine, waiting, guard, indexes } = await readSearchHealth(context.get(townContext));
  const failure = guard?.lastFailure;
  return {
    state: {
      engine,
      waiting,
      guard: guard && {
        state: guard.state,
        lastFailure: failure ? { at: moment(failure.at), code: failure.code } : null,
        fallbacks: guard.fallbacks,
      },
    },
    lines: indexes.map(({ name, documents, isComplete, rebuiltAt, check }) => ({
      name,
      documents,
      isComplete,
      rebuiltAt: rebuiltAt && moment(rebuiltAt),
      check: check && {
        at: moment(check.at),
        missing: check.missing,
        outdated: check.outdated,
        surplus: check.surplus,
        result: resultOf(check),
      },
    })),
  };
}

function moment(at: Date): string {
  return `${longDate(at)} ${timeOf(at)}`;
}

function resultOf(check: { missing: number; outdated: number; surplus: number; isRepaired: boolean }) {
  if (check.missing + check.outdated + check.surplus === 0) return "same" as const;
  return check.isRepaired ? ("repaired" as const) : ("failed" as const);
}

export async function action({ request, context }: Route.ActionArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const form = await parseForm(request, searchDeskSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  if (form.data.intent === "reindex") {
    await orderReindex(town);
    return redirectWithNotice(HERE, "search-reindex-ordered");
  }
  const result = await checkSearchNow(town);
  return result.ok
    ? redirectWithNotice(HERE, "search-checked")
    : formErrors({ form: result.error }, form.values, 503);
}

export default function StaffSearchPage({ loaderData, actionData }: Route.ComponentProps) {
  const form: FieldState | undefined = actionData;
  return (
    <Page title={words.title} lead={<p>{words.lead}</p>} crumbs={[{ to: "/staff", label: "事務局" }]} wide>
      <FormProblems errors={form?.errors} labels={{ confirmed: words.confirmField }} />
      <Section title={words.nowHeading} id="now">
        <SearchStateList {...loaderData.state} />
      </Section>
      <Section title={words.indexHeading} id="indexes">
        <IndexTable lines={loaderData.lines} />
        <form method="post" className="mt-4 grid gap-4">
          <p>{words.checkText}</p>
          <div>
            <Button look="secondary" name="intent" value="check">
              {words.check}
            </Button>
          </div>
        </form>
      </Section>
      <Section title={words.reindexHeading} id="reindex">
        <form method="post" noValidate className="grid gap-4">
          <p>{words.reindexText}</p>
          <CheckBox name="confirmed" label={words.confirm} form={form} />
          <div>
            <Button look="danger" name="intent" value="reindex">
              {words.reindex}
            </Button>
          </div>
        </form>
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${handle.title} | ${site.name}` }];
