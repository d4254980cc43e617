import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import type { RecruitmentDate } from "#app/domain/recruitment/rules.ts";

/** The agreed days of a class: high schools, and universities with KOSEN. */
const DAYS: readonly [RecruitmentDate["audience"], RecruitmentDate["stage"], string][] = [
  ["highSchool", "jobCardsAccepted", "06-01"],
  ["highSchool", "jobsPublic", "07-01"],
  ["highSchool", "applicationsOpen", "09-05"],
  ["highSchool", "selectionOpen", "09-16"],
  ["university", "publicityOpen", "03-01"],
  ["university", "selectionOpen", "06-01"],
  ["university", "offersFormal", "10-01"],
  ["kosen", "publicityOpen", "03-01"],
  ["kosen", "selectionOpen", "06-01"],
  ["kosen", "offersFormal", "10-01"],
];

/** Registers the agreed days of a class for the whole country. */
export async function createRecruitmentDates(
  town: Pick<Town, "database">,
  { graduationYear }: { graduationYear: number },
): Promise<void> {
  await town.database.recruitmentDate.createMany({
    data: DAYS.map(([audience, stage, monthDay]) => ({
      id: newId(),
      graduationYear,
      audience,
      stage,
      date: new Date(`${graduationYear - 1}-${monthDay}T00:00:00Z`),
      source: "申し合わせ",
    })),
  });
}
