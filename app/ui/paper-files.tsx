import { paperWords as words } from "#app/locales/ja/releases.ts";
import { TextLink } from "./text-link.tsx";

const FORMATS = ["xlsx", "csv", "json"] as const;

/** The paper as files, and what its print looks like. `base` is the paper's address without its query. */
export function PaperFiles({
  base,
  query,
  paper,
}: {
  base: string;
  query: string;
  paper: { size: string; orientation: string };
}) {
  return (
    <div data-screen-only className="my-4">
      <h2 className="text-std-17B-170">{words.files}</h2>
      <ul className="flex flex-wrap gap-x-6">
        {FORMATS.map((format) => (
          <li key={format} className="flex min-h-11 items-center">
            <TextLink to={`${base}/${format}${query}`}>{words.formats[format]}</TextLink>
          </li>
        ))}
      </ul>
      <p>
        {words.paper(paper.size, paper.orientation)}。{words.print}
      </p>
    </div>
  );
}
