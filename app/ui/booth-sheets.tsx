import { booth, boothCodes as words } from "#app/locales/ja/booth-visits.ts";
import { QrCode } from "./qr-code.tsx";

type Sheet = {
  companyId: string;
  companyName: string;
  area: string;
  boothNumber: number | null;
  code: string | null;
  qr: { size: number; path: string } | null;
};

/** Sheets of A6 size, four on a page of A4, each with the code of one booth; one alone fills its own A6. */
export function BoothSheets({ eventTitle, booths }: { eventTitle: string; booths: readonly Sheet[] }) {
  return (
    <ul className="print-sheets grid gap-4 sm:grid-cols-2 print:grid-cols-2 print:gap-0">
      {booths.map((sheet) => (
        <li
          key={sheet.companyId}
          className="break-inside-avoid rounded-8 border border-solid-gray-536 p-4 text-center print:flex print:h-[130mm] print:flex-col print:justify-center print:rounded-none print:border-dashed"
        >
          <p className="text-dns-14N-130 text-solid-gray-700">{eventTitle}</p>
          {sheet.boothNumber !== null && <p className="mt-1">{booth.number(sheet.boothNumber)}</p>}
          <h3 className="mt-1 text-std-20B-150">{sheet.companyName}</h3>
          {sheet.qr && sheet.code ? (
            <>
              <div className="mt-2 flex justify-center">
                <QrCode code={sheet.qr} label={words.qr(sheet.companyName)} width={190} />
              </div>
              <p className="mt-2 text-std-16B-170">{words.scan}</p>
              <p className="text-dns-14N-130">{words.scanText}</p>
              <p className="mt-1 text-dns-14N-130 text-solid-gray-700">
                {words.typed} <span className="font-mono">{sheet.code}</span>
              </p>
            </>
          ) : (
            <p className="mt-4">{words.noCode}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
