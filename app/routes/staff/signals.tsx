import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { readLeverCounts } from "#app/domain/signals/levers.store.server.ts";
import { signalGroups } from "#app/domain/signals/signal-lines.ts";
import { readSignals } from "#app/domain/signals/store.server.ts";
import { signalWords as words } from "#app/locales/ja/signals.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { PageContents } from "#app/ui/page-contents.tsx";
import { SignalGroups } from "#app/ui/signal-groups.tsx";
import type { Route } from "./+types/signals";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const today = civilDateOf(town.clock.now());
  const [signals, counts] = await Promise.all([
    readSignals(town, { today }),
    readLeverCounts(town, { today }),
  ]);
  return { today, groups: signalGroups(signals, counts) };
}

export default function Signals({ loaderData: { today, groups } }: Route.ComponentProps) {
  return (
    <Page
      title={words.title}
      crumbs={[{ to: "/staff", label: words.staff }]}
      lead={<p>{words.lead(today)}</p>}
      wide
    >
      {groups.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <>
          <PageContents
            links={groups.map(({ kind, title, lines }) => [kind, words.countOf(title, lines.length)])}
          />
          <SignalGroups groups={groups} />
        </>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
