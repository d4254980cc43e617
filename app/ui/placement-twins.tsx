import { twinWords as words } from "#app/locales/ja/employment-desk.ts";
import { placementKindNames, placementSourceNames, reportWords } from "#app/locales/ja/employment.ts";
import { plainDate } from "#app/platform/calendar.ts";
import type { PlacementKind, PlacementSource } from "#app/domain/employment/rules.ts";
import { Button } from "./button.tsx";

type Told = {
  id: string;
  source: PlacementSource;
  kind: PlacementKind;
  mark: string;
  startedOn: string;
  companyName: string;
};
export type Twin = { ofCompany: Told; ofOffice: Told };

/** Starts that an employer and an office both told: staff say for each whether it is one person. */
export function PlacementTwins({ twins }: { twins: readonly Twin[] }) {
  return (
    <ul className="space-y-4">
      {twins.map(({ ofCompany, ofOffice }) => (
        <li
          key={`${ofCompany.id} ${ofOffice.id}`}
          className="rounded-8 border border-solid-gray-420 px-4 py-3"
        >
          <p className="text-std-17B-170">{ofCompany.companyName}</p>
          <ul className="mt-1 list-disc pl-6">
            {[ofCompany, ofOffice].map((told) => (
              <li key={told.id}>
                {words.told(
                  placementSourceNames[told.source]!,
                  plainDate(told.startedOn),
                  placementKindNames[told.kind]!,
                )}
                {told.source === "company" && `(${told.mark || reportWords.noMark})`}
              </li>
            ))}
          </ul>
          <form method="post" className="mt-2 flex flex-wrap gap-3">
            <input type="hidden" name="ofCompany" value={ofCompany.id} />
            <input type="hidden" name="ofOffice" value={ofOffice.id} />
            <Button name="intent" value="same" look="secondary">
              {words.same}
              <span className="sr-only">:{words.pair(ofCompany.companyName, ofCompany.startedOn)}</span>
            </Button>
            <Button name="intent" value="different" look="secondary">
              {words.different}
              <span className="sr-only">:{words.pair(ofCompany.companyName, ofCompany.startedOn)}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
