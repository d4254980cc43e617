import { planForms } from "#app/locales/ja/plan-forms.ts";
import { TextArea } from "./field.tsx";
import { type Crumb, EmptyState, Page } from "./page.tsx";
import { type DeskAnswer, DeskFormPage } from "./plan-form-page.tsx";
import { type DeskPlace, deskCrumbs } from "./plan-links.ts";
import { DescriptionList } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

const words = planForms.return;

/** The newest version of a node or of an indicator, and what would hold again; null for the first version. */
export type ReturnView = { versionId: string; taken: string[]; before: string | null };

/** Takes the newest version of something back, with the reason. */
export function ReturnPage({
  label,
  place,
  crumbs,
  answer,
  view: { versionId, taken, before },
  end,
}: {
  label: string;
  place: DeskPlace;
  crumbs: Crumb[];
  answer: DeskAnswer | undefined;
  view: ReturnView;
  /** Where something is ended that has nothing to go back to. */
  end: { to: string; label: string };
}) {
  const title = words.title(label);
  if (before === null)
    return (
      <Page title={title} crumbs={deskCrumbs(place, ...crumbs)}>
        <EmptyState title={words.firstVersion}>
          <TextLink to={end.to}>{end.label}</TextLink>
        </EmptyState>
      </Page>
    );
  return (
    <DeskFormPage
      title={title}
      lead={words.lead}
      place={place}
      crumbs={crumbs}
      answer={answer}
      labels={words.fields}
      before={
        <div className="mb-8">
          <DescriptionList
            items={[
              { term: words.taken, children: taken.filter(Boolean).join("\n") },
              { term: words.before, children: before },
            ]}
          />
        </div>
      }
    >
      {(form) => (
        <>
          <input type="hidden" name="versionId" value={versionId} />
          <TextArea name="note" label={words.fields.note} required form={form} rows={3} />
        </>
      )}
    </DeskFormPage>
  );
}
