import QRCode from "qrcode";

/** A QR code as one SVG path in a square of `size` modules, with the quiet zone that scanners need. */
export type QrCode = { size: number; path: string };

const QUIET_ZONE = 4;

// The same addresses come up again and again, and drawing one takes a millisecond or two.
const drawn = new Map<string, QrCode>();
const MOST_KEPT = 500;

/** The QR code of a text (an address). Each run of dark modules in a row is one rectangle of the path. */
export function drawQrCode(text: string): QrCode {
  const known = drawn.get(text);
  if (known) return known;
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const runs: string[] = [];
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const first = column;
      while (column < size && modules.get(row, column)) column += 1;
      const length = column - first;
      if (length > 0) runs.push(`M${first + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v1h-${length}z`);
    }
  const code = { size: size + 2 * QUIET_ZONE, path: runs.join("") };
  if (drawn.size >= MOST_KEPT) drawn.clear();
  drawn.set(text, code);
  return code;
}
