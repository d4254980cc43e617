import { describe, expect, test } from "vitest";
import {
  categoriesFor,
  eventStatus,
  type EventTerms,
  isSessionDay,
  type Participant,
  readTicketCode,
  registrationRefusal,
  registrationWindow,
  seatWord,
} from "./rules.ts";

const at = (text: string) => new Date(`${text}+09:00`);
const terms: EventTerms = {
  state: "published",
  audience: "everyone",
  startsAt: at("2026-12-10T13:00"),
  endsAt: at("2026-12-10T16:00"),
  registrationOpensAt: at("2026-11-20T09:00"),
  registrationClosesAt: at("2026-12-08T17:00"),
};
const student: Participant = { role: "student", state: "active", hasSchool: true };
const teacher: Participant = { role: "teacher", state: "active", hasSchool: false };

describe("registration", () => {
  test("opens and closes to the second, in Japan's time", () => {
    expect(registrationWindow(terms, at("2026-11-20T08:59:59"))).toBe("not-open-yet");
    expect(registrationWindow(terms, at("2026-11-20T09:00:00"))).toBe("open");
    expect(registrationWindow(terms, at("2026-12-08T16:59:59"))).toBe("open");
    expect(registrationWindow(terms, at("2026-12-08T17:00:00"))).toBe("closed");
    expect(registrationWindow(terms, at("2026-12-10T16:00:00"))).toBe("ended");
  });

  test("is possible from publication until the start when no times are given", () => {
    const open = { ...terms, registrationOpensAt: null, registrationClosesAt: null };
    expect(registrationWindow(open, at("2026-10-01T00:00"))).toBe("open");
    expect(registrationWindow(open, at("2026-12-10T13:00"))).toBe("closed");
  });

  test("never outlives the event, whatever the close says", () => {
    const late = { ...terms, registrationClosesAt: at("2027-01-01T00:00") };
    expect(registrationWindow(late, at("2026-12-10T14:00"))).toBe("open");
    expect(registrationWindow(late, at("2026-12-10T16:00"))).toBe("ended");
  });

  test("is refused at a cancelled or postponed event", () => {
    const request = {
      person: student,
      category: "student",
      headCount: 1,
      now: at("2026-12-01T00:00"),
    } as const;
    expect(registrationRefusal({ ...terms, state: "cancelled" }, request)).toBe("cancelled");
    expect(registrationRefusal({ ...terms, state: "postponed" }, request)).toBe("cancelled");
    expect(registrationRefusal(terms, request)).toBeNull();
  });

  test("takes one person from a student and up to 300 from a teacher", () => {
    const now = at("2026-12-01T00:00");
    const ask = (person: Participant, headCount: number) =>
      registrationRefusal(terms, { person, category: "student", headCount, now });
    expect(ask(student, 2)).toBe("not-for-you");
    expect(ask(teacher, 300)).toBeNull();
    expect(ask(teacher, 301)).toBe("not-for-you");
    expect(ask(teacher, 0)).toBe("not-for-you");
  });
});

describe("who may register", () => {
  test("at a schools-only event only teachers register: students go through their school", () => {
    expect(categoriesFor(student, "schools")).toEqual([]);
    expect(categoriesFor({ ...student, role: "company" }, "schools")).toEqual([]);
    expect(categoriesFor(teacher, "schools")).toContain("student");
  });

  test("a student registers as a student and a company as a company", () => {
    expect(categoriesFor(student, "everyone")).toEqual(["student"]);
    expect(categoriesFor({ ...student, role: "company" }, "everyone")).toEqual(["company"]);
  });

  test("an account that waits for approval registers nowhere", () => {
    expect(categoriesFor({ role: "company", state: "waiting", hasSchool: false }, "everyone")).toEqual([]);
  });
});

describe("the word about an event", () => {
  const now = at("2026-12-01T00:00");
  const pool = (capacity: number, reserved: number, category: "student" | "guardian" = "student") => ({
    category,
    capacity,
    reserved,
  });

  test("says few from three seats or a tenth of the capacity downwards", () => {
    expect(seatWord({ capacity: 20, reserved: 16 })).toBe("plenty");
    expect(seatWord({ capacity: 20, reserved: 17 })).toBe("few");
    expect(seatWord({ capacity: 200, reserved: 180 })).toBe("few");
    expect(seatWord({ capacity: 200, reserved: 179 })).toBe("plenty");
    expect(seatWord({ capacity: 3, reserved: 3 })).toBe("full");
  });

  test("follows the seats for students, because students read the list", () => {
    expect(eventStatus(terms, [pool(10, 10), pool(10, 0, "guardian")], now)).toBe("full");
    expect(eventStatus(terms, [pool(10, 10), pool(50, 0)], now)).toBe("plenty");
    expect(eventStatus(terms, [pool(10, 10), pool(10, 9)], now)).toBe("few");
  });

  test("says that no registration is needed where there are no seats to take", () => {
    expect(eventStatus(terms, [], now)).toBe("no-registration");
    expect(eventStatus({ ...terms, state: "cancelled" }, [], now)).toBe("cancelled");
    expect(eventStatus(terms, [], at("2027-01-01T00:00"))).toBe("ended");
  });
});

test("check-in is open on the day of the session in Japan, from midnight to midnight", () => {
  expect(isSessionDay(terms, at("2026-12-09T23:59:59"))).toBe(false);
  expect(isSessionDay(terms, at("2026-12-10T00:00:00"))).toBe(true);
  expect(isSessionDay(terms, at("2026-12-10T23:59:59"))).toBe(true);
  expect(isSessionDay(terms, at("2026-12-11T00:00:00"))).toBe(false);
});

describe("a ticket code", () => {
  test("is understood in lower case, full width, with spaces and hyphens, and from the QR code's address", () => {
    for (const typed of [
      "K7M2P9QX",
      "k7m2-p9qx",
      "Ｋ７Ｍ２－Ｐ９ＱＸ",
      " k7m2 p9qx\n",
      "K7M2ーP9QX",
      "k7m2−p9qx",
    ])
      expect(readTicketCode(typed)).toBe("K7M2P9QX");
    expect(readTicketCode("https://jobs.example/staff/events/e1?ticket=K7M2P9QX")).toBe("K7M2P9QX");
  });

  test("is refused when it cannot be one", () => {
    for (const typed of [
      "",
      "K7M2",
      "K7M2P9QXX",
      "あいうえおかきく",
      "<script>",
      "K7M2P9Q!",
      "x".repeat(10_000),
    ])
      expect(readTicketCode(typed)).toBeNull();
  });
});
