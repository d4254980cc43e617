import { type FieldState, TextField } from "./field.tsx";

type Words<Field extends string> = { fields: Record<Field, string>; support: Record<Field, string> };

/** The address and the new password of somebody who opens an account. */
export function NewCredentials({
  words,
  form,
}: {
  words: Words<"email" | "password">;
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
      <NewPassword words={words} form={form} />
    </>
  );
}

/** A password that is chosen anew. */
export function NewPassword({ words, form }: { words: Words<"password">; form: FieldState | undefined }) {
  return (
    <TextField
      name="password"
      type="password"
      label={words.fields.password}
      support={words.support.password}
      autoComplete="new-password"
      required
      form={form}
    />
  );
}
