import { type CivilDate, fiscalYearOf, jst } from "#app/platform/calendar.ts";
import type { RecruitmentAudience, RecruitmentStage } from "#app/domain/recruitment/rules.ts";
import { STAFF_ID } from "./accounts/ids.ts";
import { stableId } from "./ids.ts";
import type { TownRows } from "./rows.ts";

type Day = readonly [
  audience: RecruitmentAudience,
  stage: RecruitmentStage,
  monthDay: string,
  source: string,
];

const PUPILS = "高等学校就職問題検討会議の取りまとめ(文部科学省・厚生労働省)";
const STUDENTS = "就職・採用活動に関する要請(内閣官房ほか関係省庁)";

/** What the whole country agrees on; all days lie in the calendar year before the graduation. */
const DAYS: readonly Day[] = [
  ["highSchool", "jobCardsAccepted", "06-01", PUPILS],
  ["highSchool", "jobsPublic", "07-01", PUPILS],
  ["highSchool", "applicationsOpen", "09-05", PUPILS],
  ["highSchool", "selectionOpen", "09-16", PUPILS],
  ...(["kosen", "kosenAdvanced", "university"] as const).flatMap((audience): Day[] => [
    [audience, "publicityOpen", "03-01", STUDENTS],
    [audience, "selectionOpen", "06-01", STUDENTS],
    [audience, "offersFormal", "10-01", STUDENTS],
  ]),
];

const PREFECTURES = [
  ["岩手県", "岩手県の申し合わせ(岩手労働局・岩手県教育委員会)"],
  ["宮城県", "宮城県の申し合わせ(宮城労働局・宮城県教育委員会)"],
] as const;

/**
 * The dates of the class that left last, of the one that leaves next and of the one after it. The two prefectures' own
 * rows are the high schools'. From when a pupil may apply at several companies is not registered: each prefecture agrees
 * on its own day, and the portal does not guess it. The class after those has no dates yet.
 */
export function addRecruitmentDates(rows: TownRows, today: CivilDate): void {
  const last = fiscalYearOf(today) + 1;
  for (const graduationYear of [last - 1, last, last + 1])
    for (const [audience, stage, monthDay, source] of DAYS) {
      const places: [string, string][] = [["", source]];
      if (audience === "highSchool")
        places.push(...PREFECTURES.map(([name, own]): [string, string] => [name, own]));
      for (const [prefecture, from] of places)
        rows.recruitmentDate.push({
          id: stableId("recruitment", [graduationYear, prefecture, audience, stage].join("/")),
          graduationYear,
          prefecture,
          audience,
          stage,
          date: new Date(`${graduationYear - 1}-${monthDay}T00:00:00Z`),
          source: from,
          note: "",
          updatedById: STAFF_ID,
          updatedAt: jst(`${graduationYear - 2}-04-20`, "10:00"),
        });
    }
}
