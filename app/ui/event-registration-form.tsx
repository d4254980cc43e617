import { categoryNames, registration as words } from "#app/locales/ja/events.ts";
import { Button } from "./button.tsx";
import { ChoiceGroup, type FieldState, TextField } from "./field.tsx";

type Pool = { category: keyof typeof categoryNames; left: number };
type Session = { id: string; name: string; pools: readonly Pool[] };

/**
 * Registration in a category that still takes this person. Schools enter a head count and no names. Where no seat is
 * left, the waiting list has its own button.
 */
export function EventRegistrationForm({
  sessions,
  person,
  form,
}: {
  sessions: readonly Session[];
  person: { role: string; schoolName: string | null };
  form: FieldState | undefined;
}) {
  const pools = sessions.flatMap((session) => session.pools);
  const hasSeats = pools.some((pool) => pool.left > 0);
  const hasFull = pools.some((pool) => pool.left === 0) || form?.errors?.category === "event-full";
  const categories = [...new Set(pools.map((pool) => pool.category))];
  const isSingle = sessions.length === 1;
  return (
    <form method="post" className="grid max-w-3xl gap-8">
      {person.schoolName && <p>{words.forSchool(person.schoolName)}</p>}
      {isSingle ? (
        <input type="hidden" name="session" value={sessions[0]!.id} />
      ) : (
        <ChoiceGroup
          name="session"
          label={words.session}
          required
          form={form}
          options={sessions.map((session) => ({
            value: session.id,
            label: session.name,
            note: session.pools.map((pool) => `${categoryNames[pool.category]}:${seatNote(pool)}`).join("、"),
          }))}
        />
      )}
      <ChoiceGroup
        name="category"
        label={words.category}
        support={words.categorySupport}
        required
        form={form}
        chosen={categories.length === 1 ? categories : []}
        options={categories.map((category) => ({
          value: category,
          label: categoryNames[category],
          note: isSingle ? seatNote(pools.find((pool) => pool.category === category)!) : undefined,
        }))}
      />
      {person.role === "teacher" && (
        <TextField
          name="headCount"
          label={words.headCount}
          support={words.headCountSupport}
          required
          form={form}
          inputMode="numeric"
          className="max-w-xs"
        />
      )}
      <p>{words.afterwards}</p>
      {hasFull && <p>{words.waitHelp}</p>}
      <div className="flex flex-wrap gap-4">
        {hasSeats && (
          <Button name="intent" value="register">
            {words.submit}
          </Button>
        )}
        {hasFull && (
          <Button name="intent" value="wait" look={hasSeats ? "secondary" : "primary"}>
            {words.wait}
          </Button>
        )}
      </div>
    </form>
  );
}

function seatNote(pool: Pool): string {
  return pool.left > 0 ? words.left(pool.left) : words.full;
}
