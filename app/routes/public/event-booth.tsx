import { data, redirect } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { readBoothCode } from "#app/domain/booth-visits/rules.ts";
import { boothFormSchema } from "#app/domain/booth-visits/schema.ts";
import {
  type BoothPage,
  findBoothPage,
  recordVisit,
  shareVisit,
  type VisitorKey,
} from "#app/domain/booth-visits/store.server.ts";
import { readVisitorCookie } from "#app/domain/booth-visits/visitor-cookie.server.ts";
import { booth as words } from "#app/locales/ja/booth-visits.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { parseForm } from "#app/platform/form.server.ts";
import { type Context, townContext, viewerContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Route } from "./+types/event-booth";

export const handle = { access: "public", title: words.shortTitle } satisfies RouteHandle;

/** The account, or the guest whose ticket was opened on this phone today. */
function visitorOf(request: Request, context: Context): VisitorKey | null {
  const viewer = context.get(viewerContext);
  if (viewer) return { userId: viewer.id };
  const registrationId = readVisitorCookie(context.get(townContext), request);
  return registrationId ? { registrationId } : null;
}

/** Reading the code writes nothing: what opens an address may be a preview. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const visitor = visitorOf(request, context);
  const url = new URL(request.url);
  const typed = params.code === "code" ? readBoothCode(url.searchParams.get("code") ?? "") : null;
  if (typed) throw redirect(`/events/${encodeURIComponent(params.id)}/booths/${typed}`);
  const code = readBoothCode(params.code);
  const page = code && (await findBoothPage(context.get(townContext), { eventId: params.id, code, visitor }));
  if (!page) return data({ step: "unknown" as const, eventId: params.id }, { status: 404 });
  const here = encodeURIComponent(url.pathname);
  const cardUrl =
    visitor && "userId" in visitor && page.registrationId ? `/me/registrations/${page.registrationId}` : null;
  const signInUrl = `/login?next=${here}`;
  return data({ step: "booth" as const, ...page, isKnown: visitor !== null, signInUrl, cardUrl });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visitor = visitorOf(request, context);
  const code = readBoothCode(params.code);
  const form = await parseForm(request, boothFormSchema);
  if (!form.ok || !code) throw data(null, { status: 400 });
  if (!visitor) return data({ error: "no-registration" as const }, { status: 401 });
  const town = context.get(townContext);
  const booth = { eventId: params.id, code, visitor };
  const { intent } = form.data;
  const result =
    intent === "visit"
      ? await recordVisit(town, booth)
      : await shareVisit(town, { ...booth, share: intent === "share" });
  if (!result.ok && result.error === "no-such-booth") throw data(null, { status: 404 });
  if (!result.ok) return data({ error: result.error }, { status: 409 });
  const visited = result.repeated ? "booth-visit-repeated" : "booth-visited";
  const notice = { visit: visited, share: "booth-shared", unshare: "booth-unshared" }[intent];
  return redirectWithNotice(new URL(request.url).pathname, notice);
}

const moment = (at: Date) => `${longDate(at)} ${timeOf(at)}`;

type Known = Extract<Route.ComponentProps["loaderData"], { step: "booth" }>;

export default function EventBooth({ loaderData: page, actionData }: Route.ComponentProps) {
  if (page.step === "unknown")
    return (
      <Page title={words.shortTitle}>
        <Notice kind="warning" title={words.unknown}>
          <p>{words.unknownText}</p>
        </Notice>
        <LinkButton to={`/events/${page.eventId}`} look="secondary">
          {words.toEvent}
        </LinkButton>
      </Page>
    );
  const { company } = page;
  const facts = [company.boothNumber === null ? "" : words.number(company.boothNumber), company.area];
  return (
    <Page
      title={words.title(company.name)}
      crumbs={[{ to: `/events/${page.eventId}`, label: page.eventTitle }]}
      lead={<p>{facts.filter(Boolean).join(" ")}</p>}
    >
      {actionData?.error && <Notice kind="error" title={words.obstacles[actionData.error]} live focus />}
      <Visit page={page} />
      {page.visit && <Sharing page={page} visit={page.visit} />}
      <div className="mt-8 flex flex-wrap gap-4">
        <LinkButton to={`/companies/${company.slug}`} look="secondary">
          {words.profile}
        </LinkButton>
        {page.cardUrl && (
          <LinkButton to={page.cardUrl} look="secondary">
            {words.card}
          </LinkButton>
        )}
      </div>
    </Page>
  );
}

function Visit({ page }: { page: Known }) {
  if (page.visit) return <Notice kind="success" title={words.visited(moment(page.visit.at))} />;
  if (!page.isKnown)
    return (
      <Notice kind="info" title={words.notSignedIn}>
        <p>{words.notSignedInText}</p>
        <LinkButton to={page.signInUrl} className="mt-4">
          {words.signIn}
        </LinkButton>
      </Notice>
    );
  if (page.visitObstacle === "no-registration")
    return (
      <Notice kind="info" title={words.noRegistration}>
        <p>{words.noRegistrationText}</p>
      </Notice>
    );
  if (page.visitObstacle === "not-event-day")
    return (
      <Notice kind="info" title={words.notEventDay}>
        <p>{longDate(page.startsAt)}</p>
      </Notice>
    );
  return (
    <form method="post">
      <p>{words.visitText}</p>
      <Button name="intent" value="visit" className="mt-4 w-full sm:w-auto">
        {words.visit}
      </Button>
    </form>
  );
}

function Sharing({ page, visit }: { page: BoothPage; visit: NonNullable<BoothPage["visit"]> }) {
  const obstacle = page.sharingObstacle ?? (page.isSharingOver ? "sharing-over" : null);
  return (
    <Section title={words.shareTitle} id="sharing">
      {visit.sharedAt ? (
        <form method="post">
          <p className="text-std-17B-170">{words.shared(moment(visit.sharedAt))}</p>
          <p className="mt-2">{words.sharedText}</p>
          <Button name="intent" value="unshare" look="danger" className="mt-4">
            {words.unshare}
          </Button>
        </form>
      ) : obstacle ? (
        <p className="max-w-3xl">{words.obstacles[obstacle]}</p>
      ) : (
        <form method="post">
          <p className="max-w-3xl">{words.shareText(page.company.name)}</p>
          <Button name="intent" value="share" look="secondary" className="mt-4">
            {words.share}
          </Button>
        </form>
      )}
    </Section>
  );
}

export function meta({ loaderData: page }: Route.MetaArgs) {
  return [
    { title: `${page?.step === "booth" ? words.title(page.company.name) : words.shortTitle} | ${site.name}` },
    { name: "description", content: words.description },
    { name: "robots", content: "noindex" },
  ];
}
