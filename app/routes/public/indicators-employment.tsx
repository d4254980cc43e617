import type { RouteHandle } from "#app/access.ts";
import { openEmployment } from "#app/domain/indicators/employment-page.server.ts";
import { employmentView } from "#app/domain/indicators/employment-view.ts";
import { employmentFigureWords as words } from "#app/locales/ja/employment-figures.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { CountTable, EstimateTable, StayTable } from "#app/ui/employment-public.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/indicators-employment";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  return employmentView(await openEmployment(context.get(townContext), { asOf: searchParams.get("asOf") }));
}

export default function Employment({ loaderData: shown }: Route.ComponentProps) {
  const { state, flows } = shown;
  return (
    <Page
      title={words.title}
      crumbs={[{ to: "/indicators", label: words.back }]}
      lead={<p>{words.lead}</p>}
      wide
    >
      {state?.unknownDay && (
        <Notice kind="warning" title={words.unknownDay}>
          {state.unknownDay}
        </Notice>
      )}
      <Section title={words.summary} id="summary">
        <ul className="grid max-w-3xl list-disc gap-2 pl-6 text-std-18N-160">
          {shown.says.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className="mt-4 max-w-3xl text-std-16N-170 text-solid-gray-700">{shown.hiddenNote}</p>
        <p className="mt-2 flex min-h-11 items-center" data-screen-only>
          <TextLink to="/indicators/methods#retention">{words.methods}</TextLink>
        </p>
      </Section>
      <Section title={words.stayTitle} id="stay">
        <p className="mb-4 max-w-3xl">{words.stayText}</p>
        {shown.stays.length === 0 ? <p>{words.says.noStay}</p> : <StayTable rows={shown.stays} />}
        <p className="mt-2 max-w-3xl text-std-16N-170 text-solid-gray-700">{words.staySettled}</p>
      </Section>
      <Section title={words.estimateTitle} id="estimate">
        <p className="mb-4 max-w-3xl">{words.estimateText}</p>
        <p className="mb-2 text-std-17B-170">{shown.estimateDay}</p>
        <div className="max-w-4xl">
          <EstimateTable rows={shown.estimates} />
        </div>
      </Section>
      {!state || !flows ? (
        <div className="mt-12">
          <EmptyState title={words.noState}>{words.noStateText}</EmptyState>
        </div>
      ) : (
        <>
          <Section title={words.placedTitle} id="placed">
            <StateText {...shown} />
            <p className="mb-4 max-w-3xl">{words.placedText}</p>
            <CountTable caption={words.placedTitle} head={words.placedHead} lines={flows.placed} />
            <p className="mt-2 text-std-16N-170 text-solid-gray-700">{words.placedNote}</p>
          </Section>
          <Section title={words.supportTitle} id="support">
            <p className="mb-4 max-w-3xl">{words.supportText}</p>
            <div className="max-w-3xl">
              <CountTable caption={words.supportTitle} head={words.supportHead} lines={flows.support} />
            </div>
          </Section>
          <Section title={words.hiresTitle} id="hires">
            <p className="mb-4 max-w-3xl">{words.hiresText}</p>
            <div className="grid max-w-4xl gap-8 md:grid-cols-2 md:items-start">
              <CountTable caption={words.hiresTitle} head={words.hiresHead} lines={flows.routes} />
              <CountTable caption={words.kindsTitle} head={words.kindsHead} lines={flows.kinds} />
            </div>
          </Section>
          <Section title={words.contactTitle} id="contact">
            <p className="mb-4 max-w-3xl border-l-4 border-key-900 pl-4">{words.contactCaution}</p>
            <p className="mb-4 max-w-3xl text-std-17B-170">{flows.contact.says}</p>
            <div className="grid max-w-4xl gap-8 md:grid-cols-2 md:items-start">
              <CountTable caption={words.contactTitle} head={words.contactHead} lines={flows.contact.rows} />
              {flows.contact.kinds.length > 0 && (
                <div>
                  <h3 className="mb-2 text-std-17B-170">{words.contactKindsTitle}</h3>
                  <CountTable
                    caption={words.contactKindsTitle}
                    head={words.contactKindsHead}
                    lines={flows.contact.kinds}
                  />
                </div>
              )}
            </div>
          </Section>
        </>
      )}
    </Page>
  );
}

/** Of which day the figures below are, and which other days there are. */
function StateText({ state, states }: Pick<Route.ComponentProps["loaderData"], "state" | "states">) {
  if (!state) return null;
  return (
    <div className="mb-4 max-w-3xl">
      <p className="text-std-18B-160">{state.asOf}</p>
      <p>
        {state.text}、{state.known}
      </p>
      <p className="mt-1">{words.stateText}</p>
      {states.length > 0 && (
        <nav aria-label={words.otherStates} data-screen-only className="mt-2">
          <ul>
            {states.map(({ to, label, isShown }) => (
              <li key={to} className="py-2">
                <TextLink to={to} className="inline-block py-1">
                  {label}
                </TextLink>
                {isShown && <span className="ml-2">({words.showing})</span>}
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
];
