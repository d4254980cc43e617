import { CONSENT_VERSION, SEGMENTS } from "#app/domain/newsletter/rules.ts";
import { addDays, type CivilDate } from "#app/platform/calendar.ts";
import { STAFF_ID } from "./accounts/ids.ts";
import { minutesAfter, officeHour, workingDaysBefore } from "./days.ts";
import { noteFact } from "./facts.ts";
import { stableId } from "./ids.ts";
import { randomFor } from "./random.ts";
import type { TownRows } from "./rows.ts";

const READERS = { student: 20, guardian: 12, teacher: 9, company: 11, jobSeeker: 10 } as const;

/** Readers who confirmed their address, a few who left again, and one issue that was sent. */
export function addNewsletter(rows: TownRows, today: CivilDate): void {
  const random = randomFor("newsletter");
  const sentAt = officeHour(random, workingDaysBefore(today, 18));
  const campaignId = stableId("campaign", "first");
  const recipients: string[] = [];
  let number = 0;
  for (const segment of SEGMENTS)
    for (let at = 0; at < READERS[segment] + 1; at++) {
      number += 1;
      const email = `reader-${String(number).padStart(3, "0")}@demo.example`;
      const id = stableId("subscriber", email);
      const createdAt = officeHour(random, addDays(today, -random.int(30, 200)));
      const confirmedAt = minutesAfter(createdAt, random.int(3, 600));
      const left = at === READERS[segment];
      rows.subscriber.push({ id, email, segment, state: left ? "unsubscribed" : "active", createdAt });
      const consent = (action: "requested" | "confirmed" | "withdrawn", moment: Date) => {
        rows.consentRecord.push({
          id: stableId("consent", `${email}/${action}`),
          subscriberId: id,
          action,
          wordingVersion: CONSENT_VERSION,
          at: moment,
        });
        noteFact(rows, {
          kind: `subscription.${action}`,
          subjectId: id,
          actorId: null,
          at: moment,
          data: { segment },
        });
      };
      consent("requested", createdAt);
      consent("confirmed", confirmedAt);
      if (left) consent("withdrawn", minutesAfter(confirmedAt, random.int(2, 12) * 1440));
      else if (confirmedAt < sentAt) recipients.push(id);
    }
  rows.campaign.push({
    id: campaignId,
    subject: "いちのせき 地元の仕事だより 冬の企業見学と就職ガイダンス",
    body: [
      "いつもお読みいただき、ありがとうございます。",
      "まもなく就職ガイダンスの申込みが始まります。生徒や学生のほか、保護者の方も参加できます。服装は自由で、気になる企業だけを回ることもできます。",
      "企業の情報も新しくなりました。初任給や休日、入社した人の定着の状況を、会社ごとに見比べることができます。",
    ].join("\n\n"),
    segment: null,
    state: "sent",
    createdAt: minutesAfter(sentAt, -1440),
    createdById: STAFF_ID,
    sentAt,
  });
  for (const subscriberId of recipients)
    rows.delivery.push({
      id: stableId("delivery", `first/${subscriberId}`),
      campaignId,
      subscriberId,
      mailId: null,
      createdAt: sentAt,
    });
  noteFact(rows, {
    kind: "campaign.sent",
    subjectId: campaignId,
    actorId: STAFF_ID,
    at: sentAt,
    data: { recipients: recipients.length, segment: "all" },
  });
}
