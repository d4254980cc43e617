import type { ChangedField } from "./changed-fields.rules.ts";

/**
 * The facts that the portal records, one kind each. A kind is `<noun>.<past verb>`; the id of the thing is the subject.
 * Data holds codes and counts, never a name or an address.
 */
export type DomainEventKinds = {
  "company.registered": Record<string, never>;
  "company.revision-submitted": { number: number };
  "company.published": { number: number; first: boolean };
  "company.returned": { number: number };
  "company.image-added": { imageId: string };
  "company.image-removed": { imageId: string };
  /** The application to be listed; `round` grows with each time it is sent, `reasons` are codes. */
  "company.registration-submitted": { round: number };
  "company.registration-returned": { round: number; reasons: string[] };
  "company.registration-approved": { round: number };
  "company.registration-declined": { round: number; reasons: string[] };
  /** People are named by the ids of their accounts, invitations by their own. */
  "company.member-invited": { invitationId: string };
  "company.invitation-revoked": { invitationId: string };
  "company.member-joined": { accountId: string };
  "company.member-removed": { accountId: string };
  "company.ownership-handed-over": { from: string | null; to: string };
  /** `note` is what staff wrote; their form says to leave names out. */
  "company.withdrawn": { by: "staff" | "company"; reason: string; note: string };
  "company.relisted": { by: "staff" | "publication" };
  /** A line of the manufacturing directory; the words of it are those of the company and not kept here. */
  "directory.listed": Record<string, never>;
  "directory.changed": Record<string, never>;
  "directory.delisted": Record<string, never>;
  /** Somebody said that the published facts are still true; by the mail's link or to staff on the telephone. */
  "company.confirmed": { by: "mail-link" | "telephone" };
  /** The company answered that its facts have changed; a new revision follows. */
  "company.change-announced": { quarter: string };
  "event.published": { kind: string };
  "event.cancelled": { kind: string };
  "event.created": { kind: string; copiedFrom: string | null };
  /** `fields` are names of columns; `sequence` is the calendar entry's number afterwards. */
  "event.updated": { fields: string[]; sequence: number };
  "event.postponed": { kind: string };
  /** Days and times as ISO instants. */
  "event.rescheduled": { kind: string; from: string; to: string };
  "event.reopened": { kind: string };
  "event.deleted": { kind: string };
  /** What participants were told; subject and body are the staff's words, and their form says to leave names out. */
  "event.announced": {
    announcementId: string;
    reason: "cancelled" | "postponed" | "rescheduled" | "reopened" | "changed" | "message";
    recipients: number;
    subject: string;
    body: string;
    categories: string[];
    schoolId: string | null;
    sessionId: string | null;
    changes: { field: string; before: string; after: string }[];
  };
  /** A table that left the portal as a file; `rows` counts its lines below the header. */
  "event.exported": { table: string; format: string; rows: number };
  /** Records about single people behind a figure were looked at; the subject is the indicator, `records` are those of the page. */
  "indicator.records-listed": { asOf: string; page: number; records: number };
  /** The same for a measure without an indicator; the subject is the measure's key. */
  "measure.records-listed": { asOf: string; page: number; records: number };
  "registration.made": { eventId: string; category: string; headCount: number };
  "registration.cancelled": { eventId: string; category: string; headCount: number };
  "waiting-list.joined": { eventId: string; category: string; headCount: number };
  "waiting-list.left": { eventId: string; category: string; headCount: number };
  /** `consent` is the version of the privacy words that the guest agreed to. */
  "guest.link-requested": { eventId: string; consent: string };
  "guest.confirmed": { eventId: string };
  /** A seat that became free is held for somebody on the waiting list; declining it is `waiting-list.left`. */
  "seat.offered": { eventId: string; category: string; headCount: number };
  "seat.offer-accepted": { eventId: string; category: string; headCount: number };
  "seat.offer-expired": { eventId: string; category: string; headCount: number };
  "pool.resized": { eventId: string; category: string; from: number; to: number };
  "registration.head-count-changed": { eventId: string; category: string; from: number; to: number };
  /** Plan by its number in the event. */
  "visit-plan.published": { eventId: string; number: number };
  "visit-plan.withdrawn": { eventId: string; number: number };
  "booth.applied": { eventId: string; companyId: string };
  "booth.changed": { eventId: string; companyId: string };
  "booth.withdrawn": { eventId: string; companyId: string; from: string };
  "booth.selected": { eventId: string; companyId: string };
  "booth.declined": { eventId: string; companyId: string };
  /** The company stood at its booth on that day (JST); or that entry was wrong. */
  "booth.attended": { eventId: string; companyId: string; day?: string };
  "booth.attendance-voided": { eventId: string; companyId: string };
  /** A session (the subject) called at the company; or that entry was wrong. */
  "visit-stop.recorded": { eventId: string; companyId: string };
  "visit-stop.voided": { eventId: string; companyId: string };
  /** Staff took a decision back; the application waits again. */
  "booth.reopened": { eventId: string; companyId: string };
  /** `entry` is the id under which a reception device recorded it: the same one sent again counts nobody. */
  "check-in.made": { eventId: string; category: string; headCount: number; entry?: string };
  /** `at` and `recordedAt` (ISO instants) are those of the entry that was taken back: its row may be used again. */
  "check-in.voided": {
    eventId: string;
    category: string;
    headCount: number;
    at?: string;
    recordedAt?: string;
  };
  "check-in.corrected": {
    eventId: string;
    category: string;
    from: number;
    headCount: number;
    entry?: string;
  };
  /** A visitor scanned the code of a booth; shared: the company may see who it was. Visits are named by their own ids. */
  "booth-visit.made": { eventId: string; companyId: string };
  "booth-visit.shared": { eventId: string; companyId: string };
  "booth-visit.unshared": { eventId: string; companyId: string };
  "event.thanked": { mails: number };
  "subscription.requested": { segment: string };
  "subscription.confirmed": { segment: string };
  "subscription.withdrawn": { segment: string };
  "campaign.sent": { recipients: number; segment: string };
  /** `consent` is the version of the privacy words that were agreed to. */
  "account.created": { role: string; consent?: string };
  "account.confirmed": { role: string };
  "account.approved": { role: string };
  "account.role-changed": { from: string; to: string };
  "account.declined": { role: string };
  "account.closed": { role: string };
  "account.reopened": { role: string };
  "alert.requested": { frequency: string };
  "alert.confirmed": { frequency: string };
  "alert.ended": Record<string, never>;
  "import.applied": { created: number; changed: number };
  /** Files of figures; `figures` is what they are about. Counts are figures, of rows where it says so. */
  "figure-import.uploaded": { figures: string; rows: number };
  "figure-import.applied": { figures: string; created: number; changed: number; leftOutRows: number };
  "figure-import.discarded": { figures: string };
  /** `to` is null when the date was taken away; days as YYYY-MM-DD. */
  "recruitment.date-changed": {
    graduationYear: number;
    prefecture: string;
    audience: string;
    stage: string;
    from: string | null;
    to: string | null;
    reason: string;
  };
  /** Papers of a fiscal year became public; all numbers are counts of cells. */
  "release.published": {
    planId: string;
    fiscalYear: number;
    version: number;
    cells: number;
    hidden: number;
  };
  "release.corrected": {
    planId: string;
    fiscalYear: number;
    version: number;
    cells: number;
    hidden: number;
    changed: number;
  };
  /** The quarterly question to a company; subject is the question, `mails` counts its members with an account. */
  "employment.asked": { companyId: string; quarter: string; mails: number };
  /** Subject is the question, or the company where none was open. The numbers count what was new in the report. */
  "employment.answered": {
    companyId: string;
    by: "mail-link" | "company" | "telephone";
    hires: number;
    still: number;
    left: number;
    notKnown: number;
  };
  /** `linked`: with the person's consent; the person is named nowhere. */
  "placement.reported": { source: string; by: string; linked: boolean };
  "placement.corrected": { corrects: string; isVoid: boolean };
  /** Staff compared what two sources told: one person or two. Subject is the company's record. */
  "placement.compared": { other: string; isSame: boolean };
  /** Subject is the placement. */
  "separation.reported": { kind: string; takenBack: boolean };
  "school-outcome.recorded": {
    schoolId: string;
    graduationYear: number;
    by: "school" | "staff";
    corrects: string | null;
  };
  "support-report.recorded": { programme: string; month: string; corrects: string | null };
  "grant.recorded": { subsidyId: string; corrects: string | null; isVoid: boolean };
  /** `consent` is the version of the words that were agreed to. Which placement used the code is told nowhere. */
  "placement-code.made": { consent: string };
  "placement-code.withdrawn": { codes: number; placements: number };
  "observation.recorded": { indicatorId: string; fiscalYear: number; kind: string };
  "plan.created": Record<string, never>;
  /** What the plan itself was called before and after: names of the plan and its levels, years, ids. */
  "plan.changed": { changes: { field: string; before: string; after: string }[] };
  "grade-scheme.created": Record<string, never>;
  /** The subject is the node; `change` is the kind of the new version. */
  "plan-node.changed": { planId: string; change: string; effectiveFrom: number };
  "indicator.defined": { planId: string; effectiveFrom: number; breaksSeries: boolean; ends: boolean };
  /** The subject is the target set. */
  "targets.adopted": { planId: string; targets: number };
  "role-shares.recorded": { planId: string; fiscalYear: number };
  /** The subject is the node that was judged. */
  "evaluation.recorded": { planId: string; fiscalYear: number; revision: number };
  /** The subject is the plan. */
  "period.locked": { fiscalYear: number };
  "period.unlocked": { fiscalYear: number };
  /** What other records refer to. The changes hold names of schools, schemes and places, none of people. */
  "school.added": { kind: string; departments: number };
  "school.changed": { changes: ChangedField[] };
  "grant-scheme.added": { use: string };
  "grant-scheme.changed": { changes: ChangedField[] };
  "area.added": { kind: string };
  "area.changed": { changes: ChangedField[] };
};

export type DomainEventKind = keyof DomainEventKinds;
