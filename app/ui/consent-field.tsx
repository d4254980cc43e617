import type { ReactNode } from "react";
import { CheckBox, type FieldState } from "./field.tsx";
import { TextLink } from "./text-link.tsx";

/** The box by which somebody agrees, under what they agree to. Its name is `consent`. */
export function ConsentField({
  label,
  points,
  privacyLink,
  form,
}: {
  label: string;
  /** What is agreed to, sentence by sentence; the link to the privacy page comes with them. */
  points?: readonly string[];
  privacyLink: string;
  form?: FieldState;
}): ReactNode {
  const link = <TextLink to="/privacy">{privacyLink}</TextLink>;
  if (!points)
    return (
      <div>
        <p className="mb-2">{link}</p>
        <CheckBox name="consent" label={label} form={form} />
      </div>
    );
  return (
    <div>
      <CheckBox name="consent" label={label} form={form} />
      <ul className="mt-2 list-disc pl-6">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
        <li>{link}</li>
      </ul>
    </div>
  );
}
