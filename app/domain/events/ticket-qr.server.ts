import { drawQrCode, type QrCode } from "#app/platform/qr-code.server.ts";

/**
 * The QR code of a ticket. It holds the address of the event's reception desk with the ticket's code, so that the camera
 * of any staff phone opens the desk with the code filled in; it says nothing about the person.
 */
export function ticketQr(ticket: { eventId: string; ticketCode: string }, publicUrl: string): QrCode {
  return drawQrCode(`${publicUrl}/staff/events/${ticket.eventId}?ticket=${ticket.ticketCode}`);
}
