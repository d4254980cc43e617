import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { chooseCut } from "#app/domain/documents/choice.ts";
import { drawUpAll } from "#app/domain/documents/draw-up.ts";
import { DOCUMENT_KEYS } from "#app/domain/documents/document.rules.ts";
import { listPlans, readDocumentSource } from "#app/domain/documents/store.server.ts";
import { documentWords } from "#app/locales/ja/documents.ts";
import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { paperWords as words, releaseWords } from "#app/locales/ja/releases.ts";
import { site } from "#app/locales/ja/site.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { PaperCutForm } from "#app/ui/paper-cut-form.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/papers";

const HOME = [{ to: "/staff", label: staffWords.home.title }];

export const handle = { access: STAFF, title: words.staffTitle } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const plans = await listPlans(town);
  const params = new URL(request.url).searchParams;
  const plan = plans.find(({ id }) => id === params.get("plan")) ?? plans[0];
  if (!plan) return null;
  const { cut, problem } = chooseCut(params, { plan, now: town.clock.now() });
  const source = await readDocumentSource(town, { planId: plan.id, cut });
  const papers = source ? drawUpAll(source).documents : [];
  const knownOn = params.get("knownOn") ?? "";
  const query = new URLSearchParams({ plan: plan.id, asOf: cut.asOf, ...(knownOn && { knownOn }) });
  return {
    form: {
      plans: plans.map(({ id, title }) => ({ value: id, label: title })),
      plan: plan.id,
      asOf: cut.asOf,
      knownOn,
    },
    asOf: documentWords.asOf(cut.asOf),
    problem: problem && (problem === "known-on" ? words.knownOnProblem : indicatorWords.asOfProblem[problem]),
    query: `?${query}`,
    papers: papers.map(({ key, label, title, tables, paper }) => ({
      key,
      label,
      title,
      tables: tables.length,
      paper,
    })),
    missing: DOCUMENT_KEYS.filter((key) => !papers.some((one) => one.key === key)).map(
      (key) => `${documentWords.labels[key]} ${documentWords.short[key]}`,
    ),
  };
}

export default function StaffPapers({ loaderData: shown }: Route.ComponentProps) {
  if (!shown)
    return (
      <Page title={words.staffTitle} crumbs={HOME}>
        <EmptyState title={words.noPlan}>{words.noPlanNext}</EmptyState>
      </Page>
    );
  return (
    <Page title={words.staffTitle} crumbs={HOME} lead={<p>{words.staffLead}</p>}>
      {shown.problem && <Notice kind="warning" title={shown.problem} />}
      <PaperCutForm {...shown.form} action="/staff/documents" submit={words.show} />
      <Section title={words.choose} id="papers">
        <p className="mb-2">{shown.asOf}</p>
        <ul>
          {shown.papers.map(({ key, label, title, paper }) => (
            <li key={key} className="flex min-h-11 flex-wrap items-center gap-x-4">
              <TextLink to={`/staff/documents/${key}${shown.query}`}>{words.open(label, title)}</TextLink>
              <span>{words.paper(paper.size, paper.orientation)}</span>
            </li>
          ))}
        </ul>
        {shown.missing.length > 0 && (
          <div className="mt-4">
            <h3 className="text-std-17B-170">{words.empty}</h3>
            <p>{words.emptyNote}</p>
            <ul className="list-disc pl-6">
              {shown.missing.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </div>
        )}
        <p className="mt-6">
          <LinkButton to="/staff/releases" look="secondary">
            {releaseWords.title}
          </LinkButton>
        </p>
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.staffTitle} | ${site.name}` }];
