import { boothPlan as words } from "#app/locales/ja/booth-plan.ts";
import { Button } from "./button.tsx";

/** Chooses another plan to lay beside this one, and names the companies in which the two differ. */
export function BoothComparison({
  number,
  others,
  other,
}: {
  number: number;
  others: readonly number[];
  other: { number: number; here: string[]; there: string[] } | null;
}) {
  if (others.length === 0) return null;
  return (
    <div className="mt-6">
      <form method="get" className="flex flex-wrap items-end gap-4" data-screen-only>
        <label className="grid gap-1">
          <span className="text-std-16B-170">{words.compareWith}</span>
          <select
            name="with"
            defaultValue={other ? String(other.number) : ""}
            className="min-h-11 rounded-8 border border-solid-gray-600 bg-white px-3"
          >
            <option value="">{words.compareNone}</option>
            {others.map((one) => (
              <option key={one} value={one}>
                {words.name(one)}
              </option>
            ))}
          </select>
        </label>
        <Button look="secondary">{words.compareSubmit}</Button>
      </form>
      {other && other.here.length + other.there.length === 0 && <p className="mt-4">{words.noDifference}</p>}
      {other && other.here.length + other.there.length > 0 && (
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          <Names title={words.onlyHere(number)} names={other.here} />
          <Names title={words.onlyHere(other.number)} names={other.there} />
        </div>
      )}
    </div>
  );
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  return (
    <div>
      <h3 className="text-std-18B-160">{title}</h3>
      {names.length === 0 ? (
        <p>{words.noneKnown}</p>
      ) : (
        <ul className="list-disc pl-6">
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
