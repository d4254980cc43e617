import type { PlanFigures } from "#app/domain/visits/plan.rules.ts";
import { people } from "#app/locales/ja/events.ts";
import { visitPlan as words } from "#app/locales/ja/visit-plans.ts";
import { visits } from "#app/locales/ja/visits.ts";
import { Button, LinkButton } from "./button.tsx";
import { Notice } from "./form-message.tsx";
import { Section } from "./page.tsx";
import { DescriptionList } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

type Plan = {
  state: "waiting" | "solved" | "infeasible" | "failed";
  timeLimitSeconds: number;
  publishedAt: string | null;
  proven: boolean;
  gap: number | null;
  evenness: "proven" | "best-found" | "not-asked" | null;
  seconds: number | null;
  basedOn: number | null;
  hand: { labels: string[]; from: string; to: string } | null;
};

/** 1.2% */
export function share(gap: number): string {
  return `${(gap * 100).toFixed(1)}%`;
}

/** Where the plan stands, in words. */
export function PlanState({ plan, url }: { plan: Plan; url: string }) {
  return (
    <>
      {plan.state === "waiting" && (
        <Notice kind="info" title={words.waiting}>
          <p role="status">{words.waitingText(plan.timeLimitSeconds)}</p>
          <LinkButton to={url} look="secondary" className="mt-4">
            {words.refresh}
          </LinkButton>
        </Notice>
      )}
      {plan.state === "failed" && (
        <Notice kind="error" title={words.failed}>
          <p>{words.failedText}</p>
        </Notice>
      )}
      {plan.publishedAt && (
        <Notice kind="success" title={words.publishedNotice(plan.publishedAt)}>
          <p>{words.publishedText}</p>
        </Notice>
      )}
      {plan.hand && plan.basedOn !== null && (
        <p className="mb-6">
          {words.byHand(plan.basedOn, plan.hand.labels.join("、"), plan.hand.from, plan.hand.to)}
        </p>
      )}
      {plan.state === "solved" && plan.gap !== null && !plan.hand && (
        <p className="mb-6">
          {plan.proven ? words.proven : words.gap(share(plan.gap))}
          {plan.evenness === "best-found" && words.evenBest}
          {plan.seconds !== null && words.took(plan.seconds.toFixed(1))}
        </p>
      )}
    </>
  );
}

/** The figures of a plan as words and counts. */
export function figureItems(figures: PlanFigures): { term: string; value: string }[] {
  const { figure } = words;
  return [
    { term: figure.people, value: people(figures.people) },
    { term: figure.visits, value: people(figures.visits) },
    ...figures.wishes.map((wish) => ({ term: figure.wish(wish.rank), value: people(wish.people) })),
    { term: figure.unwished, value: people(figures.unwished) },
    { term: figure.withoutWishes, value: people(figures.withoutWishes) },
    ...(figures.departmentKnown > 0
      ? [{ term: figure.fit, value: words.fitOf(figures.departmentFit, figures.departmentKnown) }]
      : []),
  ];
}

export function PlanFiguresTable({ figures }: { figures: PlanFigures }) {
  return (
    <DescriptionList items={figureItems(figures).map(({ term, value }) => ({ term, children: value }))} />
  );
}

/** The ways on from a solved plan: lists to print, other plans to compare with. */
export function PlanLinks({ base, others }: { base: string; others: readonly number[] }) {
  return (
    <div data-screen-only className="mt-6 space-y-4">
      <p>{words.lists}</p>
      <div className="flex flex-wrap gap-4">
        {(["class", "bus", "place"] as const).map((by) => (
          <LinkButton key={by} to={`${base}/lists?by=${by}`} look="secondary">
            {words.listsBy[by]}
          </LinkButton>
        ))}
      </div>
      {others.length > 0 && (
        <p className="flex flex-wrap gap-x-6">
          <span className="inline-flex min-h-11 items-center">{words.compare}:</span>
          {others.map((number) => (
            <TextLink
              key={number}
              to={`${base}/comparison?with=${number}`}
              className="relative inline-flex min-h-11 min-w-11 items-center"
            >
              {visits.plan(number)}
            </TextLink>
          ))}
        </p>
      )}
    </div>
  );
}

/** Publishing is a step of its own, with what it means. */
export function Publication({ publishedAt }: { publishedAt: string | null }) {
  return (
    <div data-screen-only className="mt-12">
      <Section title={publishedAt ? words.withdraw : words.publish} id="publication">
        <form method="post">
          <p className="mb-4 max-w-3xl">{publishedAt ? words.publishedText : words.publishText}</p>
          <Button
            name="intent"
            value={publishedAt ? "withdraw" : "publish"}
            look={publishedAt ? "danger" : "primary"}
          >
            {publishedAt ? words.withdraw : words.publish}
          </Button>
        </form>
      </Section>
    </div>
  );
}
