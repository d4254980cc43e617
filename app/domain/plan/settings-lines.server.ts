import type { z } from "zod";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { newId } from "#app/platform/random.ts";
import type { PreviewView } from "./answer.server.ts";
import { changedSettings, type PlanSettings, settingsMark } from "./plan-settings.store.server.ts";
import type { planSettingsSchema } from "./schema.ts";

const words = planForms.settings;

type Choices = Record<"schemes" | "areas", readonly { value: string; label: string }[]>;

/** What the settings of a plan would become, in words; null when nothing changes. */
export function settingsPreview(
  before: PlanSettings,
  wanted: z.output<typeof planSettingsSchema>,
  choices: Choices,
): PreviewView | null {
  const after: PlanSettings = {
    title: wanted.title,
    firstFiscalYear: String(wanted.firstFiscalYear),
    lastFiscalYear: String(wanted.lastFiscalYear),
    basicPolicy: wanted.basicPolicy,
    strategy: wanted.strategy,
    project: wanted.project,
    source: wanted.source,
    gradeSchemeId: wanted.gradeSchemeId ?? "",
    areaId: wanted.areaId,
    opensFirst: wanted.opensFirst === "yes" ? "yes" : before.opensFirst,
  };
  const changes = changedSettings(before, after);
  if (changes.length === 0) return null;
  const isChanged = (field: keyof PlanSettings) => changes.some((change) => change.field === field);
  return {
    entryId: newId(),
    basis: settingsMark(before),
    warnings: [
      ...(isChanged("gradeSchemeId") ? [words.schemeWarning] : []),
      ...(isChanged("opensFirst") ? [words.firstWarning] : []),
    ],
    years: [
      {
        key: "settings",
        title: words.previewTitle,
        asOf: words.previewAsOf,
        differences: changes.map((change) => ({
          key: change.field,
          row: after.title,
          column: labelOf(change.field),
          before: textOf(change.field, change.before, choices),
          after: textOf(change.field, change.after, choices),
        })),
        summary: words.previewCount(changes.length),
      },
    ],
    meanwhile: [],
  };
}

function labelOf(field: keyof PlanSettings): string {
  return field === "opensFirst" ? words.opensFirst : planForms.plan.fields[field];
}

function textOf(field: keyof PlanSettings, value: string, { schemes, areas }: Choices): string {
  if (field === "opensFirst") return value === "yes" ? words.yes : words.no;
  const names = field === "gradeSchemeId" ? schemes : field === "areaId" ? areas : [];
  return names.find((choice) => choice.value === value)?.label ?? (value || planForms.none);
}
