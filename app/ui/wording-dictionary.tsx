import {
  wordingLevelNotes,
  wordingLevels,
  wordingPage as words,
  wordingSubjects,
} from "#app/locales/ja/wording.ts";
import { Badge } from "./badge.tsx";
import { DescriptionList, Table } from "./table.tsx";

export type ShownRule = {
  id: string;
  title: string;
  subject: keyof typeof wordingSubjects;
  level: keyof typeof wordingLevels;
  law: string;
  note: string;
  replacement: string | null;
  exceptionNote: string | null;
  lawful: boolean;
  forPupils: boolean;
  validFrom: string;
};

const TONES = { block: "red", warn: "orange", hint: "blue" } as const;
const LEVELS = Object.keys(wordingLevels) as (keyof typeof wordingLevels)[];
const SUBJECTS = Object.keys(wordingSubjects) as (keyof typeof wordingSubjects)[];

/** What the three levels ask of people. */
export function WordingLevelList() {
  return (
    <DescriptionList
      items={LEVELS.map((level) => ({ term: wordingLevels[level], children: wordingLevelNotes[level] }))}
    />
  );
}

/** The dictionary as tables, one a subject. */
export function WordingDictionary({ rules }: { rules: readonly ShownRule[] }) {
  return SUBJECTS.map((subject) => {
    const rows = rules.filter((rule) => rule.subject === subject);
    if (rows.length === 0) return null;
    return (
      <div key={subject} className="mt-8 first:mt-0">
        <h3 className="mb-2 text-std-18B-160">{wordingSubjects[subject]}</h3>
        <Table caption={wordingSubjects[subject]} head={[...words.columns]}>
          {rows.map((rule) => (
            <RuleRow key={rule.id} rule={rule} />
          ))}
        </Table>
      </div>
    );
  });
}

function RuleRow({ rule }: { rule: ShownRule }) {
  return (
    <tr>
      <th scope="row" className="min-w-48">
        {rule.title}
        {rule.forPupils && (
          <span className="mt-1 block">
            <Badge>{words.forPupils}</Badge>
          </span>
        )}
      </th>
      <td>
        <Badge tone={TONES[rule.level]}>{wordingLevels[rule.level]}</Badge>
      </td>
      <td className="min-w-48">{rule.law}</td>
      <td className="min-w-64">
        {rule.note}
        {rule.replacement && <span className="mt-1 block text-solid-gray-700">→ {rule.replacement}</span>}
      </td>
      <td className="min-w-48">
        {rule.exceptionNote ?? (rule.lawful ? "" : words.noExceptions)}
        {rule.lawful && <span className="block">{words.lawful}</span>}
      </td>
      <td className="min-w-32">{words.validFrom(rule.validFrom)}</td>
    </tr>
  );
}
