import type { ReactNode } from "react";

export type Offer = { url: string | null; title: string; detail: string; badges?: ReactNode };

/** Events and internships as links with their dates. */
export function OfferList({ offers }: { offers: Offer[] }) {
  return (
    <ul className="divide-y divide-solid-gray-420 border-y border-solid-gray-420">
      {offers.map((offer) => (
        <li key={`${offer.url}${offer.title}`} className="py-2">
          {offer.url ? (
            <a
              href={offer.url}
              className="inline-flex min-h-11 items-center text-blue-1000 underline underline-offset-4 hover:decoration-2"
            >
              {offer.title}
            </a>
          ) : (
            <span className="inline-flex min-h-11 items-center">{offer.title}</span>
          )}
          <p className="flex flex-wrap items-center gap-2 text-std-16N-170 text-solid-gray-700">
            {offer.badges}
            {offer.detail}
          </p>
        </li>
      ))}
    </ul>
  );
}
