import {
  companyHome,
  completeness as completenessWords,
  profileForm as words,
} from "#app/locales/ja/company-room.ts";
import { ProfileCompleteness } from "./company-profile-completeness.tsx";
import { Notice } from "./form-message.tsx";
import { TextLink } from "./text-link.tsx";
import { type ShownFinding, WordingFindings } from "./wording-findings.tsx";

type Labels = Readonly<Record<string, string>>;

/** Why a form was not stored although nothing in it is wrong. */
export function ProfileRefusal({
  error,
  latestNumber,
}: {
  error: "stale" | "nothing-changed" | "photo-gone";
  latestNumber: number;
}) {
  if (error === "stale")
    return (
      <Notice kind="warning" title={words.staleTitle} live focus>
        <p>{words.staleText(latestNumber)}</p>
        <p className="mt-2">
          <TextLink to="/company/profile">{words.staleLink}</TextLink>
        </p>
      </Notice>
    );
  if (error === "nothing-changed")
    return (
      <Notice kind="info" title={words.nothingChanged} live focus>
        {words.nothingChangedText}
      </Notice>
    );
  return (
    <Notice kind="warning" title={words.photoGone} live focus>
      {words.photoGoneText}
    </Notice>
  );
}

/** Wording that keeps a form from being sent until it is changed or explained. */
export function BlockedWording({ findings, labels }: { findings: readonly ShownFinding[]; labels: Labels }) {
  if (findings.length === 0) return null;
  return (
    <Notice kind="warning" title={words.wordingTitle}>
      <p>{words.wordingText}</p>
      <WordingFindings findings={findings} labels={labels} />
    </Notice>
  );
}

/** What staff wrote when they gave a submission back. */
export function ReturnReason({ reason }: { reason: string }) {
  if (!reason) return null;
  return (
    <Notice kind="warning" title={companyHome.returnedReason}>
      <p className="whitespace-pre-line">{reason}</p>
    </Notice>
  );
}

/** About the stored profile that the form shows: advice on its wording, and what students look for and is missing. */
export function StoredProfileNotes({
  advice,
  completeness,
  labels,
}: {
  advice: readonly ShownFinding[];
  completeness: { filled: number; total: number; percent: number; missing: string[] } | null;
  labels: Labels;
}) {
  return (
    <>
      {advice.length > 0 && (
        <Notice kind="info" title={words.adviceTitle}>
          <p>{words.adviceText}</p>
          <WordingFindings findings={advice} labels={labels} />
        </Notice>
      )}
      {completeness && (
        <section aria-labelledby="completeness" className="mb-8 rounded-8 border border-solid-gray-420 p-4">
          <h2 id="completeness" className="mb-2 text-std-18B-160">
            {completenessWords.title}
          </h2>
          <ProfileCompleteness {...completeness} />
        </section>
      )}
    </>
  );
}
