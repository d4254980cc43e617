import { deskWords as words } from "#app/locales/ja/plan.ts";
import { Button } from "./button.tsx";
import { SelectField } from "./field.tsx";
import { Notice } from "./form-message.tsx";
import { type DeskPlace, planLinks } from "./plan-links.ts";
import { TextLink } from "./text-link.tsx";

/** The rooms of the desk, and a word when the year is closed. */
export function DeskNav({ place, yearLabel }: { place: DeskPlace; yearLabel: string }) {
  const links: [string, string][] = [
    [planLinks.desk(place), words.treeLink],
    [planLinks.targets(place), words.targets],
    [planLinks.evaluations(place), words.evaluations],
    [planLinks.locks(place), words.locks],
    [planLinks.settings(place), words.settings],
    [planLinks.history(place), words.historyTitle],
    [planLinks.figures(place), words.figures],
    [planLinks.papers(place), words.papers],
    ["/staff/releases", words.releases],
  ];
  return (
    <>
      <nav aria-label={words.title} data-screen-only className="mb-6">
        <ul className="flex flex-wrap gap-x-6">
          {links.map(([to, label]) => (
            <li key={to} className="flex min-h-11 items-center">
              <TextLink to={to}>{label}</TextLink>
            </li>
          ))}
        </ul>
      </nav>
      {place.isLocked && (
        <Notice kind="warning" title={words.lockedYear(yearLabel)}>
          <p>
            {words.lockedNext} <TextLink to={planLinks.locks(place)}>{words.locks}</TextLink>
          </p>
        </Notice>
      )}
    </>
  );
}

/** Which plan the figures are of; nothing to choose where the town has one. */
export function PlanChoice({
  plan,
  plans,
}: {
  plan: { id: string };
  plans: readonly { id: string; title: string }[];
}) {
  if (plans.length < 2) return null;
  return (
    <form
      method="get"
      action="/staff/indicators"
      data-screen-only
      className="mb-6 flex flex-wrap items-end gap-3"
    >
      <SelectField
        name="plan"
        label={words.plan}
        defaultValue={plan.id}
        options={plans.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Button look="secondary">{words.planSubmit}</Button>
    </form>
  );
}

/** Chooses the fiscal year that the page is about; other facts of the address travel along. */
export function YearChoice({
  action,
  year,
  years,
  keep,
}: {
  action: string;
  year: number;
  years: readonly { value: string; label: string }[];
  keep: Record<string, string>;
}) {
  return (
    <form method="get" action={action} data-screen-only className="mb-6 flex flex-wrap items-end gap-3">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div>
        <label htmlFor="year" className="block text-std-17B-170">
          {words.yearLabel}
        </label>
        <select
          id="year"
          name="year"
          defaultValue={String(year)}
          className="mt-2 block min-h-11 rounded-8 border border-solid-gray-600 bg-white px-4 py-2 text-oln-16N-100"
        >
          {years.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      <Button look="secondary">{words.yearSubmit}</Button>
    </form>
  );
}
