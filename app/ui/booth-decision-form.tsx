import { boothBoard } from "#app/locales/ja/booth-board.ts";
import { Button } from "./button.tsx";
import { ChoiceGroup, type FieldState, SelectField, TextArea } from "./field.tsx";

const words = boothBoard.decide;

/** Decides one application by hand, or changes its decision. */
export function BoothDecisionForm({
  form,
  booths,
}: {
  form: FieldState | undefined;
  booths: readonly { id: string; label: string }[];
}) {
  return (
    <form method="post" noValidate className="grid gap-6">
      <p>{words.text}</p>
      <SelectField
        name="applicationId"
        label={words.application}
        options={booths.map(({ id, label }) => ({ value: id, label }))}
        empty={words.choose}
        required
        form={form}
      />
      <ChoiceGroup
        name="decision"
        label={words.decision}
        options={Object.entries(words.decisions).map(([value, label]) => ({ value, label }))}
        required
        form={form}
      />
      <TextArea name="note" label={words.note} support={words.noteSupport} rows={3} form={form} />
      <div>
        <Button look="secondary" name="intent" value="decide">
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
