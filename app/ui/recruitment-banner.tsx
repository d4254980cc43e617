import type { StagePoint } from "#app/domain/recruitment/rules.ts";
import { recruitmentWords } from "#app/locales/ja/recruitment.ts";
import { TextLink } from "./text-link.tsx";

const words = recruitmentWords.banner;

type Stage = {
  audience: "highSchool" | "kosen" | "kosenAdvanced" | "university";
  graduationYear: number;
  point: StagePoint;
};

/** Today's stage of the recruitment calendar, one line for each audience, in the words for who reads it. */
export function RecruitmentBanner({
  stages,
  reader,
}: {
  stages: readonly Stage[];
  reader: "student" | "teacher" | "company" | "public";
}) {
  if (stages.length === 0) return null;
  const [first] = stages;
  return (
    <aside
      aria-label={words.label}
      data-screen-only
      className="mb-8 rounded-8 border border-key-900 bg-key-50 px-4 py-3"
    >
      <ul className="grid gap-4">
        {stages.map((stage) => (
          <li key={stage.audience}>
            <p className="text-dns-14B-130 text-key-1000">
              {words.whose(stage.audience, stage.graduationYear)}
            </p>
            <p className="text-std-17B-170">{stageTitle(stage)}</p>
            <StageText stage={stage} reader={reader} />
          </li>
        ))}
      </ul>
      <TextLink
        to={stages.length === 1 ? `/recruitment-calendar?for=${first!.audience}` : "/recruitment-calendar"}
        className="inline-flex min-h-11 items-center"
      >
        {words.link}
      </TextLink>
    </aside>
  );
}

function stageTitle({ audience, point }: Stage): string {
  if (point.state === "unknown") return words.unknown;
  if (point.state === "over") return words.over;
  if (point.state === "before") return audience === "highSchool" ? words.before : words.beforeOther;
  return words.now(point.current.stage, point.current.date);
}

function StageText({ stage: { audience, point }, reader }: { stage: Stage; reader: string }) {
  if (point.state === "over") return null;
  if (point.state === "unknown") return <p>{words.unknownText}</p>;
  const key = point.state === "before" ? "before" : point.current.stage;
  const doing = words.doing[audience][key]?.[reader === "public" ? "student" : (reader as "student")];
  return (
    <>
      {doing && <p>{doing}</p>}
      {point.next && <p>{words.next(point.next.stage, point.next.date)}</p>}
    </>
  );
}

/** Beside the pay for high-school leavers: a fact of the past, no offer, and from when the offers can be read at school. */
export function HighSchoolPayNote({ point }: { point: StagePoint }) {
  const opening = point.state === "before" || point.state === "in" ? openingOf(point) : null;
  return (
    <p className="mt-3 max-w-3xl text-std-16N-170 text-solid-gray-700">
      {recruitmentWords.payNote}
      {opening}
    </p>
  );
}

function openingOf(point: Extract<StagePoint, { state: "before" | "in" }>): string {
  if (point.state === "in" && point.current.stage !== "jobCardsAccepted") return recruitmentWords.payOpen;
  return point.next?.stage === "jobsPublic" ? recruitmentWords.payFrom(point.next.date) : "";
}
