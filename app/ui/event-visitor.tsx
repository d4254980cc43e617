import { registration as words } from "#app/locales/ja/events.ts";
import { LinkButton } from "./button.tsx";
import { Section } from "./page.tsx";

/** What a visitor needs for a registration, and the way through the sign-in page and back. */
export function EventVisitor({ eventId, schoolsOnly }: { eventId: string; schoolsOnly: boolean }) {
  const next = encodeURIComponent(`/events/${eventId}/registration`);
  return (
    <Section title={words.needs} id="needs">
      <ul className="list-disc pl-6">
        {(schoolsOnly ? words.needsSchools : words.needsItems).map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p className="mt-4">{words.needsLater}</p>
      <div className="mt-6 flex flex-wrap gap-4">
        <LinkButton to={`/login?next=${next}`}>{words.signIn}</LinkButton>
        {!schoolsOnly && (
          <LinkButton to={`/register?next=${next}`} look="secondary">
            {words.createAccount}
          </LinkButton>
        )}
      </div>
    </Section>
  );
}
