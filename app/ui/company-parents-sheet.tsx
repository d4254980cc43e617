import { plainDate } from "#app/platform/calendar.ts";
import type { ShownProfile } from "#app/domain/companies/profile.rules.ts";
import { valueWords } from "#app/locales/ja/companies.ts";
import { parentsSheet as words } from "#app/locales/ja/parents-sheet.ts";
import { type HiresView, hiresSentence } from "./company-profile-people.tsx";
import { fixedOvertimeWords } from "./company-profile.tsx";

type Sheet = { profile: ShownProfile; industry: string; hires: HiresView };

/** A row of the sheet: what it is about, since when it is true, and its lines. */
type Row = { term: string; asOf?: string; lines: Line[] };
/** On paper a long text ends after so many lines; the page behind the QR code has all of it. */
type Line = string | { text: string; most: 1 | 2 | 3 | 4 };

const CLAMPS = {
  1: "print:line-clamp-1",
  2: "print:line-clamp-2",
  3: "print:line-clamp-3",
  4: "print:line-clamp-4",
};

/** So many lines of so many characters fill a page in the usual size; above it the print is smaller and long texts end a line earlier. */
const ROOMY = 34;
const LINE_LENGTH = 38;
const ROOMY_PRINT = { text: "print:text-dns-16N-130", term: "print:text-dns-16B-130", row: "print:py-1.5" };
const DENSE_PRINT = { text: "print:text-dns-14N-130", term: "print:text-dns-14B-130", row: "print:py-1" };

/** The rows of the sheet in the order in which families ask. */
export function ParentsSheet(sheet: Sheet) {
  const rows = rowsOf(sheet);
  const count = rows.flatMap(({ lines }) => lines.map(printedLines)).reduce((sum, lines) => sum + lines, 0);
  const isDense = count + headingLines(sheet.profile.name) > ROOMY;
  const look = isDense ? DENSE_PRINT : ROOMY_PRINT;
  return (
    <dl
      aria-label={words.sheet}
      className={`divide-y divide-solid-gray-420 border-y-2 border-solid-gray-600 ${look.text}`}
    >
      {rows.map((row) => (
        <div
          key={row.term}
          className={`grid gap-1 py-3 sm:grid-cols-[11rem_1fr] sm:gap-4 print:grid-cols-[9.5rem_1fr] print:gap-3 ${look.row}`}
        >
          <dt className={`text-std-17B-170 ${look.term}`}>
            {row.term}
            {row.asOf && <span className="block text-dns-14N-130 text-solid-gray-700">{row.asOf}</span>}
          </dt>
          <dd>
            {row.lines.map((line, place) => (
              <SheetLine key={place} line={line} isDense={isDense} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The lines that a name of more than one line takes from the rest. */
function headingLines(name: string): number {
  return 2 * Math.floor((name.length + 7) / 27);
}

/** How many lines a text takes on paper. */
function printedLines(line: Line): number {
  const { text, most } = typeof line === "string" ? { text: line, most: Infinity } : line;
  return Math.min(most, Math.ceil(text.length / LINE_LENGTH));
}

function SheetLine({ line, isDense }: { line: Line; isDense: boolean }) {
  const { text, most } = typeof line === "string" ? { text: line, most: null } : line;
  const clamp = most === null ? "" : CLAMPS[isDense && most > 2 ? ((most - 1) as 2 | 3) : most];
  return (
    <p className={`whitespace-pre-line ${clamp} ${text === words.ask ? "text-solid-gray-700" : ""}`}>
      {text}
    </p>
  );
}

function rowsOf(sheet: Sheet): Row[] {
  const { profile } = sheet;
  const facts = words.asOf(plainDate(profile.asOf));
  const terms = words.asOf(plainDate(profile.termsAsOf ?? profile.asOf));
  const year = profile.youthFactsYear === null ? facts : words.ofYear(profile.youthFactsYear);
  return [
    { term: words.rows.company, asOf: facts, lines: companyLines(sheet) },
    { term: words.rows.pay, asOf: terms, lines: payLines(profile) },
    { term: words.rows.holidays, asOf: terms, lines: holidayLines(profile) },
    { term: words.rows.hours, asOf: terms, lines: hourLines(profile) },
    { term: words.rows.overtime, asOf: year, lines: overtimeLines(profile) },
    {
      term: words.rows.hires,
      asOf: facts,
      lines: [sheet.hires.total.hired === null ? words.ask : hiresSentence(sheet.hires)],
    },
    { term: words.rows.training, asOf: facts, lines: trainingLines(profile) },
    { term: words.rows.commute, asOf: facts, lines: commuteLines(profile) },
    { term: words.rows.housing, asOf: facts, lines: housingLines(profile) },
    {
      term: words.rows.visit,
      asOf: facts,
      lines: [profile.visiting ? { text: profile.visiting, most: 4 } : words.ask, words.schoolVisit],
    },
    {
      term: words.rows.contact,
      lines: [
        words.contact.school,
        { text: words.contact.company(profile.contactDepartment, profile.phone), most: 1 },
        words.contact.questions,
      ],
    },
  ];
}

const known = (field: string, value: number | null) => (value === null ? null : valueWords(field, value));

function companyLines({ profile, industry }: Sheet): Line[] {
  const people = known("employeeCount", profile.employeeCount);
  const facts = [
    people && words.people(people),
    profile.foundedYear !== null && words.founded(profile.foundedYear),
  ].filter(Boolean);
  return [
    { text: `${industry}(${profile.area}) ${profile.catchphrase}`.trim(), most: 1 },
    { text: profile.description, most: 3 },
    ...(facts.length > 0 ? [facts.join("")] : []),
  ];
}

function payLines(profile: ShownProfile): Line[] {
  const pays = [
    [words.pay.highSchool, known("startingPayHighSchool", profile.startingPayHighSchool)] as const,
    [words.pay.kosen, known("startingPayKosen", profile.startingPayKosen)] as const,
    [words.pay.university, known("startingPayUniversity", profile.startingPayUniversity)] as const,
  ].flatMap(([say, pay]) => (pay === null ? [] : [say(pay)]));
  if (pays.length === 0) return [words.ask];
  const fixed = profile.fixedOvertimePay === null ? [] : [fixedOvertimeWords(profile)];
  return [pays.join(" / "), words.pay.note, ...fixed];
}

function holidayLines({ annualHolidays, holidays }: ShownProfile): Line[] {
  const days = known("annualHolidays", annualHolidays);
  if (days === null && !holidays) return [words.ask];
  return [days === null ? words.holidaysBlank : words.holidays(days), ...text(holidays, 1)];
}

function hourLines({ workingHours, nightShift }: ShownProfile): Line[] {
  if (!workingHours && nightShift === "unknown") return [words.ask];
  return [...text(workingHours || words.ask, 1), words.nightShift[nightShift]];
}

function overtimeLines({ averageOvertimeHours, averagePaidLeaveDays }: ShownProfile): Line[] {
  const hours = known("averageOvertimeHours", averageOvertimeHours);
  const days = known("averagePaidLeaveDays", averagePaidLeaveDays);
  if (hours === null && days === null) return [words.ask];
  return [
    (hours === null ? words.overtimeBlank : words.overtime(hours)) +
      (days === null ? words.leaveBlank : words.leave(days)),
  ];
}

function trainingLines({ training, certificationSupport, mentors }: ShownProfile): Line[] {
  const lines: Line[] = [
    ...text(training && words.training(training), 2),
    ...text(certificationSupport && words.certification(certificationSupport), 2),
    ...(mentors === "yes" ? [words.mentors] : []),
  ];
  return lines.length > 0 ? lines : [words.ask];
}

function commuteLines({ commute, drivingLicence, benefits }: ShownProfile): Line[] {
  const helps = benefits.filter((benefit) => words.commuteBenefits.includes(benefit));
  if (!commute && drivingLicence === "unknown" && helps.length === 0) return [words.ask];
  return [
    ...text(commute || words.ask, 3),
    [...helps.map((benefit) => `${benefit}。`), words.licence[drivingLicence]].join(""),
  ];
}

function housingLines({ benefits }: ShownProfile): Line[] {
  if (benefits.length === 0) return [words.ask];
  const helps = benefits.filter((benefit) => words.housingBenefits.includes(benefit));
  return [helps.length > 0 ? words.has(helps.join("、")) : words.noHousing];
}

function text(line: string, most: 1 | 2 | 3 | 4): Line[] {
  return line === "" ? [] : [{ text: line, most }];
}
