import { planForms } from "#app/locales/ja/plan-forms.ts";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { Badge } from "./badge.tsx";
import { LinkButton } from "./button.tsx";
import { Notice } from "./form-message.tsx";
import { StackedTable } from "./indicator-stack.tsx";
import { Section } from "./page.tsx";
import { type DeskPlace, planLinks } from "./plan-links.ts";

const words = planForms.indicator;

type Definition = {
  id: string;
  from: string;
  name: string;
  counting: string;
  breaks: boolean;
  reason: string;
  recorded: string;
};
type YearTargets = { year: string; decisions: { id: string; text: string; by: string }[] };

/** What can be done with an indicator besides changing how it counts. */
export function IndicatorState({
  id,
  nodeId,
  place,
  endedWith,
}: {
  id: string;
  nodeId: string | null;
  place: DeskPlace;
  endedWith: number | null;
}) {
  const encoded = encodeURIComponent(id);
  return (
    <>
      {endedWith !== null && <Notice kind="info" title={words.ended(fiscalYearLabel(endedWith))} />}
      <p className="mb-8 flex flex-wrap gap-4">
        <LinkButton to={planLinks.targets(place, nodeId ?? "")} look="secondary">
          {words.setTargets}
        </LinkButton>
        <LinkButton to={`/staff/indicators?enter=${encoded}#entry`} look="secondary">
          {words.figures}
        </LinkButton>
        <LinkButton to={`/indicators/${encoded}?asOf=today`} look="quiet">
          {words.publicPage}
        </LinkButton>
        <LinkButton to={planLinks.indicatorReturn(id, place.year)} look="quiet">
          {words.return}
        </LinkButton>
        {endedWith === null && (
          <LinkButton to={planLinks.indicatorEnd(id, place.year)} look="quiet">
            {words.end}
          </LinkButton>
        )}
      </p>
    </>
  );
}

/** The targets as decided (the old ones stay readable) and every version of the definition. */
export function IndicatorHistory({
  versions,
  targets,
}: {
  versions: readonly Definition[];
  targets: readonly YearTargets[];
}) {
  return (
    <>
      <Section title={words.targetsTitle} id="targets">
        {targets.length === 0 ? <p>{words.noTargets}</p> : <Targets targets={targets} />}
      </Section>
      <Section title={words.versions} id="versions">
        <Versions versions={versions} />
      </Section>
    </>
  );
}

function Targets({ targets }: { targets: readonly YearTargets[] }) {
  const [year, now, before] = words.targetColumns;
  return (
    <StackedTable
      caption={words.targetsTitle}
      columns={[
        [year, "md:w-[16%]"],
        [now, "md:w-[42%]"],
        [before, "md:w-[42%]"],
      ]}
    >
      {targets.map(({ year: label, decisions }) => (
        <tbody key={label}>
          <tr>
            <th scope="row">{label}</th>
            <td data-label={now}>{decisions.slice(0, 1).map(decision)}</td>
            <td data-label={before}>
              <span>{decisions.slice(1).map(decision)}</span>
            </td>
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}

function decision({ id, text, by }: YearTargets["decisions"][number]) {
  return (
    <span key={id} className="block">
      <strong>{text}</strong>
      <span className="block text-std-16N-170 text-solid-gray-700">{by}</span>
    </span>
  );
}

function Versions({ versions }: { versions: readonly Definition[] }) {
  const [from, name, counting, reason, recorded] = words.versionColumns;
  return (
    <StackedTable
      caption={words.versions}
      columns={[
        [from, "md:w-[14%]"],
        [name, "md:w-[20%]"],
        [counting, "md:w-[30%]"],
        [reason, "md:w-[18%]"],
        [recorded, "md:w-[18%]"],
      ]}
    >
      {versions.map((version) => (
        <tbody key={version.id}>
          <tr>
            <th scope="row">{version.from}</th>
            <td data-label={name}>
              <span>{version.name}</span>
            </td>
            <td data-label={counting}>
              <span className="break-words whitespace-pre-line">
                {version.breaks && <Badge tone="orange">{words.breaks}</Badge>} {version.counting}
              </span>
            </td>
            <td data-label={reason}>
              <span>{version.reason}</span>
            </td>
            <td data-label={recorded}>
              <span>{version.recorded}</span>
            </td>
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}
