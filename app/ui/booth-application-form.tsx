import { boothPlaces, boothSizes, companyBooths } from "#app/locales/ja/booths.ts";
import { Button } from "./button.tsx";
import { ChoiceGroup, type FieldState, TextArea, TextField } from "./field.tsx";

const words = companyBooths.form;

/** The labels of the form's fields, for the summary of what is wrong. */
export const boothFieldLabels: Record<string, string> = {
  power: words.power,
  size: words.size,
  place: words.place,
  tables: words.tables,
  staff: words.staff,
  sessions: words.sessions,
  departments: words.departments,
  shows: words.shows,
  message: words.message,
  intent: words.title,
};

const options = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** What a company wishes and needs. `form` holds what was typed, or the application that is there already. */
export function BoothApplicationForm({
  form,
  isChange,
  sessions,
  departments,
  ownDepartments,
  most,
}: {
  form: FieldState | undefined;
  isChange: boolean;
  /** The event's days with their words; asked only where there are several. */
  sessions: readonly { id: string; label: string }[];
  departments: readonly string[];
  /** Those of the company's profile. */
  ownDepartments: readonly string[];
  most: { tables: number; staff: number };
}) {
  return (
    <form method="post" noValidate className="grid gap-8">
      <ChoiceGroup
        name="place"
        label={words.place}
        options={options(boothPlaces)}
        chosen={["venue"]}
        required
        form={form}
      />
      <ChoiceGroup
        name="size"
        label={words.size}
        options={options(boothSizes)}
        chosen={["standard"]}
        required
        form={form}
      />
      <TextField
        name="power"
        label={words.power}
        support={words.powerSupport}
        inputMode="numeric"
        required
        form={form}
      />
      <TextField
        name="tables"
        label={words.tables}
        support={words.tablesSupport(most.tables)}
        inputMode="numeric"
        required
        form={form}
        defaultValue="1"
      />
      <TextField
        name="staff"
        label={words.staff}
        support={words.staffSupport(most.staff)}
        inputMode="numeric"
        required
        form={form}
      />
      {sessions.length > 1 && (
        <ChoiceGroup
          name="sessions"
          label={words.sessions}
          support={words.sessionsSupport}
          options={sessions.map(({ id, label }) => ({ value: id, label }))}
          many
          form={form}
        />
      )}
      <ChoiceGroup
        name="departments"
        label={words.departments}
        support={words.departmentsSupport(ownDepartments.join("、"))}
        options={departments.map((name) => ({ value: name, label: name }))}
        many
        form={form}
      />
      <TextArea name="shows" label={words.shows} support={words.showsSupport} rows={4} form={form} />
      <TextArea name="message" label={words.message} support={words.messageSupport} rows={3} form={form} />
      <div>
        <Button name="intent" value="apply">
          {isChange ? words.submitChange : words.submit}
        </Button>
      </div>
    </form>
  );
}

/** Takes the application back; a booth that was given already is given back. */
export function BoothWithdrawal({ isSelected }: { isSelected: boolean }) {
  return (
    <form method="post">
      <p className="mb-4">{isSelected ? words.withdrawSelectedText : words.withdrawText}</p>
      <Button look="danger" name="intent" value="withdraw">
        {isSelected ? words.withdrawSelected : words.withdraw}
      </Button>
    </form>
  );
}
