import { measureWords as words } from "#app/locales/ja/measures.ts";
import { StackedTable } from "./indicator-stack.tsx";
import { TextLink } from "./text-link.tsx";

export type MeasureLine = {
  key: string;
  to: string;
  name: string;
  version: string;
  definition: string;
  value: string;
  isMissing: boolean;
  details: readonly string[];
  usedBy: readonly { to: string; name: string }[];
  publicly: keyof typeof words.publicly;
};

const [NAME, VALUE, DETAILS, USED_BY, PUBLICLY] = words.columns;

/** Measures with their figures; on a phone each is a card. */
export function MeasureList({ caption, lines }: { caption: string; lines: readonly MeasureLine[] }) {
  return (
    <StackedTable
      caption={caption}
      columns={[
        [NAME, "md:w-[36%]"],
        [VALUE, "md:w-[14%]"],
        [DETAILS, "md:w-[24%]"],
        [USED_BY, "md:w-[16%]"],
        [PUBLICLY, "md:w-[10%]"],
      ]}
    >
      {lines.map((line) => (
        <tbody key={line.key}>
          <tr>
            <th scope="row" className="font-400">
              <TextLink to={line.to} className="inline-block py-1 text-std-17B-170">
                {line.name}
              </TextLink>
              <span className="block text-dns-14N-130 break-all text-solid-gray-700">{line.version}</span>
              <span className="mt-1 block text-std-16N-170">{line.definition}</span>
            </th>
            <td data-label={VALUE}>
              <span className={line.isMissing ? "text-solid-gray-700" : "text-std-18B-160"}>
                {line.value}
              </span>
            </td>
            <td data-label={DETAILS}>
              <span>
                {line.details.map((text) => (
                  <span key={text} className="block">
                    {text}
                  </span>
                ))}
              </span>
            </td>
            <td data-label={USED_BY}>
              <span>
                {line.usedBy.length === 0
                  ? words.noIndicator
                  : line.usedBy.map(({ to, name }) => (
                      <TextLink key={to} to={to} className="block py-1">
                        {name}
                      </TextLink>
                    ))}
              </span>
            </td>
            <td data-label={PUBLICLY}>
              <span>{words.publicly[line.publicly]}</span>
            </td>
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}
