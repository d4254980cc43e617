import { boothPlan as words } from "#app/locales/ja/booth-plan.ts";
import { Button } from "./button.tsx";
import { CheckBox, type FieldState, TextArea } from "./field.tsx";

/** The last step of a plan: it names how many companies it decides and how many mails it sends. */
export function BoothAdoptionForm({
  selected,
  declined,
  mails,
  form,
}: {
  selected: number;
  declined: number;
  mails: number;
  form: FieldState | undefined;
}) {
  return (
    <form method="post" noValidate className="grid gap-6">
      <p>{words.adoptText(selected, declined, mails)}</p>
      <p>{words.adoptAfter}</p>
      <TextArea name="note" label={words.note} support={words.noteSupport} rows={3} form={form} />
      <CheckBox name="confirm" label={words.confirm(mails)} form={form} />
      <div>
        <Button name="intent" value="adopt">
          {words.adopt}
        </Button>
      </div>
    </form>
  );
}
