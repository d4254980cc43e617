import QRCode from "qrcode";

/** A QR code as one SVG path in a square of `size` modules, with the quiet zone that scanners need. */
export type QrCode = { size: number; path: string };

const QUIET_ZONE = 4;

/**
 * The QR code of a ticket. It holds the address of the event's reception desk with the ticket's code, so that the camera
 * of any staff phone opens the desk with the code filled in; it says nothing about the person.
 */
export function ticketQr(ticket: { eventId: string; ticketCode: string }, publicUrl: string): QrCode {
  const address = `${publicUrl}/staff/events/${ticket.eventId}?ticket=${ticket.ticketCode}`;
  const { modules } = QRCode.create(address, { errorCorrectionLevel: "M" });
  const dark: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) dark.push(`M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`);
  return { size: modules.size + 2 * QUIET_ZONE, path: dark.join("") };
}
