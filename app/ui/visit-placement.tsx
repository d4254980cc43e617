import { placement as words } from "#app/locales/ja/visit-placement.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import { DescriptionList } from "./table.tsx";
import { Section } from "./page.tsx";
import { TextLink } from "./text-link.tsx";

export type PlacementView = {
  eventTitle: string;
  sessionTitle: string;
  startsAt: Date;
  endsAt: Date;
  placeName: string;
  companySlug: string | null;
  area: string;
  busName: string | null;
  label: string;
};

/** Where one's own group goes; nothing at all for somebody who goes nowhere. */
export function VisitPlacements({ placements }: { placements: readonly PlacementView[] }) {
  if (placements.length === 0) return null;
  return (
    <Section title={words.title} id="visit-placements">
      <p className="mb-4">{words.lead}</p>
      {placements.map((placement) => (
        <div key={`${placement.eventTitle} ${placement.startsAt.toISOString()}`} className="mb-6">
          <h3 className="mb-2 text-std-18B-160">{placement.eventTitle}</h3>
          <DescriptionList
            items={[
              { term: words.when, children: whenOf(placement) },
              { term: words.where, children: <Place placement={placement} /> },
              ...(placement.busName ? [{ term: words.bus, children: placement.busName }] : []),
              { term: words.label, children: placement.label },
            ]}
          />
        </div>
      ))}
    </Section>
  );
}

function whenOf({ sessionTitle, startsAt, endsAt }: PlacementView): string {
  return [sessionTitle, dateTimeSpan(startsAt, endsAt)].filter(Boolean).join(" ");
}

function Place({ placement }: { placement: PlacementView }) {
  const area = placement.area && `(${placement.area})`;
  if (!placement.companySlug) return `${placement.placeName}${area}`;
  return (
    <>
      <TextLink to={`/companies/${placement.companySlug}`}>{placement.placeName}</TextLink>
      {area}
    </>
  );
}
