import { parametersOf, readChosenParameters } from "#app/analytics/parameters.ts";
import { findMeasure, MEASURES } from "#app/analytics/registry.ts";
import { parameterTexts, parameterWords } from "#app/locales/ja/measure-parameters.ts";
import { deskWords as words } from "#app/locales/ja/plan.ts";

/** What can be chosen of a measure, as the form asks for it. `options` is null where a number is typed. */
export type ParameterField = {
  field: string;
  label: string;
  support: string;
  /** What the empty choice says. */
  empty: string;
  options: { value: string; label: string }[] | null;
};

/** The field of a parameter in the form. */
export function parameterField(name: string): string {
  return `parameter.${name}`;
}

/** The measures of the registry to choose from, each with what it counts and what can be chosen of it. */
export function measureChoices() {
  return MEASURES.map(({ key, version, name, definition, counts, timeNature }) => ({
    value: key,
    label: words.measureOption(name, version),
    definition,
    counts: words.countedAs(words.countUnits[counts], words.timeNatures[timeNature]),
    parameters: parameterFields(key),
  })).toSorted((a, b) => a.label.localeCompare(b.label, "ja"));
}

function parameterFields(measureKey: string): ParameterField[] {
  return parametersOf(measureKey).map((description) => {
    const { name, usual } = description;
    const textOf = (value: string | number) =>
      parameterWords.choices[name]?.[String(value)] ?? parameterWords.text(name, value);
    return {
      field: parameterField(name),
      label: parameterWords.names[name] ?? name,
      support: [
        parameterWords.support[name],
        usual !== null && description.kind === "number" && parameterWords.usual(textOf(usual)),
      ]
        .filter(Boolean)
        .join("。"),
      empty: usual === null ? (parameterWords.all[name] ?? "") : parameterWords.usual(textOf(usual)),
      options:
        description.kind === "choice"
          ? description.choices.map((value) => ({ value, label: textOf(value) }))
          : null,
    };
  });
}

/** The parameters of the form, or field by field what is wrong with them. */
export function readParameterFields(
  measureKey: string | null,
  values: Readonly<Record<string, string | string[]>>,
) {
  const typed = parametersOf(measureKey).map(({ name }) => {
    const value = values[parameterField(name)];
    return [name, Array.isArray(value) ? value[0] : value] as const;
  });
  const read = readChosenParameters(measureKey, Object.fromEntries(typed));
  if (read.ok) return read;
  const errors = Object.entries(read.errors).map(([name, error]) => [parameterField(name), error]);
  return { ok: false as const, errors: Object.fromEntries(errors) as Record<string, string> };
}

/** The chosen parameters as the form shows them. */
export function parameterValues(parameters: Readonly<Record<string, string | number>>) {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [parameterField(name), String(value)]),
  );
}

/** Where the figures of a definition come from, in words: entered, or the measure with what was chosen of it. */
export function originText({
  measureKey,
  parameters = {},
}: {
  measureKey: string | null;
  parameters?: Readonly<Record<string, string | number>> | undefined;
}): string {
  if (measureKey === null) return words.enteredFigures;
  const name = findMeasure(measureKey)?.name ?? measureKey;
  const chosen = parameterTexts(parameters);
  return words.measuredBy(chosen.length === 0 ? name : `${name}(${chosen.join("、")})`);
}

/** What the measure of a definition counts; empty for entered figures. */
export function measureDefinition(measureKey: string | null): string {
  return measureKey === null ? "" : (findMeasure(measureKey)?.definition ?? "");
}
