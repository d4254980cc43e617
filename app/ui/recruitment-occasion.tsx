import type { OccasionNote } from "#app/domain/recruitment/occasions.rules.ts";
import { recruitmentWords } from "#app/locales/ja/recruitment.ts";
import { Notice } from "./form-message.tsx";
import { TextLink } from "./text-link.tsx";

const words = recruitmentWords.occasion;

/** What the recruitment calendar says about an event that meets high-school students; staff are told what to do about it. */
export function RecruitmentOccasion({ note, isStaff }: { note: OccasionNote; isStaff: boolean }) {
  return (
    <div data-screen-only>
      <Notice kind={isStaff ? "warning" : "info"} title={words.title}>
        <p>{words[note.code](note.graduationYear, note.from)}</p>
        {isStaff && <p className="mt-2">{words.staff}</p>}
        <TextLink to="/recruitment-calendar?for=highSchool" className="inline-flex min-h-11 items-center">
          {recruitmentWords.banner.link}
        </TextLink>
      </Notice>
    </div>
  );
}
