import { methodWords as words } from "#app/locales/ja/indicator-methods.ts";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

/** Ways to the parts of a long page. */
export function Contents({ parts }: { parts: readonly { id: string; title: string }[] }) {
  return (
    <nav aria-label={words.contents} className="mb-10" data-screen-only>
      <ul className="grid sm:grid-cols-2">
        {parts.map(({ id, title }) => (
          <li key={id} className="flex min-h-11 items-center">
            <TextLink to={`#${id}`}>{title}</TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Running text, or its sentences as a list. */
export function Paragraphs({ texts, isList = false }: { texts: readonly string[]; isList?: boolean }) {
  if (isList)
    return (
      <ul className="grid max-w-3xl list-disc gap-2 pl-6">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    );
  return (
    <div className="grid max-w-3xl gap-3">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

/** Every measure with its version and definition. */
export function MeasureTable({
  measures,
}: {
  measures: readonly {
    key: string;
    version: number;
    name: string;
    definition: string;
    counts: string;
    nature: string;
    numerator: string | null;
    denominator: string | null;
    unknownRule: string | null;
  }[];
}) {
  return (
    <Table caption={words.measuresTitle} head={[...words.measureColumns]}>
      {measures.map((measure) => (
        <tr key={`${measure.key} ${measure.version}`} id={measure.key}>
          <th scope="row" className="min-w-44">
            {measure.name}
            <span className="block text-dns-14N-130 font-400 text-solid-gray-700">{measure.key}</span>
          </th>
          <td>{measure.version}</td>
          <td className="min-w-72">
            {measure.definition}
            <Part term={words.numerator} text={measure.numerator} />
            <Part term={words.denominator} text={measure.denominator} />
            <Part term={words.unknownRule} text={measure.unknownRule} />
          </td>
          <td className="min-w-32">
            {measure.counts}
            <span className="block text-dns-14N-130 text-solid-gray-700">{measure.nature}</span>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Part({ term, text }: { term: string; text: string | null }) {
  if (text === null) return null;
  return (
    <span className="mt-1 block">
      {term}:{text}
    </span>
  );
}
