import { expect, test } from "vitest";
import type { EventDetail } from "./store.server.ts";
import { eventStructuredData, scriptText } from "./structured-data.ts";

const event: EventDetail = {
  id: "e1",
  kind: "seminar",
  title: "</script><b>セミナー",
  summary: "履歴書の書き方を学びます。",
  whatToBring: "",
  venue: "一関図書館",
  address: "一関市大手町2-46",
  access: "",
  onlineUrl: null,
  stateNote: "",
  state: "cancelled",
  status: "cancelled",
  audience: "everyone",
  startsAt: new Date("2026-12-01T15:30:00Z"),
  endsAt: new Date("2026-12-01T17:00:00Z"),
  registrationOpensAt: null,
  registrationClosesAt: null,
  updatedAt: new Date("2026-11-20T00:00:00Z"),
  sessions: [],
  booths: [],
};

test("structured data tells Japan's time with its offset, the cancellation, and cannot end its script element", () => {
  const data = eventStructuredData(event, { publicUrl: "https://jobs.example", organizer: "一関市" });
  expect(data).toMatchObject({
    startDate: "2026-12-02T00:30:00+09:00",
    eventStatus: "https://schema.org/EventCancelled",
    url: "https://jobs.example/events/e1",
  });
  expect(scriptText(data)).not.toContain("</script>");
  expect(JSON.parse(scriptText(data)).name).toBe(event.title);
});
