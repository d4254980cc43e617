import type { ReactNode } from "react";
import type { Gate, RecruitmentAction, RecruitmentStage, StagePoint } from "#app/domain/recruitment/rules.ts";
import {
  actionNames,
  prefectureName,
  recruitmentWords as words,
  stageNames,
} from "#app/locales/ja/recruitment.ts";
import { longDate } from "#app/platform/calendar.ts";
import { Badge } from "./badge.tsx";
import { Table } from "./table.tsx";

type Action = { action: RecruitmentAction; gate: Gate; since: string | null };

/** 今日できること: each action with whether it is open today, and since or from when. */
export function RecruitmentToday({ point, actions }: { point: StagePoint; actions: readonly Action[] }) {
  if (point.state === "over") return <p>{words.over}</p>;
  return (
    <>
      <h3 className="mb-2 text-std-18B-160">{words.todayTitle}</h3>
      <ul className="max-w-3xl divide-y divide-solid-gray-420 border-y border-solid-gray-420">
        <TodayLine
          name={words.always}
          badge={<Badge tone="green">{words.open}</Badge>}
          note={words.alwaysNote}
        />
        {actions.map(({ action, gate, since }) => (
          <TodayLine
            key={action}
            name={actionNames[action]}
            badge={
              gate.ok ? (
                <Badge tone="green">{words.open}</Badge>
              ) : (
                <Badge tone={gate.reason === "not-yet" ? "orange" : "neutral"}>
                  {gate.reason === "not-yet" ? words.shut : words.unknown}
                </Badge>
              )
            }
            note={noteOf(action, gate, since)}
          />
        ))}
      </ul>
    </>
  );
}

function noteOf(action: RecruitmentAction, gate: Gate, since: string | null): string {
  if (gate.ok) return since ? words.openSince(since) : "";
  if (gate.reason === "not-yet") return words.shutUntil(gate.from);
  return action === "applyToSeveral" ? words.unknownSeveral : words.unknownNote;
}

function TodayLine({ name, badge, note }: { name: string; badge: ReactNode; note: string }) {
  return (
    <li className="grid gap-1 py-3 sm:grid-cols-[1fr_14rem] sm:gap-4">
      <span>{name}</span>
      <span>
        {badge}
        {note && <span className="mt-1 block text-std-16N-170 text-solid-gray-700">{note}</span>}
      </span>
    </li>
  );
}

type Class = {
  graduationYear: number;
  rows: readonly {
    stage: RecruitmentStage;
    date: string;
    prefectures: readonly string[];
    sources: readonly string[];
    notes: readonly string[];
  }[];
};

/** The dates of a class and of the one after it, with what begins and where the date comes from. */
export function RecruitmentDates({ classes }: { classes: readonly Class[] }) {
  return (
    <>
      {classes.map(({ graduationYear, rows }, index) => (
        <div key={graduationYear} className="mt-6 break-inside-avoid">
          <h3 className="mb-2 text-std-18B-160">
            {index === 0 ? words.datesTitle : words.following(graduationYear)}
          </h3>
          {rows.length === 0 ? (
            <p>{words.noDates(graduationYear)}</p>
          ) : (
            <Table
              caption={`${words.datesTitle} ${words.classOf(graduationYear)}`}
              head={[words.columns.date, words.columns.meaning]}
            >
              {rows.map((row) => (
                <tr key={`${row.stage}/${row.date}`}>
                  <th scope="row" className="w-40 sm:w-64">
                    {longDate(row.date)}
                    <span className="block font-400 text-solid-gray-700">
                      {row.prefectures.map(prefectureName).join("・")}
                    </span>
                  </th>
                  <td>
                    <span className="block text-std-16B-170">{stageNames[row.stage]}</span>
                    {words.stageMeanings[row.stage]}
                    {row.notes.map((note) => (
                      <span key={note} className="block">
                        {note}
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </Table>
          )}
          {rows.length > 0 && (
            <p className="mt-2 max-w-3xl text-std-16N-170 text-solid-gray-700">
              {words.sourceOf([...new Set(rows.flatMap(({ sources }) => sources))].join("、"))}
            </p>
          )}
        </div>
      ))}
    </>
  );
}
