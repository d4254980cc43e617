import { placementCodeWords as words } from "#app/locales/ja/placement-code.ts";
import { LinkButton } from "./button.tsx";
import { Section } from "./page.tsx";

/** On a student's page: what the code is for, and the way to it. */
export function PlacementCodeCard({ hasCode }: { hasCode: boolean }) {
  return (
    <Section title={words.cardTitle} id="placement-code">
      <p className="mb-4 max-w-3xl">{words.cardText}</p>
      <LinkButton to="/me/placement-code" look="secondary">
        {hasCode ? words.cardHas : words.cardOpen}
      </LinkButton>
    </Section>
  );
}
