import type { ReactNode } from "react";
import { visitGroups as words } from "#app/locales/ja/visits.ts";
import type { FieldState, Option } from "./field.tsx";
import { FormProblems } from "./form-problems.tsx";
import { EmptyState, Section } from "./page.tsx";
import { TextLink } from "./text-link.tsx";
import { type CheckedView, GroupCheck } from "./visit-group-check.tsx";
import { ClassForm, GroupTableForm } from "./visit-group-forms.tsx";
import { type GroupLine, GroupTable } from "./visit-group-table.tsx";

export type DeskRoom = {
  places: readonly { id: string; name: string }[];
  sessions: readonly { id: string; label: string; title: string }[];
  groups: readonly GroupLine[];
};

/** Entering groups as a table in two steps, and those that are entered. Teachers choose no school. */
export function GroupDesk({
  room,
  base,
  schools,
  answer,
  mayEnter = true,
  children,
}: {
  room: DeskRoom;
  base: string;
  schools?: readonly Option[];
  answer?: FieldState & { checked?: CheckedView };
  /** False once entering is closed: then the groups are only shown. */
  mayEnter?: boolean;
  children?: ReactNode;
}) {
  const checked = answer?.checked;
  const sent = answer?.values?.["intent"];
  const labels = {
    paste: words.paste,
    file: words.file,
    className: words.className,
    headCount: words.headCount,
    groupSize: words.groupSize,
    department: words.department,
    confirmLabels: words.confirmLabels,
  };
  return (
    <>
      <FormProblems errors={answer?.errors} labels={labels} />
      {children}
      {checked && (
        <Section title={words.result} id="result">
          <GroupCheck
            checked={checked}
            base={base}
            schoolId={String(answer?.values?.["schoolId"] ?? "")}
            form={answer}
          />
        </Section>
      )}
      {mayEnter && (
        <p data-screen-only className="mb-8 flex flex-wrap gap-x-6">
          <TextLink to="#table" className="inline-flex min-h-11 items-center">
            {words.table}
          </TextLink>
          <TextLink to="#generate" className="inline-flex min-h-11 items-center">
            {words.generate}
          </TextLink>
        </p>
      )}
      <Section title={words.list} id="groups">
        {room.groups.length === 0 ? (
          <EmptyState title={words.listNone}>{words.listNoneText}</EmptyState>
        ) : (
          <GroupTable {...room} base={base} withSchool={schools !== undefined} />
        )}
      </Section>
      {mayEnter && (
        <>
          <Section title={words.table} id="table">
            <GroupTableForm room={room} schools={schools} form={sent === "check" ? answer : undefined} />
          </Section>
          <Section title={words.generate} id="generate">
            <ClassForm schools={schools} form={sent === "generate" ? answer : undefined} />
          </Section>
        </>
      )}
    </>
  );
}
