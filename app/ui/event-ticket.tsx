import { ticket as words } from "#app/locales/ja/events.ts";
import { QrCode } from "./qr-code.tsx";

/** The ticket as it is shown at the reception desk: a large code to read out and the same as a QR code. */
export function EventTicket({ code, qr }: { code: string; qr: { size: number; path: string } }) {
  return (
    <div className="flex max-w-2xl flex-wrap items-center justify-center gap-6 rounded-12 border-2 border-solid-gray-900 bg-white p-4 sm:justify-start sm:p-6">
      <QrCode code={qr} label={words.qr(code)} width={240} />
      <div>
        <p className="text-std-16N-170 text-solid-gray-700">{words.code}</p>
        <p className="font-mono text-std-36B-140 tracking-wider whitespace-nowrap">{code}</p>
      </div>
      <p className="w-full">{words.codeHelp}</p>
    </div>
  );
}
