import { recordWords as words } from "#app/locales/ja/indicator-records.ts";
import { EmptyState, Section } from "./page.tsx";
import { Pagination } from "./pagination.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

type Role = keyof typeof words.roles;

export type RecordView = {
  id: string;
  kind: keyof typeof words.kinds;
  day: string;
  role: Role;
  amount: number;
  knownAt: string;
  reporter: string | null;
  links: readonly { to: string; label: string }[];
};

/** How many records have each role in the figure. */
export function RoleTable({ roles }: { roles: readonly { role: Role; records: number; amount: number }[] }) {
  return (
    <div className="max-w-xl">
      <Table caption={words.rolesTitle} head={[words.columns.role, words.records, words.amount]}>
        {roles.map(({ role, records, amount }) => (
          <tr key={role}>
            <th scope="row">{words.roles[role]}</th>
            <td>{records.toLocaleString("ja-JP")}</td>
            <td>{amount.toLocaleString("ja-JP")}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** The records of a figure: what, when, which part, since when it is known, and from where; no person is named. */
export function RecordTable({ records }: { records: readonly RecordView[] }) {
  const { kind, day, what, role, amount, knownAt, reporter } = words.columns;
  return (
    <Table caption={words.title} head={[day, kind, what, role, amount, knownAt, reporter]}>
      {records.map((record) => (
        <tr key={`${record.id} ${record.role}`}>
          <td className="whitespace-nowrap">{record.day}</td>
          <th scope="row" className="min-w-36">
            {words.kinds[record.kind]}
          </th>
          <td className="min-w-56">
            {record.links.length === 0
              ? words.notKnown
              : record.links.map(({ to, label }) => (
                  <span key={to} className="block">
                    <TextLink to={to} className="inline-block py-2">
                      {label}
                    </TextLink>
                  </span>
                ))}
          </td>
          <td className="min-w-28">{words.roles[record.role]}</td>
          <td className="text-right">{record.amount.toLocaleString("ja-JP")}</td>
          <td className="whitespace-nowrap">{record.knownAt}</td>
          <td className="min-w-36">
            {record.reporter === null
              ? words.byKind[record.kind]
              : (words.reporters[record.reporter] ?? record.reporter)}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** A page of the records behind a figure, with what they add up to in each role. */
export function RecordList({
  found,
  href,
}: {
  found: {
    records: readonly RecordView[];
    roles: Parameters<typeof RoleTable>[0]["roles"];
    total: number;
    page: number;
    pages: number;
  };
  href: (page: number) => string;
}) {
  if (found.total === 0) return <EmptyState title={words.noRecords}>{words.noRecordsText}</EmptyState>;
  return (
    <>
      <Section title={words.rolesTitle} id="roles">
        <RoleTable roles={found.roles} />
      </Section>
      <Section title={words.total(found.total)} id="records">
        <RecordTable records={found.records} />
        <Pagination page={found.page} pages={found.pages} href={href} />
      </Section>
    </>
  );
}
