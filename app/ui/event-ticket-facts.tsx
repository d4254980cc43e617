import type { Category, RegistrationState } from "#app/domain/events/rules.ts";
import {
  categoryNames,
  event as eventWords,
  people,
  registrationStateNames,
  ticket as words,
} from "#app/locales/ja/events.ts";
import { ticketPage as own } from "#app/locales/ja/participants.ts";
import { dateTimeSpan, longDate, timeOf } from "#app/platform/calendar.ts";
import { DescriptionList } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

export type TicketPlace = {
  startsAt: Date;
  endsAt: Date;
  sessionTitle: string;
  venue: string;
  address: string;
  access: string;
  parking: string;
  whatToBring: string;
  contact: { name: string; phone: string };
  online: { kind: "none" } | { kind: "later" } | { kind: "link"; url: string };
  category: Category;
  headCount: number;
  schoolName: string | null;
  guestName: string | null;
  companionOf: string | null;
  companionRows: readonly { id: string; headCount: number; state: RegistrationState; to: string }[];
  registeredAt: Date;
};

/** What somebody needs who comes: when, where, how, with what, as whom. */
export function TicketFacts({ ticket }: { ticket: TicketPlace }) {
  const items = [
    { term: eventWords.when, children: dateTimeSpan(ticket.startsAt, ticket.endsAt) },
    { term: words.session, children: ticket.sessionTitle },
    { term: eventWords.where, children: [ticket.venue, ticket.address].filter(Boolean).join("\n") },
    { term: own.online, children: <Online online={ticket.online} />, isEmpty: ticket.online.kind === "none" },
    { term: eventWords.access, children: ticket.access },
    { term: own.parking, children: ticket.parking },
    { term: eventWords.whatToBring, children: ticket.whatToBring },
    { term: own.name, children: ticket.guestName },
    { term: words.category, children: categoryNames[ticket.category] },
    { term: words.school, children: ticket.schoolName },
    { term: words.headCount, children: people(ticket.headCount) },
    {
      term: own.companions,
      children: <Companions ticket={ticket} />,
      isEmpty: ticket.companionRows.length === 0 && !ticket.companionOf,
    },
    { term: own.contact, children: [ticket.contact.name, ticket.contact.phone].filter(Boolean).join(" ") },
    { term: words.registeredAt, children: `${longDate(ticket.registeredAt)} ${timeOf(ticket.registeredAt)}` },
  ];
  return <DescriptionList items={items.filter((item) => item.children && !item.isEmpty)} />;
}

function Online({ online }: { online: TicketPlace["online"] }) {
  if (online.kind === "link") return <TextLink to={online.url}>{online.url}</TextLink>;
  return own.onlineLater;
}

/** Guardians who come along hold seats of their own; each has its page. */
function Companions({ ticket: { companionOf, companionRows } }: { ticket: TicketPlace }) {
  if (companionOf) return <TextLink to={companionOf}>{own.companionOf}</TextLink>;
  return companionRows.map((row) => (
    <span key={row.id} className="block">
      {own.companion(people(row.headCount), registrationStateNames[row.state])}{" "}
      <TextLink to={row.to}>{own.companionLink}</TextLink>
    </span>
  ));
}
