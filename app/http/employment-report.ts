import {
  correctPlacement,
  correctSeparation,
  type CorrectionResult,
  type Scope,
} from "#app/domain/employment/corrections.store.server.ts";
import { withOneMoreRow, withoutBlankRows } from "#app/domain/employment/report.rules.ts";
import { hireProblems, readReport } from "#app/domain/employment/report.schema.ts";
import { reportEmployment, type ReportedBy } from "#app/domain/employment/reports.store.server.ts";
import { correctionForms, correctionIntentOf } from "#app/domain/employment/schema.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { checkForm, formErrors, type FormValues } from "#app/platform/form.server.ts";
import type { Town } from "#app/town.ts";

type Base = Pick<Town, "database" | "clock" | "env">;

/**
 * Takes the report form, whoever sends it. Null when it was recorded; otherwise the form again with all that was typed, its
 * blank rows left out. One more row is given once the others are right.
 */
export async function takeReport(
  town: Base,
  sent: FormValues,
  sender: { companyId: string; questionId: string | null; actorId: string | null; by: ReportedBy },
) {
  const values = withoutBlankRows(sent);
  const today = civilDateOf(town.clock.now());
  if (values["intent"] === "add-row") {
    const problems = hireProblems(values, today);
    return Object.keys(problems).length > 0
      ? formErrors(problems, values)
      : formErrors({}, withOneMoreRow(values), 200);
  }
  const read = readReport(values, today);
  if (!read.ok) return formErrors(read.errors, values);
  const result = await reportEmployment(town, { ...sender, report: read.report });
  return result.ok ? null : formErrors(result.errors, values);
}

type Corrector = {
  placementId: string;
  scope: Scope;
  actorId: string | null;
  questionId: string | null;
};

/** Takes one of the forms that correct a placement: the key of the notice when it was done, otherwise the form again. */
export async function takeCorrection(town: Base, values: FormValues, corrector: Corrector) {
  const intent = correctionIntentOf(values["intent"]);
  const { placementId, scope, actorId } = corrector;
  if (intent === "change") {
    const form = checkForm(values, correctionForms.change);
    if (!form.ok) return formErrors(form.errors, form.values);
    const { reason, ...changed } = form.data;
    const change = { as: "change", values: changed, reason } as const;
    return done(
      await correctPlacement(town, { placementId, scope, actorId, change }),
      values,
      "placement-corrected",
    );
  }
  if (intent === "void") {
    const form = checkForm(values, correctionForms.void);
    if (!form.ok) return formErrors(form.errors, form.values);
    const change = { as: "void", reason: form.data.voidReason } as const;
    return done(
      await correctPlacement(town, { placementId, scope, actorId, change }),
      values,
      "placement-voided",
    );
  }
  if (intent === "leave") {
    const form = checkForm(values, correctionForms.leave);
    if (!form.ok) return formErrors(form.errors, form.values);
    const left = await correctSeparation(town, { ...corrector, separation: form.data });
    return done(left, values, "separation-recorded");
  }
  if (intent === "stay")
    return done(
      await correctSeparation(town, { ...corrector, separation: null }),
      values,
      "separation-taken-back",
    );
  return formErrors({ form: "choose" }, values);
}

function done(result: CorrectionResult, values: FormValues, notice: string) {
  if (result.ok) return notice;
  return result.error === "invalid"
    ? formErrors(result.errors, values)
    : formErrors({ form: "corrected-first" }, values, 409);
}
