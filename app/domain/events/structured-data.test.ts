import { describe, expect, test } from "vitest";
import type { EventDetail, EventSession } from "./store.server.ts";
import { eventStructuredData, scriptText } from "./structured-data.ts";

const session: EventSession = {
  id: "s1",
  title: "",
  startsAt: new Date("2026-12-01T15:30:00Z"),
  endsAt: new Date("2026-12-01T17:00:00Z"),
  pools: [
    {
      id: "p1",
      category: "student",
      schoolId: null,
      school: null,
      department: "",
      graduationYear: null,
      capacity: 20,
      reserved: 19,
    },
  ],
  stops: [],
};

const event: EventDetail = {
  id: "e1",
  kind: "seminar",
  title: "</script><b>セミナー",
  summary: "履歴書の書き方を学びます。",
  whatToBring: "",
  venue: "一関図書館",
  address: "一関市大手町2-46",
  access: "",
  parking: "",
  onlineUrl: null,
  stateNote: "",
  state: "published",
  status: "plenty",
  audience: "everyone",
  targets: [],
  guestRegistration: false,
  visibility: "listed",
  organizer: "",
  contactName: "",
  contactPhone: "",
  latitude: 38.93,
  longitude: 141.13,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  previousStartsAt: null,
  registrationOpensAt: new Date("2026-11-01T00:00:00Z"),
  registrationClosesAt: new Date("2026-11-30T08:00:00Z"),
  updatedAt: new Date("2026-11-20T00:00:00Z"),
  sessions: [session],
  booths: [],
};

const site = {
  publicUrl: "https://jobs.example",
  organizer: "一関市",
  now: new Date("2026-11-20T00:00:00Z"),
};
const dataOf = (facts: Partial<EventDetail>, now = site.now) =>
  eventStructuredData({ ...event, ...facts }, { ...site, now }) as Record<string, unknown> & {
    offers: Record<string, unknown>;
  };

test("structured data tells Japan's time with its offset and cannot end its script element", () => {
  const data = dataOf({});
  expect(data).toMatchObject({
    startDate: "2026-12-02T00:30:00+09:00",
    endDate: "2026-12-02T02:00:00+09:00",
    eventStatus: "https://schema.org/EventScheduled",
    url: "https://jobs.example/events/e1",
    isAccessibleForFree: true,
    maximumAttendeeCapacity: 20,
    organizer: { "@type": "GovernmentOrganization", name: "一関市" },
    location: { "@type": "Place", geo: { latitude: 38.93, longitude: 141.13 } },
  });
  expect(scriptText(data)).not.toContain("</script>");
  expect(JSON.parse(scriptText(data)).name).toBe(event.title);
});

describe("the state of an event", () => {
  test.each([
    [{ state: "cancelled" }, "EventCancelled"],
    [{ state: "postponed" }, "EventPostponed"],
    [{ previousStartsAt: new Date("2026-11-25T01:00:00Z") }, "EventRescheduled"],
    [{ state: "cancelled", previousStartsAt: new Date("2026-11-25T01:00:00Z") }, "EventCancelled"],
  ] as const)("%j is %s", (facts, status) => {
    expect(dataOf(facts)).toMatchObject({ eventStatus: `https://schema.org/${status}` });
  });

  test("with a new day says the one before, and only then", () => {
    const moved = dataOf({ previousStartsAt: new Date("2026-11-25T01:00:00Z") });
    expect(moved).toMatchObject({ previousStartDate: "2026-11-25T10:00:00+09:00" });
    expect(dataOf({})).not.toHaveProperty("previousStartDate");
  });
});

describe("the offer", () => {
  test("is free, from the opening of registration on, and says whether a seat is left", () => {
    expect(dataOf({}).offers).toEqual({
      "@type": "Offer",
      price: 0,
      priceCurrency: "JPY",
      availability: "https://schema.org/InStock",
      validFrom: "2026-11-01T09:00:00+09:00",
      validThrough: "2026-11-30T17:00:00+09:00",
      url: "https://jobs.example/events/e1/registration",
    });
  });

  test.each([
    ["2026-10-31T23:59:59Z", 19, "PreOrder"],
    ["2026-11-01T00:00:00Z", 19, "InStock"],
    ["2026-11-20T00:00:00Z", 20, "SoldOut"],
    ["2026-11-30T08:00:00Z", 0, "SoldOut"],
  ])("at %s with %i of 20 seats taken is %s", (now, reserved, availability) => {
    const pools = [{ ...session.pools[0]!, reserved }];
    const { offers } = dataOf({ sessions: [{ ...session, pools }] }, new Date(now));
    expect(offers["availability"]).toBe(`https://schema.org/${availability}`);
  });

  test("is missing where no registration is needed", () => {
    const data = dataOf({ sessions: [{ ...session, pools: [] }] });
    expect(data).not.toHaveProperty("offers");
    expect(data).not.toHaveProperty("maximumAttendeeCapacity");
  });
});

test("events online, in a hall and both say so", () => {
  const online = { onlineUrl: "https://meet.example/room" };
  expect(dataOf({})).toMatchObject({
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
  });
  const open = { ...online, address: "", sessions: [{ ...session, pools: [] }] };
  expect(dataOf(open)).toMatchObject({
    eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode",
    location: { "@type": "VirtualLocation", url: online.onlineUrl },
  });
  expect(JSON.stringify(dataOf({ ...online, address: "" }))).not.toContain(online.onlineUrl);
  expect(dataOf(online)).toMatchObject({
    eventAttendanceMode: "https://schema.org/MixedEventAttendanceMode",
    location: [{ "@type": "Place" }, { "@type": "VirtualLocation" }],
  });
});

test("days of an event are its sub-events, each with its own time", () => {
  const second = { ...session, id: "s2", title: "2日目", startsAt: new Date("2026-12-02T15:30:00Z") };
  const data = dataOf({ sessions: [session, second] });
  expect(data["subEvent"]).toMatchObject([
    { startDate: "2026-12-02T00:30:00+09:00" },
    { name: "</script><b>セミナー(2日目)", startDate: "2026-12-03T00:30:00+09:00" },
  ]);
});
