import { event as words } from "#app/locales/ja/events.ts";
import { Table } from "./table.tsx";

export type SeatRow = {
  id: string;
  /** The people it serves, in words (`poolName`). */
  name: string;
  capacity: number;
  left: number;
  word: "plenty" | "few" | "full";
};

/** The seats of a session by category, in words. When registration is not open only the capacity is told. */
export function SeatTable({
  caption,
  rows,
  isOpen,
}: {
  caption: string;
  rows: readonly SeatRow[];
  isOpen: boolean;
}) {
  return (
    <Table caption={caption} head={[words.seatsCategory, words.seatsState]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">{row.name}</th>
          <td>{seatText(row, isOpen)}</td>
        </tr>
      ))}
    </Table>
  );
}

function seatText(row: SeatRow, isOpen: boolean): string {
  if (!isOpen) return row.word === "full" ? words.fullClosed : words.closedSeats(row.capacity);
  if (row.word === "plenty") return words.plenty(row.left);
  return row.word === "few" ? words.few(row.left) : words.full;
}
