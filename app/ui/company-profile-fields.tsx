import type { ReactNode } from "react";
import { alumniWords, profileLabels, valueWords } from "#app/locales/ja/companies.ts";
import { profileForm as words } from "#app/locales/ja/company-room.ts";
import { ChoiceGroup, type FieldState, type Option, TextArea, TextField } from "./field.tsx";

export type ProfileFieldName = keyof typeof profileLabels;

const asOptions = (values: readonly string[]): Option[] => values.map((value) => ({ value, label: value }));

/** The kinds of fields of the profile form: a name, its support text, the label from the words of the profile. */
export function profileFields(form: FieldState) {
  /** A line; `checked` marks running words that readers see for the text checker. */
  const text = (
    name: ProfileFieldName,
    support?: string,
    { required = false, checked = false }: { required?: boolean; checked?: boolean } = {},
  ) => (
    <TextField
      name={name}
      label={profileLabels[name]}
      support={support}
      required={required}
      wording={checked}
      form={form}
    />
  );
  const number = (name: ProfileFieldName, support?: string) => (
    <TextField
      name={name}
      label={profileLabels[name]}
      support={support}
      inputMode="numeric"
      form={form}
      className="max-w-xs"
    />
  );
  const area = (
    name: ProfileFieldName,
    support: string,
    rows: number,
    { required = false, checked = true }: { required?: boolean; checked?: boolean } = {},
  ) => (
    <TextArea
      name={name}
      label={profileLabels[name]}
      support={support}
      rows={rows}
      required={required}
      wording={checked}
      form={form}
    />
  );
  const boxes = (name: ProfileFieldName, values: readonly string[]) => (
    <ChoiceGroup name={name} label={profileLabels[name]} options={asOptions(values)} many form={form} />
  );
  /** A question with the given answers, and one for leaving it unanswered. */
  const question = (name: ProfileFieldName, answers: readonly string[] = ["yes", "no"]) => (
    <ChoiceGroup
      name={name}
      label={profileLabels[name]}
      options={[
        ...answers.map((value) => ({ value, label: answerWords(name, value) })),
        { value: "unknown", label: words.unknown },
      ]}
      chosen={["unknown"]}
      form={{ ...form, values: { ...form.values, [name]: form.values?.[name] || "unknown" } }}
    />
  );
  return { text, number, area, boxes, question };
}

function answerWords(name: ProfileFieldName, value: string): string {
  return name.endsWith("Alumni") ? (alumniWords[value] ?? value) : valueWords(name, value);
}

/** A part of the long form under its heading; the links above the form lead here. */
export function Group({ id, children }: { id: keyof typeof words.groups; children: ReactNode }) {
  const note = (words.notes as Record<string, string>)[id];
  return (
    <fieldset id={`form-${id}`} className="min-w-0">
      <legend className="w-full border-b-2 border-solid-gray-420 pb-2 text-std-22B-150">
        {words.groups[id]}
      </legend>
      {note && <p className="mt-3 max-w-3xl text-solid-gray-700">{note}</p>}
      <div className="mt-5 space-y-6">{children}</div>
    </fieldset>
  );
}

/** Fields that belong together inside a part of the form. */
export function FieldCluster({
  title,
  note,
  children,
}: {
  title: string;
  note?: string;
  children: ReactNode;
}) {
  return (
    <fieldset className="min-w-0 rounded-8 border border-solid-gray-420 p-4">
      <legend className="px-2 text-std-17B-170">{title}</legend>
      {note && <p className="max-w-3xl text-std-16N-170 text-solid-gray-700">{note}</p>}
      <div className="mt-3 space-y-5">{children}</div>
    </fieldset>
  );
}
