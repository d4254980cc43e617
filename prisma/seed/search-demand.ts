import { demandText } from "#app/domain/search-demand/counted-text.ts";
import { addDays, type CivilDate } from "#app/platform/calendar.ts";
import { randomFor } from "./random.ts";
import type { TownRows } from "./rows.ts";

/** Words that the town's readers look for, how often in three months, and whether the portal has an answer. */
const WORDS: readonly [text: string, searches: number, isAnswered: boolean][] = [
  ["水族館", 34, false],
  ["空港", 21, false],
  ["声優", 9, false],
  ["宇宙飛行士", 7, false],
  ["航海士", 6, false],
  ["ブライダル", 12, false],
  ["学芸員", 3, false],
  ["金型", 48, true],
  ["プログラミング", 41, true],
  ["子どもとかかわる", 38, true],
  ["千厩 寮あり", 17, true],
  ["土日休み", 29, true],
  ["看護", 33, true],
];

/** What was searched in the last three months, by day. */
export function addSearchDemand(rows: TownRows, today: CivilDate): void {
  const random = randomFor("search-demand");
  for (const [typed, searches, isAnswered] of WORDS) {
    const text = demandText(typed)!;
    const perDay = new Map<CivilDate, number>();
    for (let at = 0; at < searches; at++) {
      const day = addDays(today, -random.int(1, 85));
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
    for (const [day, count] of perDay)
      rows.searchDemand.push({
        day: new Date(`${day}T00:00:00Z`),
        text,
        searches: count,
        zeroHits: isAnswered ? 0 : count,
      });
  }
}
