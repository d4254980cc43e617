import { describe, expect, test } from "vitest";
import {
  addDays,
  civilDateOf,
  dateTimeSpan,
  endOfDay,
  fiscalYearLabel,
  fiscalYearOf,
  isCivilDate,
  jst,
  longDate,
} from "./calendar.ts";

describe("fiscal years begin at JST midnight of 1 April", () => {
  test.each([
    ["2025-03-31T14:59:59.999Z", 2024],
    ["2025-03-31T15:00:00.000Z", 2025],
    ["2025-01-31T00:00:00.000Z", 2024],
  ])("%s is in fiscal year %d", (instant, year) => {
    expect(fiscalYearOf(new Date(instant))).toBe(year);
  });

  test("the label uses the era", () => {
    expect(fiscalYearLabel(2024)).toBe("令和6年度");
    expect(fiscalYearLabel(2019)).toBe("令和元年度");
  });
});

describe("civil dates", () => {
  test("the day changes at midnight in Japan, not in London", () => {
    expect(civilDateOf(new Date("2025-01-31T14:59:59Z"))).toBe("2025-01-31");
    expect(civilDateOf(new Date("2025-01-31T15:00:00Z"))).toBe("2025-02-01");
  });

  test("an as-of day includes its last millisecond", () => {
    expect(endOfDay("2025-01-31").toISOString()).toBe("2025-01-31T15:00:00.000Z");
  });

  test("a day that does not exist is not a civil date", () => {
    expect(isCivilDate("2025-02-30")).toBe(false);
    expect(isCivilDate("2024-02-29")).toBe(true);
    expect(isCivilDate("2025-2-3")).toBe(false);
  });

  test("days are added over the end of a month", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  });
});

describe("words for readers", () => {
  test("a date shows the western year, the era and the weekday", () => {
    expect(longDate("2025-01-31")).toBe("2025年(令和7年)1月31日(金)");
    expect(longDate("2019-05-01")).toBe("2019年(令和元年)5月1日(水)");
  });

  test("a span over midnight names both days", () => {
    expect(dateTimeSpan(jst("2024-06-07", "13:00"), jst("2024-06-07", "16:00"))).toBe(
      "2024年(令和6年)6月7日(金) 13:00〜16:00",
    );
    expect(dateTimeSpan(jst("2024-11-07", "9:00".padStart(5, "0")), jst("2024-11-08", "16:00"))).toContain(
      "〜11月8日(金) 16:00",
    );
  });
});
