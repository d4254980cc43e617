import { ticket as words } from "#app/locales/ja/events.ts";

/** The ticket as it is shown at the reception desk: a large code to read out and the same as a QR code. */
export function EventTicket({ code, qr }: { code: string; qr: { size: number; path: string } }) {
  return (
    <div className="flex max-w-2xl flex-wrap items-center justify-center gap-6 rounded-12 border-2 border-solid-gray-900 bg-white p-4 sm:justify-start sm:p-6">
      <svg
        role="img"
        aria-label={words.qr(code)}
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        width="200"
        height="200"
        shapeRendering="crispEdges"
        className="shrink-0"
      >
        <rect width={qr.size} height={qr.size} fill="#ffffff" />
        <path d={qr.path} fill="#000000" />
      </svg>
      <div>
        <p className="text-std-16N-170 text-solid-gray-700">{words.code}</p>
        <p className="font-mono text-std-36B-140 tracking-wider whitespace-nowrap">{code}</p>
      </div>
      <p className="w-full">{words.codeHelp}</p>
    </div>
  );
}
