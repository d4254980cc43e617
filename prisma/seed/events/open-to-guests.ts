import { addDays } from "#app/platform/calendar.ts";
import { minutesAfter, onOrAfter } from "../days.ts";
import { stableId } from "../ids.ts";
import { randomFor } from "../random.ts";
import { announce, type PresentTown, register } from "./announce.ts";
import { addRegistration } from "./write.ts";

export const OPEN_TO_GUESTS = "present-open-to-guests";

/**
 * A small event that families come to: guests without an account, groups of up to three, guardians with a student, and
 * questions of each kind.
 */
export function addOpenToGuests(town: PresentTown): void {
  const { rows, people, today, now } = town;
  const event = announce(
    town,
    {
      key: OPEN_TO_GUESTS,
      kind: "seminar",
      title: "家族で聞く 地元で働くということ",
      summary:
        "市内で働く先輩3人が、仕事と暮らしについて話します。保護者の方や、一関に戻ることを考えている方も参加できます。後半は小さな輪になって質問できます。",
      whatToBring: "筆記用具",
      venue: "plaza",
      date: onOrAfter(addDays(today, 8), 6),
      from: "13:30",
      to: "15:30",
      opensOn: addDays(today, -9),
      guestRegistration: true,
      maxGroupSize: 3,
      seats: { student: 30, guardian: 20, other: 15 },
    },
    11,
  );
  const question = (key: string) => stableId("question", `${OPEN_TO_GUESTS}/${key}`);
  const questions = [
    {
      id: question("industry"),
      label: "話を聞きたい業種",
      help: "いちばん聞きたいものを1つ選んでください。",
      kind: "choice" as const,
      options: ["製造業", "IT・ソフトウェア", "医療・福祉", "建設業", "まだ決めていない"],
      required: true,
    },
    {
      id: question("years"),
      label: "働いた年数",
      help: "これまでに働いた年数を数字で入力してください。例:3",
      kind: "number" as const,
      categories: ["other" as const],
      minimum: 0,
      maximum: 60,
    },
    {
      id: question("wish"),
      label: "先輩に聞いてみたいこと",
      help: "当日の話の参考にします。学校名や名前は書かないでください。",
      kind: "text" as const,
    },
  ];
  rows.eventQuestion.push(...questions.map((row, position) => ({ ...row, eventId: event.id, position })));
  const random = randomFor(OPEN_TO_GUESTS);
  register(town, event, "student", random.sample(people.students, 7));
  register(town, event, "other", random.sample(people.jobSeekers, 3));

  const guestId = stableId("guest", `${OPEN_TO_GUESTS}/family`);
  const requestedAt = minutesAfter(now, -3 * 1440);
  rows.eventGuest.push({
    id: guestId,
    eventId: event.id,
    email: "family@guests.example",
    name: "ゆき",
    requestedAt,
    confirmedAt: minutesAfter(requestedAt, 12),
  });
  const registrationId = addRegistration(rows, event, {
    guestId,
    category: "guardian",
    headCount: 2,
    at: minutesAfter(requestedAt, 12),
  });
  rows.registrationAnswer.push(
    { registrationId, questionId: question("industry"), value: "医療・福祉" },
    { registrationId, questionId: question("wish"), value: "夜勤のある仕事と子育てについて聞きたいです。" },
  );
}
