import type { Move, MoveProblem } from "#app/domain/visits/plan-comparison.rules.ts";
import { visitMove as words, visitPlan } from "#app/locales/ja/visit-plans.ts";
import { Button } from "./button.tsx";
import { Table } from "./table.tsx";
import { wishWords } from "./visit-assignments.tsx";

type NamedMove = Move & { name: string; hasWishes: boolean };

/** Where a group could go, with what it costs, and the button that keeps it. */
export function MoveOptions({
  moves,
  from,
  people,
}: {
  moves: readonly NamedMove[];
  from: { rank: number | null; hasWishes: boolean };
  people: number;
}) {
  const { columns } = words;
  return (
    <Table caption={words.options} head={Object.values(columns)}>
      {moves.map((move) => (
        <tr key={`${move.sessionId} ${move.placeId}`}>
          <th scope="row" className="min-w-56">
            {move.name}
          </th>
          <td className="whitespace-nowrap">{words.wishChange(wishWords(from), wishWords(move))}</td>
          <td className="whitespace-nowrap">
            {move.fits === null ? "" : move.fits ? visitPlan.fits : visitPlan.misfits}
          </td>
          <td className="whitespace-nowrap">
            {words.peopleChange(move.people, move.people + people, move.maximum)}
          </td>
          <td>
            <form method="post">
              <input type="hidden" name="to" value={`${move.sessionId} ${move.placeId}`} />
              <Button look="secondary" aria-label={words.keepOf(move.name)} className="whitespace-nowrap">
                {words.keep}
              </Button>
            </form>
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Where it cannot go, and why. */
export function MoveRefusals({ moves }: { moves: readonly NamedMove[] }) {
  return (
    <ul className="list-disc space-y-2 pl-6">
      {moves.map((move) => (
        <li key={`${move.sessionId} ${move.placeId}`}>
          {move.name}:{move.problems.map(problemWords).join("")}
        </li>
      ))}
    </ul>
  );
}

function problemWords(problem: MoveProblem): string {
  switch (problem.kind) {
    case "too-many":
      return words.problems["too-many"](problem.people, problem.maximum);
    case "too-few":
      return words.problems["too-few"](problem.people, problem.minimum);
    case "teachers":
      return words.problems.teachers(problem.needed, problem.available);
    default:
      return words.problems[problem.kind];
  }
}
