import { type FieldState, TextField } from "./field.tsx";

type Words = Record<"email" | "password", string>;

/** The address and the new password of somebody who opens an account. */
export function NewCredentials({
  words,
  form,
}: {
  words: { fields: Words; support: Words };
  form: FieldState | undefined;
}) {
  return (
    <>
      <TextField
        name="email"
        type="email"
        label={words.fields.email}
        support={words.support.email}
        autoComplete="email"
        inputMode="email"
        required
        form={form}
      />
      <TextField
        name="password"
        type="password"
        label={words.fields.password}
        support={words.support.password}
        autoComplete="new-password"
        required
        form={form}
      />
    </>
  );
}
