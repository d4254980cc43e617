import { data } from "react-router";
import { z } from "zod";
import { requireViewer, type RouteHandle } from "#app/access.ts";
import { showCode } from "#app/domain/employment/codes.rules.ts";
import { makeCode, readOwnCode, withdrawConsent } from "#app/domain/employment/codes.store.server.ts";
import { me } from "#app/locales/ja/events.ts";
import { placementCodeWords as words } from "#app/locales/ja/placement-code.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { ConsentField } from "#app/ui/consent-field.tsx";
import { ErrorSummary } from "#app/ui/form-message.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import type { Route } from "./+types/placement-code";

export const handle = { access: ["student"], title: words.title } satisfies RouteHandle;

const PATH = "/me/placement-code";
const consentSchema = z.object({ consent: z.literal("yes", "agree") });

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const own = await readOwnCode(context.get(townContext), { userId: viewer.id });
  return {
    ...own,
    code: own.code && showCode(own.code),
    mayMake: own.schoolKind !== "juniorHigh",
    isMinor: own.schoolKind === "highSchool",
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const values = await readForm(request);
  if (values["intent"] === "withdraw") {
    await withdrawConsent(town, { userId: viewer.id });
    return redirectWithNotice(PATH, "placement-consent-withdrawn");
  }
  const { schoolKind } = await readOwnCode(town, { userId: viewer.id });
  if (schoolKind === "juniorHigh") throw data(null, { status: 403 });
  const form = checkForm(values, consentSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  await makeCode(town, { userId: viewer.id });
  return redirectWithNotice(PATH, "placement-code-made");
}

export default function PlacementCode({ loaderData: own, actionData: form }: Route.ComponentProps) {
  const { code, worksUntil, linked, mayMake, isMinor } = own;
  return (
    <Page title={words.title} crumbs={[{ to: "/me", label: me.title }]} lead={<p>{words.lead}</p>}>
      <ErrorSummary errors={form?.errors} labels={{ consent: words.agreement }} />
      {code && worksUntil && (
        <Section title={words.yours} id="code">
          <p className="text-std-32B-150 tracking-widest">{code}</p>
          <p className="mt-2 max-w-3xl">{words.tell}</p>
          <p className="mt-2">{words.worksUntil(worksUntil)}</p>
        </Section>
      )}
      {!mayMake ? (
        <EmptyState title={words.notForYou}>
          <p>{words.notForYouText}</p>
        </EmptyState>
      ) : (
        <Section title={words.agreement} id="agreement">
          {isMinor && (
            <ul className="mb-4 list-disc space-y-1 rounded-8 bg-solid-gray-50 py-4 pr-4 pl-8">
              {words.minors.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
          <DescriptionList items={words.points.map(({ term, text }) => ({ term, children: text }))} />
          {!code && (
            <form method="post" className="mt-6 space-y-4" noValidate>
              <ConsentField label={words.consent} privacyLink={words.privacy} form={form} />
              <Button name="intent" value="make">
                {words.make}
              </Button>
              <p>{words.again}</p>
            </form>
          )}
        </Section>
      )}
      <Section title={words.linked} id="linked">
        {linked.length === 0 ? (
          <p>{words.linkedNone}</p>
        ) : (
          <>
            <p className="mb-2">{words.linkedText}</p>
            <ul className="list-disc pl-6">
              {linked.map(({ id, companyName, startedOn }) => (
                <li key={id}>{words.linkedLine(companyName, startedOn)}</li>
              ))}
            </ul>
          </>
        )}
      </Section>
      {(code || linked.length > 0) && (
        <Section title={words.withdraw} id="withdraw">
          <form method="post" className="space-y-4">
            <p>{words.withdrawText}</p>
            <Button name="intent" value="withdraw" look="danger">
              {words.withdrawSubmit}
            </Button>
          </form>
        </Section>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
