import { Fragment } from "react";

/** A text with the places that met the reader's words. */
export function MarkedText({ pieces }: { pieces: readonly { text: string; marked: boolean }[] }) {
  return pieces.map((piece, index) =>
    piece.marked ? (
      <mark key={index} className="bg-yellow-200 text-inherit print:font-700">
        {piece.text}
      </mark>
    ) : (
      <Fragment key={index}>{piece.text}</Fragment>
    ),
  );
}
