import { people } from "./events.ts";

type Room = { placeName: string; sessionLabel: string; maximum: number; needed: number };
type At = { placeName: string; sessionLabel: string };

/** So many offers are named; the page lists the others. */
const NAMED = 5;

const raised = (rooms: readonly Room[]) => {
  const named = rooms
    .slice(0, NAMED)
    .map(
      (room) => `${room.placeName}(${room.sessionLabel})を${people(room.maximum)}から${people(room.needed)}`,
    )
    .join("、");
  return rooms.length > NAMED ? `${named}、ほか${rooms.length - NAMED}件も同じように` : `${named}に`;
};

const lockReasons = {
  "no-offer": (at: At) => `${at.placeName}は${at.sessionLabel}に受け入れていません`,
  session: (at: At) => `このグループか、一緒に行くグループが${at.sessionLabel}に行けません`,
  twice: () => "同じ日程にほかの見学先が、または同じ見学先がほかの日程に固定されています",
  "too-many": () => "見学する数より多く固定されています",
  room: () => "ほかの条件と合わせると、全員の行き先を決められません",
} as const;

/** One sentence or two for each reason why there is no visit plan: what stands in the way, and what would be enough. */
const words = {
  "too-few-for-minimum": (reason: At & { minimum: number; possible: number }) =>
    `${reason.placeName}は${reason.sessionLabel}に${people(reason.minimum)}以上が必要ですが、行けるのは${people(reason.possible)}です。最少人数を${people(reason.possible)}に下げるか、行ける人をあと${people(reason.minimum - reason.possible)}増やしてください。`,
  "too-little-room": (reason: {
    placeName: string | null;
    sessionLabel: string | null;
    people: number;
    room: number;
    missing: number;
    raise: readonly Room[];
  }) => {
    const where =
      reason.placeName !== null && reason.sessionLabel !== null
        ? `${reason.placeName}は${reason.sessionLabel}に`
        : reason.sessionLabel !== null
          ? `${reason.sessionLabel}の受け入れは合わせて`
          : "受け入れはすべての日程を合わせて";
    return `${where}${people(reason.room)}までですが、のべ${people(reason.people)}が行くことになり、${people(reason.missing)}分足りません。たとえば最大人数を、${raised(reason.raise)}増やすと決められます。`;
  },
  "teachers-missing": (reason: {
    sessionLabel: string;
    needed: number;
    available: number;
    missing: number;
  }) =>
    `${reason.sessionLabel}は引率の教職員が${people(reason.needed)}必要ですが、行けるのは${people(reason.available)}です。教職員をあと${people(reason.missing)}増やすか、引率がいらない見学先を増やしてください。`,
  "bus-too-small": (reason: {
    sessionLabel: string;
    people: number;
    seats: number;
    missing: number;
    party: { label: string; people: number } | null;
    buses: readonly { name: string; seats: number; needed: number }[];
  }) => {
    const cause =
      reason.party !== null
        ? `${reason.sessionLabel}のバスには、${reason.party.label}の${people(reason.party.people)}が一緒に乗れるものがありません。`
        : reason.people > reason.seats
          ? `${reason.sessionLabel}は引率を含めて${people(reason.people)}が乗りますが、バスの座席は${reason.seats}席です。`
          : `${reason.sessionLabel}のバスは、グループを分けずに全員が乗ることができません。`;
    const enough = reason.buses.map((bus) => `${bus.name}を${bus.seats}席から${bus.needed}席`).join("、");
    return `${cause}座席があと${reason.missing}席、たとえば${enough}にすると足ります。`;
  },
  "lock-not-possible": (reason: At & { groupLabel: string; why: keyof typeof lockReasons }) =>
    `${reason.groupLabel}を${reason.placeName}(${reason.sessionLabel})に固定できません。${lockReasons[reason.why](reason)}。この固定を外してください。`,
  "together-too-large": (reason: {
    together: string;
    people: number;
    largest: number;
    raise: readonly Room[];
  }) =>
    `「${reason.together}」は一緒に行く${people(reason.people)}ですが、行ける見学先の受け入れは多くて${people(reason.largest)}です。最大人数を、${raised(reason.raise)}増やすか、グループを分けてください。`,
  "group-without-session": (reason: {
    groupLabel: string;
    together: string | null;
    sessions: number;
    needed: number;
  }) =>
    reason.together === null
      ? `${reason.groupLabel}が行ける日程のうち、見学先があるのは${reason.sessions}件で、${reason.needed}か所を見学するには足りません。行ける日程を増やしてください。`
      : `「${reason.together}」で一緒に行くグループには、みなが行ける日程が${reason.sessions}件しかなく、${reason.needed}か所を見学するには足りません。行ける日程をそろえてください。`,
  "not-enough-places": (reason: { visits: number; possible: number; places: number; sessions: number }) =>
    `1グループが${reason.visits}か所を見学する設定ですが、見学先は${reason.places}か所、日程は${reason.sessions}件で、日程ごとに1か所ずつ回れるのは${reason.possible}か所までです。見学する数を${reason.possible}か所に減らすか、日程か見学先を増やしてください。`,
} as const;

type Words = typeof words;
type Reason = { [Kind in keyof Words]: { kind: Kind } & Parameters<Words[Kind]>[0] }[keyof Words];

/** Why there is no visit plan, in words, with the smallest change that would help. */
export function explanationText(reason: Reason): string {
  return (words[reason.kind] as (reason: Reason) => string)(reason);
}
