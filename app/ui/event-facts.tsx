import { event as words, targetNames } from "#app/locales/ja/events.ts";
import { dateTimeSpan, longDate, timeOf } from "#app/platform/calendar.ts";
import { QrCode } from "./qr-code.tsx";
import { DescriptionList } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

type Session = { title: string; startsAt: Date; endsAt: Date };

/** 「2日目 2026年(令和8年)11月12日(木) 9:00〜16:00」 */
export function sessionName(session: Session): string {
  return [session.title, dateTimeSpan(session.startsAt, session.endsAt)].filter(Boolean).join(" ");
}

const moment = (at: Date) => `${longDate(at)} ${timeOf(at)}`;

/** When, where, for whom, until when: what everybody wants to know of an event. */
export function EventFacts({
  event,
  hasPools,
}: {
  event: {
    sessions: readonly Session[];
    startsAt: Date;
    endsAt: Date;
    previousStartsAt: Date | null;
    venue: string;
    address: string;
    access: string;
    parking: string;
    onlineUrl: string | null;
    whatToBring: string;
    audience: "everyone" | "schools";
    targets: readonly (keyof typeof targetNames)[];
    registrationOpensAt: Date | null;
    registrationEndsAt: Date;
    organizer: string;
    contactName: string;
    contactPhone: string;
    attendance: number | "few" | null;
    window: string;
  };
  hasPools: boolean;
}) {
  const { registrationOpensAt: opens, previousStartsAt: before } = event;
  const when =
    event.sessions.length > 1
      ? event.sessions.map(sessionName).join("\n")
      : dateTimeSpan(event.startsAt, event.endsAt);
  const audience = [
    event.targets.length > 0 && words.targets(event.targets.map((target) => targetNames[target]).join("、")),
    event.audience === "schools" ? words.schools : event.targets.length === 0 && words.everyone,
  ];
  const items = [
    { term: words.when, children: when },
    { term: words.movedTerm, children: before && words.movedText(moment(before)) },
    { term: words.where, children: [event.venue, event.address].filter(Boolean).join("\n") },
    { term: words.access, children: event.access },
    { term: words.parking, children: event.parking },
    {
      term: words.online,
      // Where people register, the address is for them alone; their tickets show it.
      children:
        event.onlineUrl &&
        (hasPools ? words.onlineForHolders : <TextLink to={event.onlineUrl}>{event.onlineUrl}</TextLink>),
    },
    { term: words.audience, children: audience.filter(Boolean).join("\n") },
    { term: words.fee, children: words.free },
    { term: words.whatToBring, children: event.whatToBring },
    {
      term: words.period,
      children: hasPools && words.periodText(opens && moment(opens), moment(event.registrationEndsAt)),
    },
    { term: words.organizer, children: event.organizer },
    { term: words.contact, children: [event.contactName, event.contactPhone].filter(Boolean).join("\n") },
    {
      term: words.attendance,
      children: event.attendance !== null && `${words.attendanceText(event.attendance)}\n${words.survey}`,
    },
  ];
  return <DescriptionList items={items.filter((item) => item.children)} />;
}

/** On paper the page is a poster: how many companies can be met, and the QR code that leads to the page. */
export function EventPoster({
  event,
  qr,
  url,
}: {
  event: { title: string; booths: readonly unknown[] };
  qr: { size: number; path: string };
  url: string;
}) {
  return (
    <div className="mt-6 hidden break-inside-avoid items-center gap-6 border-t-2 border-solid-gray-900 pt-4 print:flex">
      <QrCode code={qr} label={words.posterQrOf(event.title)} width={150} />
      <div>
        <p className="text-std-20B-150">{words.posterQr}</p>
        {event.booths.length > 0 && <p>{words.posterCompanies(event.booths.length)}</p>}
        <p className="break-all">{url}</p>
      </div>
    </div>
  );
}
