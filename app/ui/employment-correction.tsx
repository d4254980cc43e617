import type { ReportedPerson } from "#app/domain/employment/report.rules.ts";
import { SEPARATION_KINDS } from "#app/domain/employment/rules.ts";
import {
  correctionWords as words,
  placementKindNames,
  reportWords as fields,
  separationKindNames,
} from "#app/locales/ja/employment.ts";
import { plainDate } from "#app/platform/calendar.ts";
import { Button } from "./button.tsx";
import { classWords, PersonState, PlaceOfWork } from "./employment-people.tsx";
import { routeOptions, schoolKindOptions } from "./employment-hire-fields.tsx";
import { type FieldState, SelectField, TextField } from "./field.tsx";
import { Notice } from "./form-message.tsx";
import { FormProblems } from "./form-problems.tsx";
import { Section } from "./page.tsx";
import { DescriptionList } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

const labels = {
  mark: fields.mark,
  kind: fields.kind,
  graduationYear: fields.graduationYear,
  schoolKind: fields.schoolKind,
  departmentName: fields.departmentName,
  placeOfWork: fields.placeOfWork,
  startedOn: fields.startedOn,
  route: fields.route,
  reason: words.reason,
  endedOn: fields.endedOn,
  endKind: fields.endKind,
  voidReason: words.voidReason,
};

/** The forms that correct one record, under the record as it stands; a note when there is none. */
export function PlacementCorrection({
  person,
  form,
  backTo,
  supported = false,
}: {
  person: ReportedPerson | null;
  form: FieldState | undefined;
  backTo: string;
  /** Records of a support programme have a kind of their own. */
  supported?: boolean;
}) {
  const back = (
    <p className="mt-6">
      <TextLink to={backTo} className="inline-flex min-h-11 items-center">
        {words.back}
      </TextLink>
    </p>
  );
  if (!person)
    return (
      <>
        <Notice kind="info" title={words.missingTitle}>
          <p>{words.missingText}</p>
        </Notice>
        {back}
      </>
    );
  return (
    <>
      <FormProblems errors={form?.errors} labels={labels} />
      <Section title={words.now} id="now">
        <DescriptionList
          items={[
            { term: fields.mark, children: person.mark || "―" },
            { term: fields.startedOn, children: plainDate(person.startedOn) },
            {
              term: fields.kind,
              children: [placementKindNames[person.kind], classWords(person)].filter(Boolean).join(" "),
            },
            { term: fields.placeOfWork, children: <PlaceOfWork person={person} /> },
            { term: fields.state, children: <PersonState person={person} /> },
          ]}
        />
      </Section>
      <Section title={words.change} id="change">
        <ChangeForm person={person} form={form} supported={supported} />
      </Section>
      {person.standing !== "ahead" && (
        <Section title={words.leaving} id="leaving">
          <LeaveForm person={person} form={form} />
        </Section>
      )}
      <Section title={words.void} id="void">
        <p className="mb-4">{words.voidText}</p>
        <form method="post" className="space-y-4" noValidate>
          <TextField
            name="voidReason"
            label={words.voidReason}
            support={words.reasonSupport}
            form={form}
            required
          />
          <Button name="intent" value="void" look="danger">
            {words.voidSubmit}
          </Button>
        </form>
      </Section>
      {back}
    </>
  );
}

type Part = { person: ReportedPerson; form: FieldState | undefined };

function ChangeForm({ person, form, supported }: Part & { supported: boolean }) {
  const kinds = ["newGraduate", "midCareer", ...(supported ? ["supported"] : [])];
  return (
    <form method="post" className="space-y-4" noValidate>
      <TextField
        name="mark"
        label={fields.mark}
        support={fields.markSupport}
        defaultValue={person.mark}
        form={form}
      />
      <TextField
        name="startedOn"
        label={fields.startedOn}
        support={fields.startedOnSupport}
        defaultValue={person.startedOn}
        form={form}
        required
      />
      <SelectField
        name="kind"
        label={fields.kind}
        options={kinds.map((kind) => ({ value: kind, label: placementKindNames[kind]! }))}
        defaultValue={person.kind}
        form={form}
        required
      />
      <TextField
        name="placeOfWork"
        label={fields.placeOfWork}
        support={fields.placeOfWorkSupport}
        defaultValue={person.placeOfWork}
        form={form}
        required
      />
      <TextField
        name="graduationYear"
        label={fields.graduationYear}
        support={fields.graduationYearSupport}
        defaultValue={person.graduationYear?.toString()}
        inputMode="numeric"
        form={form}
      />
      <SelectField
        name="schoolKind"
        label={fields.schoolKind}
        options={schoolKindOptions}
        empty={fields.schoolKindEmpty}
        defaultValue={person.schoolKind ?? ""}
        form={form}
      />
      <TextField
        name="departmentName"
        label={fields.departmentName}
        defaultValue={person.departmentName}
        form={form}
      />
      <SelectField
        name="route"
        label={fields.route}
        options={routeOptions}
        empty={fields.routeEmpty}
        defaultValue={person.route ?? ""}
        form={form}
      />
      <TextField name="reason" label={words.reason} support={words.reasonSupport} form={form} required />
      <Button name="intent" value="change">
        {words.save}
      </Button>
    </form>
  );
}

function LeaveForm({ person, form }: Part) {
  return (
    <>
      <p className="mb-4">{words.leavingText}</p>
      <form method="post" className="space-y-4" noValidate>
        <TextField
          name="endedOn"
          label={fields.endedOn}
          support={fields.endedOnSupport}
          defaultValue={person.left?.endedOn}
          form={form}
          required
        />
        <SelectField
          name="endKind"
          label={fields.endKind}
          options={SEPARATION_KINDS.map((kind) => ({ value: kind, label: separationKindNames[kind]! }))}
          empty={fields.choose}
          defaultValue={person.left?.kind}
          form={form}
          required
        />
        <Button name="intent" value="leave" look="secondary">
          {words.leave}
        </Button>
      </form>
      {person.left && (
        <form method="post" className="mt-8 space-y-2">
          <p>{words.stayText}</p>
          <Button name="intent" value="stay" look="secondary">
            {words.stay}
          </Button>
        </form>
      )}
    </>
  );
}
