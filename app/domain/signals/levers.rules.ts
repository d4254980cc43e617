/** The kinds of events that levers are about. */
export type LeverEventKind =
  | "guidanceFair"
  | "informationFair"
  | "companyVisit"
  | "discoveryFair"
  | "visitTour"
  | "outreachBooth";

/** Something that staff can do to move an indicator; those about events name the kind. */
export type Lever =
  | { key: "approvals" }
  | { key: "unpublishedCompanies" }
  | { key: "returnedCompanies" }
  | { key: "directoryCandidates" }
  | { key: "seats"; kind: LeverEventKind }
  | { key: "booths"; kind: LeverEventKind }
  | { key: "nextEvent"; kind: LeverEventKind }
  | { key: "schools"; kind: LeverEventKind }
  | { key: "readers" }
  | { key: "hiresWithoutGrant" }
  | { key: "internshipHosts" }
  | { key: "unansweredCompanies" }
  | { key: "classesWithoutOutcome" };

/** What the coming events of a kind still offer. `eventId` is set where there is exactly one. */
export type ComingEvents = {
  events: number;
  eventId: string | null;
  seats: number;
  taken: number;
  boothApplications: number;
};

/** How much there is to pull, counted now. */
export type LeverCounts = {
  /** Applications and submissions that have waited ten days or longer, and all that wait. */
  approvals: { late: number; waiting: number };
  /** Companies with an account and nothing published or sent in. */
  unpublishedCompanies: number;
  /** Companies that got their first submission back and have not sent it again. */
  returnedCompanies: number;
  /** Published manufacturers that are not in the directory. */
  directoryCandidates: number;
  coming: Partial<Record<LeverEventKind, ComingEvents>>;
  /** Schools of the jurisdiction (high schools and KOSEN) without this kind of event in the fiscal year. */
  schools: Partial<Record<LeverEventKind, { without: number; all: number }>>;
  /** People who read the newsletter. */
  readers: number;
  /** Companies that reported new graduates of the fiscal year and have no grant of the training subsidy. */
  hiresWithoutGrant: number;
  /** Companies with an internship that can still be applied for. */
  internshipHosts: number;
  unanswered: { quarter: string | null; companies: number; asked: number };
  classesWithoutOutcome: { graduationYear: number; schools: number };
};

/**
 * A lever with its count, as a page shows it. `count` 0 is only for an event that is not planned yet. `of` is a second
 * number: all there are, the events that the seats belong to, or (of approvals) how many are late.
 */
export type LeverLine = { lever: Lever; count: number; of: number | null; to: string };

const FAIR = (kind: LeverEventKind): Lever[] => [
  { key: "seats", kind },
  { key: "nextEvent", kind },
  { key: "readers" },
];
const BOOTHS = (kind: LeverEventKind): Lever[] => [
  { key: "booths", kind },
  { key: "nextEvent", kind },
  { key: "unpublishedCompanies" },
];
const VISIT = (kind: LeverEventKind): Lever[] => [
  { key: "schools", kind },
  { key: "seats", kind },
  { key: "nextEvent", kind },
];
const HIRES: Lever[] = [{ key: "unansweredCompanies" }, { key: "classesWithoutOutcome" }];

/** What moves an indicator, by the measure that computes it; the first is what helps most. */
export const LEVERS: Readonly<Record<string, readonly Lever[]>> = {
  "registered-companies": [
    { key: "approvals" },
    { key: "returnedCompanies" },
    { key: "unpublishedCompanies" },
  ],
  "manufacturing-directory": [{ key: "directoryCandidates" }, { key: "approvals" }],
  "fair-participants": FAIR("guidanceFair"),
  "june-fair-participants": FAIR("guidanceFair"),
  "march-fair-participants": FAIR("guidanceFair"),
  "fair-booths": BOOTHS("guidanceFair"),
  "june-fair-booths": BOOTHS("guidanceFair"),
  "march-fair-booths": BOOTHS("guidanceFair"),
  "information-fairs-held": [{ key: "nextEvent", kind: "informationFair" }],
  "information-fair-participants": [...VISIT("informationFair"), { key: "readers" }],
  "information-fair-booths": BOOTHS("informationFair"),
  "company-visits-held": [
    { key: "nextEvent", kind: "companyVisit" },
    { key: "schools", kind: "companyVisit" },
  ],
  "company-visit-participants": VISIT("companyVisit"),
  "company-visit-stops": VISIT("companyVisit"),
  "discovery-fair-students": VISIT("discoveryFair"),
  "visit-tour-participants": [...FAIR("visitTour"), { key: "schools", kind: "visitTour" }],
  "outreach-booth-visitors": FAIR("outreachBooth"),
  "job-cafe-placements": [{ key: "seats", kind: "guidanceFair" }, { key: "readers" }],
  "support-station-placements": [{ key: "seats", kind: "guidanceFair" }, { key: "internshipHosts" }],
  "training-subsidy-graduates": [{ key: "hiresWithoutGrant" }, { key: "unansweredCompanies" }],
  "training-subsidy-young-people": [{ key: "hiresWithoutGrant" }, { key: "unansweredCompanies" }],
  "internship-subsidy-people": [{ key: "internshipHosts" }, { key: "readers" }],
  "internship-participants": [{ key: "internshipHosts" }, { key: "readers" }],
  "internship-companies": [{ key: "internshipHosts" }, { key: "unpublishedCompanies" }],
  "local-employment-rate": [{ key: "classesWithoutOutcome" }, { key: "schools", kind: "companyVisit" }],
  "company-hires": HIRES,
  "hires-by-route": HIRES,
  "retention-closed": [{ key: "unansweredCompanies" }],
  "newsletter-readers": [
    { key: "seats", kind: "guidanceFair" },
    { key: "schools", kind: "companyVisit" },
  ],
};

/** The levers of a measure that there is something to do about, with their counts and where to do it. */
export function leversOf(measureKey: string | null, counts: LeverCounts): LeverLine[] {
  return (LEVERS[measureKey ?? ""] ?? []).flatMap((lever) => lineOf(lever, counts) ?? []);
}

function lineOf(lever: Lever, counts: LeverCounts): LeverLine | null {
  const line = (count: number, to: string, of: number | null = null): LeverLine | null =>
    count > 0 ? { lever, count, of, to } : null;
  const coming = "kind" in lever ? counts.coming[lever.kind] : undefined;
  switch (lever.key) {
    case "approvals":
      return line(counts.approvals.waiting, "/staff/approvals", counts.approvals.late);
    case "unpublishedCompanies":
      return line(counts.unpublishedCompanies, "/staff/companies?listing=unpublished");
    case "returnedCompanies":
      return line(counts.returnedCompanies, "/staff/companies?listing=unpublished");
    case "directoryCandidates":
      return line(counts.directoryCandidates, "/staff/companies?directory=missing");
    case "seats":
      return coming
        ? line(coming.seats - coming.taken, roomOf(coming, "registrations", lever.kind), coming.events)
        : null;
    case "booths":
      return coming ? line(coming.boothApplications, roomOf(coming, "booths", lever.kind)) : null;
    case "nextEvent":
      return coming ? null : { lever, count: 0, of: null, to: "/staff/events/new" };
    case "schools": {
      const { without, all } = counts.schools[lever.kind] ?? { without: 0, all: 0 };
      return line(without, eventsOf(lever.kind), all);
    }
    case "readers":
      return line(counts.readers, "/staff/newsletter");
    case "hiresWithoutGrant":
      return line(counts.hiresWithoutGrant, "/staff/newsletter");
    case "internshipHosts":
      return line(counts.internshipHosts, "/internships");
    case "unansweredCompanies":
      return line(counts.unanswered.companies, "/staff/signals#missingReport", counts.unanswered.asked);
    case "classesWithoutOutcome":
      return line(counts.classesWithoutOutcome.schools, "/staff/signals#missingReport");
  }
}

function eventsOf(kind: LeverEventKind): string {
  return `/staff/events?kind=${kind}`;
}

/** The room of the one coming event, or the list of the kind where there are several. */
function roomOf({ eventId }: ComingEvents, room: "registrations" | "booths", kind: LeverEventKind): string {
  return eventId === null ? eventsOf(kind) : `/staff/events/${eventId}/${room}`;
}
