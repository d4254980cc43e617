import { search as words } from "#app/locales/ja/search.ts";
import { Notice } from "./form-message.tsx";
import { TextLink } from "./text-link.tsx";

export type UnderstoodText = {
  text: string;
  correctedText: string | null;
  wordFilters: readonly { word: string; value: string }[];
  /** Where the words are searched as they were typed; null where nothing was understood as a condition. */
  asTypedUrl: string | null;
  /** Where words become conditions again; null unless they are taken as typed. */
  notAsTypedUrl: string | null;
  /** The most characters that are searched, when more were typed. */
  cutAt: number | null;
};

/** How the reader's words were taken, where that is not what was typed, and how to undo it. */
export function Understood({ taken }: { taken: UnderstoodText }) {
  const { text, correctedText, wordFilters, asTypedUrl, notAsTypedUrl, cutAt } = taken;
  return (
    <div role="status">
      {cutAt !== null && <Notice kind="info" title={words.cut(cutAt)} />}
      {correctedText && <p className="mt-2">{words.corrected(text, correctedText)}</p>}
      {wordFilters.map(({ word, value }) => (
        <p key={word} className="mt-2">
          {words.wordFilter(word, words.openWords[value] ?? value)}
        </p>
      ))}
      {asTypedUrl && (
        <TextLink to={asTypedUrl} className="inline-flex min-h-11 items-center">
          {words.asTyped}
        </TextLink>
      )}
      {notAsTypedUrl && (
        <p className="mt-2">
          {words.isAsTyped}{" "}
          <TextLink to={notAsTypedUrl} className="inline-flex min-h-11 items-center">
            {words.notAsTyped}
          </TextLink>
        </p>
      )}
    </div>
  );
}

/** How results are ordered, in plain words. */
export function RankingNote() {
  return (
    <details data-screen-only className="mt-10 rounded-8 border border-solid-gray-420">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 text-std-16B-170">{words.rankingTitle}</summary>
      <ul className="list-disc space-y-2 px-4 pb-4 pl-9">
        {words.ranking.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
