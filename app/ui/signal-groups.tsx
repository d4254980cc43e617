import { signalWords as words } from "#app/locales/ja/signals.ts";
import { Section } from "./page.tsx";
import { TextLink } from "./text-link.tsx";

type Group = {
  kind: string;
  title: string;
  lead: string;
  lines: {
    id: string;
    title: string;
    place: string;
    reason: string;
    actions: { text: string; to: string }[];
    list: { title: string; rows: { text: string; note: string; to: string }[]; more: string | null } | null;
  }[];
};

/** Signals by kind, each with its reason and what to do next. */
export function SignalGroups({ groups }: { groups: readonly Group[] }) {
  return groups.map((group) => (
    <Section key={group.kind} id={group.kind} title={words.countOf(group.title, group.lines.length)}>
      <p className="mb-4 max-w-3xl">{group.lead}</p>
      <ul className="grid gap-4 lg:grid-cols-2">
        {group.lines.map((line) => (
          <li key={line.id} className="rounded-8 border border-solid-gray-420 p-4">
            <h3 className="text-std-18B-160">{line.title}</h3>
            {line.place && <p className="text-dns-14N-130 text-solid-gray-700">{line.place}</p>}
            <p className="mt-2">{line.reason}</p>
            {line.list && <CallList list={line.list} />}
            {line.actions.length > 0 && <NextSteps steps={line.actions} />}
          </li>
        ))}
      </ul>
    </Section>
  ));
}

/** What to do next, one link a line. */
export function NextSteps({ steps }: { steps: readonly { text: string; to: string }[] }) {
  return (
    <ul className="mt-2">
      {steps.map((step) => (
        <li key={step.text}>
          <TextLink to={step.to} className="inline-flex min-h-11 items-center py-1">
            {step.text}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

/** Companies with their telephone numbers. */
function CallList({ list }: { list: NonNullable<Group["lines"][number]["list"]> }) {
  return (
    <details className="mt-2" open={list.rows.length <= 5}>
      <summary className="min-h-11 cursor-pointer py-2">{list.title}</summary>
      <ul className="divide-y divide-solid-gray-420 border-y border-solid-gray-420">
        {list.rows.map((row) => (
          <li key={row.to} className="flex flex-wrap items-center justify-between gap-x-4">
            <TextLink to={row.to} className="inline-flex min-h-11 items-center">
              {row.text}
            </TextLink>
            <span className="tabular-nums">{row.note}</span>
          </li>
        ))}
      </ul>
      {list.more && <p className="mt-2">{list.more}</p>}
    </details>
  );
}
