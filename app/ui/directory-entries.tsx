import { directory as words } from "#app/locales/ja/companies.ts";
import { Badge } from "./badge.tsx";
import { TextLink } from "./text-link.tsx";

type Entry = {
  slug: string;
  name: string;
  nameKana: string;
  area: string;
  address: string;
  industryCode: string;
  industryName: string;
  technology: string;
  equipment: string;
  moreTechnologies: string[];
  moreEquipment: string[];
  products: string[];
  certifications: string[];
  contactDepartment: string;
  phone: string;
  website: string;
  employeeCount: number | null;
};

/** The entries of the manufacturing directory: what a business partner asks first, and whom to call. */
export function DirectoryEntries({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className="border-t-2 border-solid-gray-600">
      {entries.map((entry) => (
        <li key={entry.slug}>
          <article className="grid gap-x-8 gap-y-2 border-b border-solid-gray-420 py-4 lg:grid-cols-[16rem_minmax(0,1fr)_15rem] print:grid-cols-[11rem_minmax(0,1fr)_11rem] print:py-2">
            <Who entry={entry} />
            <dl className="grid content-start gap-x-3 gap-y-1 sm:grid-cols-[4rem_minmax(0,1fr)]">
              <Line term={words.technology} text={join(entry.technology, entry.moreTechnologies)} />
              <Line term={words.equipment} text={join(entry.equipment, entry.moreEquipment)} />
              <Line term={words.products} text={entry.products.join("、")} />
            </dl>
            <Contact entry={entry} />
          </article>
        </li>
      ))}
    </ul>
  );
}

function join(said: string, more: string[]): string {
  return [said, ...more].filter(Boolean).join("、");
}

function Who({ entry }: { entry: Entry }) {
  return (
    <div>
      <p className="text-dns-14N-130 text-solid-gray-700">{entry.nameKana}</p>
      <h3 className="text-std-18B-160">
        <TextLink to={`/companies/${entry.slug}`} className="inline-block py-1">
          {entry.name}
        </TextLink>
      </h3>
      <p className="text-dns-14N-130 text-solid-gray-700">
        {entry.industryCode} {entry.industryName}
      </p>
      {entry.employeeCount !== null && (
        <p className="mt-1 text-dns-14N-130 text-solid-gray-700">{words.employees(entry.employeeCount)}</p>
      )}
      {entry.certifications.length > 0 && (
        <p className="mt-2 flex flex-wrap gap-1">
          {entry.certifications.map((name) => (
            <Badge key={name}>{name}</Badge>
          ))}
        </p>
      )}
    </div>
  );
}

function Line({ term, text }: { term: string; text: string }) {
  if (text === "") return null;
  return (
    <>
      <dt className="text-std-16B-170">{term}</dt>
      <dd>{text}</dd>
    </>
  );
}

function Contact({ entry }: { entry: Entry }) {
  const map = `https://www.openstreetmap.org/search?query=${encodeURIComponent(entry.address)}`;
  return (
    <address className="not-italic">
      <p>
        {words.place(entry.area)}
        <br />
        {entry.address}
      </p>
      <p>{entry.contactDepartment}</p>
      <p>
        <TextLink to={`tel:${entry.phone.replace(/\D/g, "")}`} className="inline-flex min-h-11 items-center">
          {entry.phone}
        </TextLink>
      </p>
      <p data-screen-only className="flex flex-wrap gap-x-4">
        <TextLink to={map} className="inline-flex min-h-11 items-center">
          {words.map}
          <span className="sr-only">({entry.name})</span>
        </TextLink>
        {entry.website && (
          <TextLink to={entry.website} className="inline-flex min-h-11 items-center">
            {words.website}
            <span className="sr-only">({entry.name})</span>
          </TextLink>
        )}
      </p>
    </address>
  );
}
