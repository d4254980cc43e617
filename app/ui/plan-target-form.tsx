import { planForms } from "#app/locales/ja/plan-forms.ts";
import { type FieldState, SupportText, TextArea, TextField, valueOf } from "./field.tsx";

const words = planForms.targets;

export type TargetBlock = {
  id: string;
  name: string;
  unit: string;
  place: string;
  baseline: string;
  years: { fiscalYear: number; field: string; label: string; now: string | null }[];
};

/** When, by whom and why it was decided. */
export function DecisionFields({ form }: { form: FieldState | undefined }) {
  return (
    <>
      <TextField
        name="adoptedOn"
        label={words.fields.adoptedOn}
        support={words.support.adoptedOn}
        required
        form={form}
        className="max-w-xs"
      />
      <TextField
        name="decidedBy"
        label={words.fields.decidedBy}
        support={words.support.decidedBy}
        required
        form={form}
      />
      <TextArea
        name="reason"
        label={words.fields.reason}
        support={words.support.reason}
        required
        form={form}
        rows={3}
      />
    </>
  );
}

/** One block per indicator with a field per fiscal year; beside each what holds now. Blank fields change nothing. */
export function TargetBlocks({
  blocks,
  form,
}: {
  blocks: readonly TargetBlock[];
  form: FieldState | undefined;
}) {
  return (
    <>
      <SupportText name="cells">{words.support.cell}</SupportText>
      {blocks.map((block) => (
        <details
          key={block.id}
          open={blocks.length <= 3 || block.years.some(({ field }) => valueOf(form, field) !== "")}
          className="rounded-8 border border-solid-gray-420 px-4 py-1"
        >
          <summary className="min-h-11 cursor-pointer py-2 text-std-17B-170">
            {block.name}({block.unit})
            <span className="block text-std-16N-170 font-400 text-solid-gray-700">
              {[block.place, block.baseline && words.baseline(block.baseline)].filter(Boolean).join("・")}
            </span>
          </summary>
          <div className="mt-2 mb-4 grid grid-cols-2 items-end gap-4 md:grid-cols-5">
            {block.years.map(({ field, label, now }) => (
              <TextField
                key={field}
                name={field}
                label={label}
                support={now === null ? words.noNow : words.now(now)}
                form={form}
                className="min-w-0"
              />
            ))}
          </div>
        </details>
      ))}
    </>
  );
}
