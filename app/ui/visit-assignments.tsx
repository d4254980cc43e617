import type { Stop, StopGroup, VisitWords } from "#app/domain/visits/plan-view.rules.ts";
import { people } from "#app/locales/ja/events.ts";
import { visitPlan as words } from "#app/locales/ja/visit-plans.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

/** 第1希望, 希望外 or 希望なし. */
export function wishWords({ rank, hasWishes }: Pick<VisitWords, "rank" | "hasWishes">): string {
  if (rank !== null) return words.rank(rank);
  return hasWishes ? words.unwished : words.noWishes;
}

/** Who goes where, place by place, folded so that a phone shows the places first; ticked visits stay when the plan is made again. */
export function AssignmentForm({ stops, base }: { stops: readonly Stop[]; base: string }) {
  const sessions = [...new Set(stops.map(({ sessionLabel }) => sessionLabel))];
  return (
    <form method="post">
      <p className="max-w-3xl" data-screen-only>
        {words.assignmentsLead}
      </p>
      {stops
        .filter(({ groups }) => groups.length > 0)
        .map((stop) => (
          <StopTable key={`${stop.sessionId} ${stop.placeId}`} stop={stop} base={base} />
        ))}
      {sessions.map((session) => {
        const empty = stops.filter(
          ({ sessionLabel, groups }) => sessionLabel === session && groups.length === 0,
        );
        if (empty.length === 0) return null;
        return (
          <p key={session} className="mt-6">
            {words.empty(session, empty.map(({ placeName }) => placeName).join("、"))}
          </p>
        );
      })}
      <div data-screen-only className="mt-8 rounded-12 border-2 border-key-900 p-4">
        <p className="mb-3 max-w-3xl">{words.solveAgainText}</p>
        <Button name="intent" value="solve">
          {words.solveAgain}
        </Button>
      </div>
    </form>
  );
}

function StopTable({ stop, base }: { stop: Stop; base: string }) {
  const { columns } = words;
  const name = `${stop.placeName} ${stop.sessionLabel}`;
  const locked = stop.groups.filter(({ isLocked }) => isLocked).length;
  return (
    <details className="mt-4 rounded-8 border border-solid-gray-420 p-4" open={locked > 0}>
      <summary className="flow-root min-h-11 cursor-pointer">
        <h3 className="inline text-std-18B-160">{name}</h3>
        <span className="block">
          {words.headCount(stop.people, stop.maximum)}
          {locked > 0 && `、${words.lockedCount(locked)}`}
        </span>
      </summary>
      <label data-screen-only className="relative flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name="lockPlace"
          value={`${stop.sessionId} ${stop.placeId}`}
          className="size-6 shrink-0 accent-key-900"
        />
        <span>
          {words.lockPlace}
          <span className="sr-only">({name})</span>
        </span>
      </label>
      <Table
        caption={name}
        head={[
          columns.lock,
          columns.group,
          columns.wish,
          columns.className,
          columns.size,
          columns.bus,
          columns.move,
        ]}
      >
        {stop.groups.map((group) => (
          <GroupRow key={group.groupId} group={group} stop={stop} base={base} />
        ))}
      </Table>
    </details>
  );
}

function GroupRow({ group, stop, base }: { group: StopGroup; stop: Stop; base: string }) {
  const tone = group.rank === 1 ? "green" : group.rank === null && group.hasWishes ? "orange" : "neutral";
  return (
    <tr id={`group-${group.groupId}`}>
      <td>
        <label className="flex min-h-11 min-w-11 items-center">
          <input
            type="checkbox"
            name="lock"
            value={`${group.groupId} ${stop.sessionId} ${stop.placeId}`}
            defaultChecked={group.isLocked}
            aria-label={words.lock(group.label)}
            className="size-6 shrink-0 accent-key-900"
          />
        </label>
      </td>
      <th scope="row" className="whitespace-nowrap">
        {group.label}
      </th>
      <td className="whitespace-nowrap">
        <Badge tone={tone}>{wishWords(group)}</Badge>
        {group.fits !== null && (
          <span className="block text-dns-14N-130">{group.fits ? words.fits : words.misfits}</span>
        )}
      </td>
      <td className="min-w-28">
        {group.className}
        {group.department && <span className="block text-dns-14N-130">{group.department}</span>}
      </td>
      <td className="text-right whitespace-nowrap">{people(group.size)}</td>
      <td className="whitespace-nowrap">{group.busName ?? ""}</td>
      <td className="whitespace-nowrap" data-screen-only>
        <TextLink
          to={`${base}/move?group=${group.groupId}&session=${stop.sessionId}`}
          className="relative inline-flex min-h-11 min-w-11 items-center"
        >
          {words.move}
          <span className="sr-only">:{group.label}</span>
        </TextLink>
      </td>
    </tr>
  );
}
