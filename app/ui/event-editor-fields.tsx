import { editor as words, targetNames } from "#app/locales/ja/event-editor.ts";
import { kindNames } from "#app/locales/ja/events.ts";
import type { ReactNode } from "react";
import { CheckBox, ChoiceGroup, type FieldState, SelectField, TextArea, TextField } from "./field.tsx";
import { Section } from "./page.tsx";
import { TextLink } from "./text-link.tsx";

const { fields, support, groups } = words;

/** One under the other, with room between them. */
const stack = "grid gap-6";

/** Fields that belong together beside each other where there is room: a day and its hours. */
function Row({ children }: { children: ReactNode }) {
  return <div className="grid max-w-3xl items-start gap-4 sm:grid-cols-3">{children}</div>;
}

export const kindOptions = Object.entries(kindNames).map(([value, label]) => ({ value, label }));

/** What the event is: kind, names, texts. */
export function WhatFields({ form }: { form: FieldState }) {
  return (
    <Section title={groups.what} id="what">
      <div className={stack}>
        <SelectField name="kind" label={fields.kind} options={kindOptions} required form={form} />
        <TextField name="title" label={fields.title} required form={form} className="max-w-3xl" wording />
        <TextField
          name="titleKana"
          label={fields.titleKana}
          support={support.titleKana}
          form={form}
          className="max-w-3xl"
        />
        <TextArea
          name="summary"
          label={fields.summary}
          support={support.summary}
          rows={8}
          required
          form={form}
          wording
        />
        <TextArea name="whatToBring" label={fields.whatToBring} rows={2} form={form} wording />
      </div>
    </Section>
  );
}

/** The day and the hours of the only session; where there are several, the way to their page. */
export function WhenFields({ form, sessionsUrl }: { form: FieldState; sessionsUrl: string | null }) {
  return (
    <Section title={groups.when} id="when">
      {sessionsUrl ? (
        <p>
          {support.severalSessions}
          <TextLink to={sessionsUrl} className="ml-2 inline-flex min-h-11 items-center">
            {words.toSessions}
          </TextLink>
        </p>
      ) : (
        <Row>
          <TextField name="date" label={fields.date} support={support.date} required form={form} />
          <TextField name="from" label={fields.from} support={support.time} required form={form} />
          <TextField name="to" label={fields.to} support={support.time} required form={form} />
        </Row>
      )}
    </Section>
  );
}

/** The venue, how to get there, or the address on the net. */
export function WhereFields({ form }: { form: FieldState }) {
  return (
    <Section title={groups.where} id="where">
      <div className={stack}>
        <TextField name="venue" label={fields.venue} support={support.venue} form={form} />
        <TextField name="address" label={fields.address} form={form} className="max-w-3xl" />
        <TextArea name="access" label={fields.access} support={support.access} rows={3} form={form} />
        <TextArea name="parking" label={fields.parking} rows={2} form={form} />
        <div>
          <p className="mb-2 text-solid-gray-700">{support.coordinates}</p>
          <Row>
            <TextField name="latitude" label={fields.latitude} inputMode="numeric" form={form} />
            <TextField name="longitude" label={fields.longitude} inputMode="numeric" form={form} />
          </Row>
        </div>
        <TextField
          name="onlineUrl"
          label={fields.onlineUrl}
          support={support.onlineUrl}
          type="url"
          form={form}
          className="max-w-3xl"
        />
      </div>
    </Section>
  );
}

/** When and how people register, and for how many. */
export function RegistrationFields({ form }: { form: FieldState }) {
  return (
    <Section title={groups.registration} id="registration">
      <div className={stack}>
        <Window
          form={form}
          names={{ opens: ["opensDate", "opensTime"], closes: ["closesDate", "closesTime"] }}
          texts={{ opens: support.opens, closes: support.closes }}
        />
        <ChoiceGroup
          name="audience"
          label={fields.audience}
          options={optionsOf(words.audiences)}
          required
          form={form}
        />
        <div>
          <p className="text-std-17B-170">{fields.guestRegistration}</p>
          <CheckBox name="guestRegistration" label={words.guestRegistration} form={form} />
        </div>
        <TextField
          name="maxGroupSize"
          label={fields.maxGroupSize}
          support={support.maxGroupSize}
          inputMode="numeric"
          required
          form={form}
        />
      </div>
    </Section>
  );
}

/** Whom it is meant for and who finds it. */
export function WhoFields({ form }: { form: FieldState }) {
  const targets = Object.entries(targetNames).map(([value, label]) => ({ value, label }));
  return (
    <Section title={groups.who} id="who">
      <div className={stack}>
        <ChoiceGroup
          name="targets"
          label={fields.targets}
          support={support.targets}
          options={targets}
          many
          form={form}
        />
        <ChoiceGroup
          name="visibility"
          label={fields.visibility}
          options={optionsOf(words.visibilities)}
          required
          form={form}
        />
      </div>
    </Section>
  );
}

/** Booths: how many, and when companies may ask for one. */
export function BoothFields({ form }: { form: FieldState }) {
  return (
    <Section title={groups.booths} id="booths">
      <div className={stack}>
        <TextField
          name="boothLimit"
          label={fields.boothLimit}
          support={support.boothLimit}
          inputMode="numeric"
          form={form}
        />
        <Window
          form={form}
          names={{
            opens: ["boothOpensDate", "boothOpensTime"],
            closes: ["boothClosesDate", "boothClosesTime"],
          }}
          texts={{ opens: support.boothOpens, closes: support.boothCloses }}
        />
        <TextArea name="boothNote" label={fields.boothNote} rows={3} form={form} wording />
      </div>
    </Section>
  );
}

/** Who holds the event and answers questions. */
export function ContactFields({ form }: { form: FieldState }) {
  return (
    <Section title={groups.contact} id="contact">
      <div className={stack}>
        <TextField name="organizer" label={fields.organizer} support={support.organizer} form={form} />
        <TextField name="contactName" label={fields.contactName} form={form} />
        <TextField name="contactPhone" label={fields.contactPhone} type="tel" form={form} />
      </div>
    </Section>
  );
}

type FieldName = keyof typeof fields;
type Pair = readonly [date: FieldName, time: FieldName];

/** Two moments, each a day and a time of day. */
function Window({
  form,
  names,
  texts,
}: {
  form: FieldState;
  names: { opens: Pair; closes: Pair };
  texts: { opens: string; closes: string };
}) {
  return (["opens", "closes"] as const).map((end) => (
    <div key={end}>
      <p className="mb-2 text-solid-gray-700">{texts[end]}</p>
      <Row>
        {names[end].map((name) => (
          <TextField
            key={name}
            name={name}
            label={fields[name]}
            support={name.endsWith("Date") ? support.date : support.time}
            form={form}
          />
        ))}
      </Row>
    </div>
  ));
}

function optionsOf(choices: Record<string, { label: string; note: string }>) {
  return Object.entries(choices).map(([value, { label, note }]) => ({ value, label, note }));
}
