import type { ReactNode } from "react";
import { profileForm as words } from "#app/locales/ja/company-room.ts";
import { EstablishmentFields } from "./company-profile-establishments.tsx";
import { FieldCluster, Group, profileFields } from "./company-profile-fields.tsx";
import { HireFields } from "./company-profile-hires.tsx";
import type { FieldState, Option } from "./field.tsx";

/** What can be chosen in the lists of the form. */
export type ProfileOptions = {
  areas: readonly string[];
  industries: readonly Option[];
  benefits: readonly string[];
  certifications: readonly string[];
  departments: readonly string[];
};

export type ProfileFormFacts = {
  form: FieldState;
  /** The newest revision that the form was filled from. */
  baseNumber: number;
  options: ProfileOptions;
  /** The years for which hires are asked, the oldest first. */
  fiscalYears: readonly number[];
  /** Rows for places of business; the last one is new when it was just asked for. */
  establishments: { count: number; isNew: boolean };
  /** The text checker found wording that needs a reason. */
  asksForReason: boolean;
  /** The choice of photographs; without it, those of the form stay as they are. */
  photos: ReactNode;
};

/** Pay, hours and days off. */
export function TermFields({ form }: ProfileFormFacts) {
  const { support } = words;
  const { text, number, question } = profileFields(form);
  return (
    <Group id="terms">
      {number("startingPayHighSchool", support.pay)}
      {number("startingPayKosen", support.pay)}
      {number("startingPayUniversity", support.pay)}
      <FieldCluster title={words.fixedOvertime} note={words.fixedOvertimeNote}>
        {number("fixedOvertimePay", support.fixedOvertimePay)}
        {number("fixedOvertimeHours", support.fixedOvertimeHours)}
        {question("fixedOvertimeExcessPaid")}
      </FieldCluster>
      {text("workingHours", support.workingHours, { checked: true })}
      {question("nightShift")}
      {text("holidays", support.holidays, { checked: true })}
      {number("annualHolidays", support.annualHolidays)}
      {text("termsAsOf", support.termsAsOf)}
    </Group>
  );
}

/** Hires and leavers, then the averages and what the company does to train people. */
export function PeopleFields({ form, fiscalYears }: ProfileFormFacts) {
  const { support } = words;
  const { area, number, question } = profileFields(form);
  return (
    <>
      <Group id="hires">
        <HireFields fiscalYears={fiscalYears} form={form} />
        <FieldCluster title={words.hires.totals} note={words.hires.totalsNote}>
          {number("newGraduatesHired", support.hired)}
          {number("newGraduatesLeft", support.left)}
        </FieldCluster>
      </Group>
      <Group id="people">
        {number("youthFactsYear", support.youthFactsYear)}
        {number("averageOvertimeHours", support.overtime)}
        {number("averagePaidLeaveDays", support.leave)}
        {number("averageTenureYears", support.tenure)}
        {number("averageAge", support.averageAge)}
        <FieldCluster title={words.childcare} note={words.childcareNote}>
          <div className="grid gap-5 sm:grid-cols-2">
            {number("childcareLeaveWomenEntitled")}
            {number("childcareLeaveWomenTaken")}
            {number("childcareLeaveMenEntitled")}
            {number("childcareLeaveMenTaken")}
          </div>
        </FieldCluster>
        {number("womenDirectorsPercent", support.percent)}
        {number("womenManagersPercent", support.percent)}
        {area("training", support.training, 2)}
        {question("mentors")}
        {question("careerConsulting")}
        {area("certificationSupport", support.certificationSupport, 2)}
      </Group>
    </>
  );
}

/** How to come and see it, what makes work easier, further places of business, and what partners look for. */
export function OtherFields({ form, options, establishments }: ProfileFormFacts) {
  const { support } = words;
  const { area, boxes, question } = profileFields(form);
  return (
    <>
      <Group id="visiting">
        {area("visiting", support.visiting, 5)}
        {area("commute", support.commute, 4)}
        {question("drivingLicence", ["needed", "not-needed"])}
      </Group>
      <Group id="benefits">
        {boxes("benefits", options.benefits)}
        {boxes("certifications", options.certifications)}
        {boxes("departments", options.departments)}
        {question("kosenAlumni")}
        {question("highSchoolAlumni")}
      </Group>
      <Group id="establishments">
        <EstablishmentFields {...establishments} areas={options.areas} form={form} />
      </Group>
      <Group id="trade">
        {area("technologies", support.list, 3)}
        {area("equipment", support.equipment, 3)}
      </Group>
    </>
  );
}
