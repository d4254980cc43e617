import { registration } from "#app/locales/ja/events.ts";
import { guest as words } from "#app/locales/ja/participants.ts";
import { Button, LinkButton } from "./button.tsx";
import { ConsentField } from "./consent-field.tsx";
import { type FieldState, TextField } from "./field.tsx";
import { Notice } from "./form-message.tsx";
import { Section } from "./page.tsx";

/** The address to which the link of the form, or of a registration that was made already, is mailed. */
export function GuestRequestForm({
  eventId,
  isOpen,
  form,
}: {
  eventId: string;
  isOpen: boolean;
  form: FieldState | undefined;
}) {
  return (
    <>
      <div className="mb-8 max-w-3xl">
        {isOpen && <p>{words.lead}</p>}
        <p className={isOpen ? "mt-3" : ""}>{words.again}</p>
      </div>
      <form method="post" action={`/events/${eventId}/guest`} noValidate className="grid max-w-3xl gap-8">
        <TextField
          name="email"
          type="email"
          label={words.email}
          support={words.emailSupport}
          autoComplete="email"
          inputMode="email"
          required
          form={form}
        />
        <ConsentField
          label={words.consent}
          points={words.consentPoints}
          privacyLink={words.privacyLink}
          form={form}
        />
        <div>
          <Button className="w-full sm:w-auto">{words.submit}</Button>
        </div>
      </form>
      <Section title={words.others} id="others">
        <p>{words.othersText}</p>
        <SignIn eventId={eventId} />
      </Section>
    </>
  );
}

/** Where an account is needed: why, and the way to it. */
export function GuestAccountNeeded({ eventId, schoolsOnly }: { eventId: string; schoolsOnly: boolean }) {
  return (
    <>
      <Notice kind="info" title={words.accountNeeded}>
        <p>{schoolsOnly ? words.accountNeededSchools : words.accountNeededText}</p>
      </Notice>
      <SignIn eventId={eventId} />
    </>
  );
}

function SignIn({ eventId }: { eventId: string }) {
  const next = encodeURIComponent(`/events/${eventId}/registration`);
  return (
    <LinkButton to={`/login?next=${next}`} look="secondary" className="mt-4">
      {registration.signIn}
    </LinkButton>
  );
}
