import { answerField, hireField, type HireField } from "#app/domain/employment/report.rules.ts";
import { askEmployment, questionPath } from "#app/domain/employment/questions.store.server.ts";
import type { Town } from "#app/town.ts";

/** A hire as a company types it; changes win. */
export function hireForm(
  row: number,
  changes: Partial<Record<HireField, string>> = {},
): Record<string, string> {
  const typed = {
    mark: `2026春-${row + 1}`,
    kind: "newGraduate",
    graduationYear: "2026",
    schoolKind: "highSchool",
    departmentName: "機械科",
    placeOfWork: "一関市",
    startedOn: "2026年4月1日",
    route: "schoolIntroduction",
    code: "",
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(typed).map(([field, text]) => [hireField(row, field as HireField), text]),
  );
}

/** What a company types about somebody whom it reported before. */
export function answerForm(
  placementId: string,
  answer: { state: string; endedOn?: string; endKind?: string },
): Record<string, string> {
  return {
    [answerField(placementId, "state")]: answer.state,
    [answerField(placementId, "endedOn")]: answer.endedOn ?? "",
    [answerField(placementId, "endKind")]: answer.endKind ?? "",
  };
}

/** Asks every company and gives the question of one with the path of its link. */
export async function askCompany(
  town: Pick<Town, "database" | "clock" | "jobs" | "env">,
  companyId: string,
): Promise<{ id: string; path: string }> {
  await askEmployment(town);
  const { id } = await town.database.employmentQuestion.findFirstOrThrow({
    where: { companyId },
    orderBy: { quarter: "desc" },
  });
  return { id, path: questionPath(town.env.sessionSecret, id) };
}
