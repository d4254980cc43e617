import { booth, visitCard as words } from "#app/locales/ja/booth-visits.ts";
import { timeOf } from "#app/platform/calendar.ts";
import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";
import { Section } from "./page.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

type Card = {
  eventId: string;
  booths: number;
  visits: readonly {
    companyName: string;
    slug: string;
    boothUrl: string | null;
    at: Date;
    sharedAt: Date | null;
  }[];
  sharingObstacle: "through-school" | "school-unknown" | "not-a-visitor" | null;
  isSharingOver: boolean;
  isOpen: boolean;
};

/**
 * The booths that the holder of a registration visited, and which companies may know it. Nothing for an event without
 * booth codes, and for those who are no visitors.
 */
export function VisitCard({ card }: { card: Card }) {
  if (card.booths === 0 && card.visits.length === 0) return null;
  const obstacle = card.sharingObstacle;
  return (
    <Section title={words.title} id="visit-card">
      <p>{words.lead(card.visits.length, card.booths)}</p>
      {card.visits.length === 0 && <p className="mt-2">{words.none}</p>}
      {card.visits.length > 0 && (
        <div className="mt-4">
          <Table
            caption={words.table}
            head={[words.columns.company, words.columns.at, ...(obstacle ? [] : [words.columns.sharing])]}
          >
            {card.visits.map((visit) => (
              <tr key={visit.slug}>
                <th scope="row">
                  <TextLink to={`/companies/${visit.slug}`}>{visit.companyName}</TextLink>
                </th>
                <td className="whitespace-nowrap">{timeOf(visit.at)}</td>
                {!obstacle && (
                  <td>
                    {visit.sharedAt ? words.shared : words.notShared}
                    {visit.boothUrl && (visit.sharedAt || !card.isSharingOver) && (
                      <a
                        href={visit.boothUrl}
                        aria-label={words.changeOf(visit.companyName)}
                        className="flex min-h-11 items-center text-blue-1000 underline underline-offset-4 print:hidden"
                      >
                        {words.change}
                      </a>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </Table>
        </div>
      )}
      {card.isOpen && (
        <form
          method="get"
          action={`/events/${card.eventId}/booths/code`}
          data-screen-only
          className="mt-6 grid max-w-md gap-3"
        >
          <TextField
            name="code"
            label={words.code}
            support={words.codeSupport}
            autoComplete="off"
            className="max-w-md"
          />
          <div>
            <Button look="secondary">{words.codeSubmit}</Button>
          </div>
        </form>
      )}
      {obstacle && obstacle !== "not-a-visitor" && (
        <p className="mt-4 max-w-3xl text-solid-gray-700">{booth.obstacles[obstacle]}</p>
      )}
    </Section>
  );
}
