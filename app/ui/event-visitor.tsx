import { registration as words } from "#app/locales/ja/events.ts";
import { guest } from "#app/locales/ja/participants.ts";
import { LinkButton } from "./button.tsx";
import { Section } from "./page.tsx";

/** What a visitor needs for a registration: the way through the sign-in page and back, and where it is open the way without. */
export function EventVisitor({
  eventId,
  schoolsOnly,
  takesGuests,
}: {
  eventId: string;
  schoolsOnly: boolean;
  takesGuests: boolean;
}) {
  const next = encodeURIComponent(`/events/${eventId}/registration`);
  return (
    <>
      {takesGuests && (
        <Section title={guest.start} id="guest">
          <p>{guest.startText}</p>
          <LinkButton to={`/events/${eventId}/guest`} className="mt-4">
            {guest.start}
          </LinkButton>
        </Section>
      )}
      <Section title={takesGuests ? guest.withAccount : words.needs} id="needs">
        <ul className="list-disc pl-6">
          {(schoolsOnly ? words.needsSchools : words.needsItems).map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <p className="mt-4">{words.needsLater}</p>
        <div className="mt-6 flex flex-wrap gap-4">
          <LinkButton to={`/login?next=${next}`} look={takesGuests ? "secondary" : "primary"}>
            {words.signIn}
          </LinkButton>
          {!schoolsOnly && (
            <LinkButton to={`/register?next=${next}`} look="secondary">
              {words.createAccount}
            </LinkButton>
          )}
        </div>
      </Section>
    </>
  );
}
