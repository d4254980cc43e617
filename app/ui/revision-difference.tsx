import type { ReactNode } from "react";
import { industryOf } from "#app/domain/companies/rules.ts";
import type { FieldDifference, ProfileValue } from "#app/domain/companies/profile.rules.ts";
import {
  type ListItem,
  listDifference,
  textDifference,
} from "#app/domain/companies/text-difference.rules.ts";
import { approval as words } from "#app/locales/ja/approvals.ts";
import { NOT_FILLED, profileLabels, valueWords } from "#app/locales/ja/companies.ts";
import { longDate } from "#app/platform/calendar.ts";

/** Fields that hold a day. */
const DAYS: readonly string[] = ["asOf", "termsAsOf"];

/**
 * Field by field in what two revisions differ: side by side where there is room, one above the other on a phone. Without
 * an earlier one (`isFirst`) the content alone.
 */
export function RevisionDifference({
  differences,
  isFirst = false,
  sides = { before: words.before, after: words.after },
  none = words.noDifferences,
}: {
  differences: readonly FieldDifference[];
  isFirst?: boolean;
  sides?: { before: string; after: string };
  none?: string;
}) {
  if (differences.length === 0) return <p>{none}</p>;
  return (
    <ul className="divide-y divide-solid-gray-420 border-b border-solid-gray-420">
      {differences.map((difference) => (
        <li key={difference.field} className="py-4">
          <h3 className="text-std-16B-170">{profileLabels[difference.field]}</h3>
          {isFirst ? (
            <div className="mt-1 break-words whitespace-pre-line">
              {fieldWords(difference.field, difference.after)}
            </div>
          ) : (
            <Sides difference={difference} sides={sides} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Sides({
  difference,
  sides,
}: {
  difference: FieldDifference;
  sides: { before: string; after: string };
}) {
  const { before, after } = shownSides(difference);
  return (
    <dl className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2">
      <Side term={sides.before} look="border-solid-gray-420">
        {before}
      </Side>
      <Side term={sides.after} look="border-key-900 bg-key-50">
        {after}
      </Side>
    </dl>
  );
}

function Side({ term, look, children }: { term: string; look: string; children: ReactNode }) {
  return (
    <div className={`rounded-8 border p-3 ${look}`}>
      <dt className="text-dns-14B-130 text-solid-gray-700">{term}</dt>
      <dd className="mt-1 break-words whitespace-pre-line">{children}</dd>
    </div>
  );
}

/** Lists item by item, texts with the changed part marked, everything else in words. */
function shownSides({ field, before, after }: FieldDifference): { before: ReactNode; after: ReactNode } {
  if (Array.isArray(before) || Array.isArray(after)) {
    const lists = listDifference(itemsOf(field, before), itemsOf(field, after));
    return {
      before: <Items items={lists.before} mark={words.removed} />,
      after: <Items items={lists.after} mark={words.added} />,
    };
  }
  const [old, next] = [fieldWords(field, before), fieldWords(field, after)];
  const isText = typeof before === "string" && typeof after === "string" && !DAYS.includes(field);
  if (!isText || before === "" || after === "") return { before: old, after: next };
  const { start, end, ...middle } = textDifference(old, next);
  // Where little is the same, everything is marked and nothing stands out.
  const isRewritten = (start.length + end.length) * 3 < Math.max(old.length, next.length);
  const marked = (changed: string) =>
    isRewritten || changed === "" ? (
      start + changed + end
    ) : (
      <>
        {start}
        <mark className="bg-yellow-100 text-solid-gray-900">{changed}</mark>
        {end}
      </>
    );
  return { before: marked(middle.before), after: marked(middle.after) };
}

function itemsOf(field: FieldDifference["field"], value: ProfileValue | null): string[] {
  return Array.isArray(value) ? value.map((item) => valueWords(field, [item])) : [];
}

function Items({ items, mark }: { items: readonly ListItem[]; mark: string }) {
  if (items.length === 0) return NOT_FILLED;
  return (
    <ul className="list-disc pl-5">
      {items.map(({ text, isOnlyHere }, index) => (
        <li key={`${text}-${index}`}>
          {isOnlyHere && (
            <span className="mr-2 rounded-4 border border-current px-1 text-dns-14B-130">{mark}</span>
          )}
          {text}
        </li>
      ))}
    </ul>
  );
}

/** Codes and dates in words, so that staff read what the public will read. */
function fieldWords(field: FieldDifference["field"], value: ProfileValue | null): string {
  if (field === "industryCode" && typeof value === "string")
    return `${value} ${industryOf(value)?.name ?? ""}`;
  if (DAYS.includes(field) && typeof value === "string" && value !== "") return longDate(value);
  return valueWords(field, value);
}
