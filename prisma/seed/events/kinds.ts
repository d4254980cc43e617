import { isManufacturing } from "#app/domain/companies/rules.ts";
import { addDays, type CivilDate } from "#app/platform/calendar.ts";
import { DEMO_COMPANY } from "../companies/cohorts.ts";
import { publishedOn, type SeedCompany } from "../companies/companies.ts";
import { randomFor } from "../random.ts";
import type { TownRows } from "../rows.ts";
import {
  addArrivals,
  addBooths,
  addCheckIn,
  addEvent,
  type EventSpec,
  type Seats,
  type SeedEvent,
} from "./write.ts";
import { TEXTS } from "./texts.ts";

type Past = Pick<EventSpec, "key" | "kind" | "title" | "date" | "venue"> &
  Partial<
    Pick<EventSpec, "from" | "to" | "audience" | "days" | "summary" | "seats" | "opensOn" | "closesOn">
  >;

/** Adds an event that is over: announced six weeks before, in the usual hours of its kind. */
export function addPastEvent(rows: TownRows, past: Past): SeedEvent {
  const text = TEXTS[past.kind];
  return addEvent(rows, {
    from: text.from,
    to: text.to,
    summary: text.summary,
    whatToBring: text.whatToBring,
    ...past,
    publishedOn: addDays(past.date, -45),
  });
}

/** The yearly fair where students, parents and people looking for work meet companies. */
export function addFair(
  rows: TownRows,
  companies: readonly SeedCompany[],
  fair: { key: string; title: string; date: CivilDate; booths: number; people: Seats },
): SeedEvent {
  const event = addPastEvent(rows, { ...fair, kind: "guidanceFair", venue: "arena" });
  const candidates = publishedOn(companies, addDays(fair.date, -60));
  addBooths(rows, event, {
    companies: candidates,
    selected: fair.booths,
    declined: 2,
    withdrawn: 1,
    attended: true,
    surely: [DEMO_COMPANY],
  });
  addArrivals(rows, event, fair.people);
  return event;
}

/** The fair at the KOSEN; manufacturers and software companies ask for the booths. */
export function addInformationFair(
  rows: TownRows,
  companies: readonly SeedCompany[],
  fair: { key: string; title: string; date: CivilDate; asked: number; selected: number; people: Seats },
): SeedEvent {
  const event = addPastEvent(rows, { ...fair, kind: "informationFair", venue: "kosen", audience: "schools" });
  addBooths(rows, event, {
    companies: technical(publishedOn(companies, addDays(fair.date, -60))),
    selected: fair.selected,
    declined: fair.asked - fair.selected,
    attended: true,
    surely: [DEMO_COMPANY],
  });
  addArrivals(rows, event, fair.people);
  return event;
}

/** Two days of visits: one group of each department goes to four companies a day. */
export function addCompanyVisit(
  rows: TownRows,
  companies: readonly SeedCompany[],
  visit: {
    key: string;
    title: string;
    date: CivilDate;
    groups: readonly [label: string, students: number, teachers: number][];
  },
): SeedEvent {
  const days = [
    { date: visit.date, title: "1日目" },
    { date: addDays(visit.date, 1), title: "2日目" },
  ];
  const event = addPastEvent(rows, {
    ...visit,
    kind: "companyVisit",
    venue: "cityHall",
    audience: "schools",
    days,
  });
  const hosts = randomFor(`stops/${visit.key}`).sample(
    technical(publishedOn(companies, addDays(visit.date, -60))),
    8,
  );
  addStops(rows, event, hosts);
  visit.groups.forEach(([label, students, teachers], at) => {
    const session = at < visit.groups.length / 2 ? 0 : 1;
    addCheckIn(rows, event, { category: "student", headCount: students, label, session }, 0.01);
    addCheckIn(
      rows,
      event,
      { category: "teacher", headCount: teachers, label: `${label} 引率`, session },
      0.01,
    );
  });
  return event;
}

/** Shares the hosts out over the sessions in order. */
export function addStops(rows: TownRows, event: SeedEvent, hosts: readonly SeedCompany[]): void {
  const perDay = Math.ceil(hosts.length / event.sessions.length);
  hosts.forEach((host, at) => {
    const session = event.sessions[Math.floor(at / perDay)]!;
    rows.visitStop.push({
      sessionId: session.id,
      companyId: host.id,
      position: at % perDay,
      recordedAt: session.startsAt,
    });
  });
}

/** A day on which whole classes meet ten companies; each school is checked in as a group. */
export function addDiscoveryFair(
  rows: TownRows,
  companies: readonly SeedCompany[],
  fair: {
    key: string;
    date: CivilDate;
    venue: EventSpec["venue"];
    schools: readonly [name: string, students: number][];
  },
): SeedEvent {
  const title = `いちのせきしごと発見フェア(${fair.schools.map(([name]) => name.replace("高等学校", "高校")).join("・")})`;
  const event = addPastEvent(rows, { ...fair, title, kind: "discoveryFair", audience: "schools" });
  addBooths(rows, event, {
    companies: publishedOn(companies, addDays(fair.date, -60)),
    selected: 10,
    declined: 3,
    attended: true,
  });
  fair.schools.forEach(([label, headCount], at) =>
    addCheckIn(rows, event, { category: "student", headCount, label }, 0.01 + at * 0.01),
  );
  return event;
}

/** A small tour for pupils of several schools, by bus. */
export function addVisitTour(
  rows: TownRows,
  companies: readonly SeedCompany[],
  tour: { key: string; date: CivilDate; schools: readonly [name: string, students: number][]; stops: number },
): SeedEvent {
  const event = addPastEvent(rows, {
    ...tour,
    kind: "visitTour",
    title: "少人数の企業見学バスツアー",
    venue: "cityHall",
    audience: "schools",
  });
  addStops(
    rows,
    event,
    randomFor(`stops/${tour.key}`).sample(publishedOn(companies, addDays(tour.date, -60)), tour.stops),
  );
  for (const [label, headCount] of tour.schools)
    addCheckIn(rows, event, { category: "student", headCount, label }, 0.01);
  return event;
}

export function addSeminar(
  rows: TownRows,
  seminar: { key: string; title: string; summary: string; date: CivilDate; people: number },
): SeedEvent {
  const event = addPastEvent(rows, { ...seminar, kind: "seminar", venue: "plaza" });
  addArrivals(rows, event, { company: seminar.people });
  return event;
}

/** The town's own booth at a fair of somebody else. */
export function addOutreach(
  rows: TownRows,
  booth: { key: string; title: string; date: CivilDate; venue: EventSpec["venue"]; people: Seats },
): SeedEvent {
  const event = addPastEvent(rows, { ...booth, kind: "outreachBooth" });
  addArrivals(rows, event, booth.people);
  return event;
}

/** Companies that KOSEN students come for. */
export function technical(companies: readonly SeedCompany[]): SeedCompany[] {
  return companies.filter(
    ({ industryCode }) => isManufacturing(industryCode) || ["39", "08", "74"].includes(industryCode),
  );
}
