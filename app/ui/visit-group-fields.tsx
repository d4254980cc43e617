import { visitGroups as words } from "#app/locales/ja/visits.ts";
import { Button } from "./button.tsx";
import { CheckBox, ChoiceGroup, type FieldState, SelectField, TextField } from "./field.tsx";
import type { GroupLine } from "./visit-group-table.tsx";

export const WISH_RANKS = [1, 2, 3, 4, 5] as const;

/** The labels of the form's fields, for the summary of errors. */
export const groupLabels: Record<string, string> = {
  label: words.label,
  className: words.className,
  department: words.department,
  size: words.headCount,
  together: words.columns.together,
  account: words.account,
  confirmLabel: words.confirmLabels,
  ...Object.fromEntries(WISH_RANKS.map((rank) => [`wish${rank}`, words.wish(rank)])),
};

/** One group, by hand. */
export function GroupFields({
  group,
  hasAccount,
  places,
  sessions,
  form,
}: {
  group: GroupLine;
  hasAccount: boolean;
  places: readonly { id: string; name: string }[];
  sessions: readonly { id: string; label: string }[];
  form?: FieldState;
}) {
  const options = places.map(({ id, name }) => ({ value: id, label: name }));
  const asksName = form?.errors?.["confirmLabel"] !== undefined;
  return (
    <form method="post" className="space-y-5">
      <TextField
        name="label"
        label={words.label}
        support={words.labelSupport}
        required
        form={form}
        defaultValue={group.label}
        className="max-w-xs"
      />
      {asksName && <CheckBox name="confirmLabel" label={words.confirmLabels} form={form} />}
      <TextField
        name="className"
        label={words.className}
        form={form}
        defaultValue={group.className}
        className="max-w-xs"
      />
      <TextField name="department" label={words.department} form={form} defaultValue={group.department} />
      <TextField
        name="size"
        label={words.headCount}
        support={words.sizeSupport}
        inputMode="numeric"
        required
        form={form}
        defaultValue={String(group.size)}
        className="max-w-xs"
      />
      <TextField
        name="together"
        label={words.columns.together}
        support={words.togetherSupport}
        form={form}
        defaultValue={group.together}
        className="max-w-xs"
      />
      {WISH_RANKS.map((rank) => (
        <SelectField
          key={rank}
          name={`wish${rank}`}
          label={words.wish(rank)}
          options={options}
          empty={words.wishNone}
          form={form}
          defaultValue={group.wishes[rank - 1] ?? ""}
        />
      ))}
      <ChoiceGroup
        name="sessionIds"
        label={words.sessions}
        support={words.sessionsSupport}
        many
        form={form}
        chosen={group.sessionIds}
        options={sessions.map(({ id, label }) => ({ value: id, label }))}
      />
      {hasAccount && (
        <div>
          <p>{words.accountLinked}</p>
          <CheckBox name="forgetAccount" label={words.accountForget} form={form} />
        </div>
      )}
      <TextField
        name="account"
        label={words.account}
        support={words.accountSupport}
        type="email"
        form={form}
      />
      <Button name="intent" value="save">
        {words.save}
      </Button>
    </form>
  );
}

/** Deleting a group stands apart, with what it means. */
export function RemoveGroup() {
  return (
    <form method="post" className="mt-12 border-t border-solid-gray-420 pt-6">
      <p className="mb-3">{words.removeText}</p>
      <Button name="intent" value="remove" look="danger">
        {words.remove}
      </Button>
    </form>
  );
}
