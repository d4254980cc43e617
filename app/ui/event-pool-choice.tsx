import { categoryNames, registration as words } from "#app/locales/ja/events.ts";
import { registrationForm as form } from "#app/locales/ja/participants.ts";
import { sessionName } from "./event-facts.tsx";
import { ErrorText, errorOf, type FieldState, RequirementBadge, SupportText, valueOf } from "./field.tsx";

export type ChoicePool = {
  id: string;
  category: keyof typeof categoryNames;
  schoolName: string | null;
  department: string;
  graduationYear: number | null;
  left: number;
};
export type ChoiceSession = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  pools: readonly ChoicePool[];
};

/** 生徒・学生(機械科・2027年3月卒業): whom the seats are for. */
export function poolName(pool: Omit<ChoicePool, "id" | "left">): string {
  const limits = [
    pool.schoolName,
    pool.department,
    pool.graduationYear && form.graduates(pool.graduationYear),
  ].filter(Boolean);
  const name = categoryNames[pool.category];
  return limits.length > 0 ? `${name}(${limits.join("・")})` : name;
}

export function seatNote(pool: { left: number }): string {
  return pool.left > 0 ? words.left(pool.left) : words.full;
}

/**
 * The choice of seats, as one question: where there are several sessions each button names its session, so nothing has to
 * be matched. The first of the pools that serve a person best stands first.
 */
export function PoolChoice({
  sessions,
  state,
}: {
  sessions: readonly ChoiceSession[];
  state: FieldState | undefined;
}) {
  const isSingle = sessions.length === 1;
  const onePoolEach = sessions.every(({ pools }) => pools.length === 1);
  const all = sessions.flatMap(({ pools }) => pools);
  const error = errorOf(state, "pool");
  const chosen = valueOf(state, "pool", all.length === 1 ? all[0]!.id : "");
  const described = [`pool-support`, error ? "pool-error" : ""].filter(Boolean).join(" ");
  const radio = (pool: ChoicePool, label: string, at: number) => (
    <label key={pool.id} className="flex min-h-11 items-center gap-3 py-1">
      <input
        id={at === 0 ? "pool" : undefined}
        type="radio"
        name="pool"
        value={pool.id}
        data-category={pool.category}
        defaultChecked={pool.id === chosen}
        className="size-6 shrink-0 accent-key-900"
      />
      <span>
        {label}
        <span className="ml-2 text-solid-gray-700">{seatNote(pool)}</span>
      </span>
    </label>
  );
  const title = isSingle ? form.pool : onePoolEach ? form.session : form.sessionAndPool;
  return (
    <fieldset aria-describedby={described} aria-invalid={error ? true : undefined}>
      <legend className="text-std-17B-170">
        {title}
        <RequirementBadge required />
      </legend>
      <SupportText name="pool">
        {onePoolEach && !isSingle ? form.sessionSupport : form.poolSupport}
      </SupportText>
      <div className="mt-2">
        {isSingle || onePoolEach
          ? sessions.flatMap((session, at) =>
              session.pools.map((pool, index) =>
                radio(pool, isSingle ? poolName(pool) : sessionName(session), at + index),
              ),
            )
          : sessions.map((session, at) => (
              <fieldset key={session.id} className="mt-4 first:mt-0">
                <legend className="text-std-16B-170">{sessionName(session)}</legend>
                {session.pools.map((pool, index) => radio(pool, poolName(pool), at + index))}
              </fieldset>
            ))}
      </div>
      {error && <ErrorText name="pool">{error}</ErrorText>}
    </fieldset>
  );
}
