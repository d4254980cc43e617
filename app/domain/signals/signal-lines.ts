import { signalWords as words } from "#app/locales/ja/signals.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { paceText } from "../indicators/desk-lines.ts";
import { figureText, targetText } from "../indicators/lines.ts";
import { leverSteps, type NextStep } from "./lever-lines.ts";
import type { LeverCounts } from "./levers.rules.ts";
import { SIGNAL_KINDS, type SignalKind } from "./findings.ts";
import type { Signal } from "./signal.ts";

/** A signal in words: what it is, why it is one, and what to do; `list` names whom to call. */
export type SignalLine = {
  id: string;
  title: string;
  place: string;
  reason: string;
  actions: NextStep[];
  list: { title: string; rows: { text: string; note: string; to: string }[]; more: string | null } | null;
};

export type SignalGroup = { kind: SignalKind; title: string; lead: string; lines: SignalLine[] };

/** The signals in words, by kind; kinds without any are left out. */
export function signalGroups(signals: readonly Signal[], counts: LeverCounts): SignalGroup[] {
  return SIGNAL_KINDS.flatMap((kind) => {
    const lines = signals.filter((signal) => signal.kind === kind).map((signal) => lineOf(signal, counts));
    return lines.length === 0
      ? []
      : [{ kind, title: words.groups[kind], lead: words.groupLeads[kind], lines }];
  });
}

function lineOf(signal: Signal, counts: LeverCounts): SignalLine {
  switch (signal.kind) {
    case "missingReport":
      return missingLine(signal);
    case "behindPace":
      return behindLine(signal, counts);
    case "silentInput":
      return line({
        id: `silent-${signal.input}`,
        title: words.silentTitle(words.inputs[signal.input]),
        reason: words.silentReason(signal.earlier, signal.last),
        actions: [words.silentActions[signal.input]],
      });
    case "lateSource":
      return lateLine(signal);
    case "gradeAgainstScore":
      return line({
        id: `grade-${signal.nodeId}`,
        title: words.gradeTitle(signal.place, signal.fiscalYear),
        reason: words.gradeReason(signal),
        actions: [
          { text: words.gradeAction, to: `/staff/plan/evaluations/${encodeURIComponent(signal.nodeId)}` },
        ],
      });
  }
}

function line(
  parts: Pick<SignalLine, "id" | "title" | "reason" | "actions"> & Partial<SignalLine>,
): SignalLine {
  return { place: "", list: null, ...parts };
}

function missingLine(signal: Extract<Signal, { kind: "missingReport" }>): SignalLine {
  switch (signal.what) {
    case "months": {
      const title = words.monthsTitle(words.programmes[signal.programme], signal.months);
      return line({
        id: `months-${signal.programme}`,
        title,
        reason: words.monthsReason,
        actions: [
          signal.mailTo === null
            ? { text: words.monthsNoMail, to: "/staff/accounts" }
            : { text: words.monthsMail, to: mailLink([signal.mailTo], title) },
        ],
      });
    }
    case "outcome":
      return line({
        id: `outcome-${signal.schoolId}`,
        title: words.outcomeTitle(signal.school, signal.graduationYear),
        reason: words.outcomeReason,
        actions: [
          signal.mailTo.length === 0
            ? { text: words.outcomeNoMail, to: "/staff/accounts" }
            : {
                text: words.outcomeMail(signal.mailTo.length),
                to: mailLink(signal.mailTo, words.outcomeSubject(signal.graduationYear)),
              },
        ],
      });
    case "answers": {
      const left = signal.unanswered - signal.companies.length;
      return line({
        id: `answers-${signal.quarter}`,
        title: words.answersTitle(words.quarter(signal.quarter), signal.unanswered),
        reason: words.answersReason(signal.asked),
        actions: [],
        list: {
          title: words.answersList,
          rows: signal.companies.map(({ id, name, phone }) => ({
            text: name || words.toCompany,
            note: phone || words.noPhone,
            to: `/staff/companies/${id}`,
          })),
          more: left > 0 ? words.answersMore(left) : null,
        },
      });
    }
    case "checkIns":
      return line({
        id: `check-ins-${signal.eventId}`,
        title: words.checkInsTitle(signal.title, signal.day),
        reason: words.checkInsReason,
        actions: [
          { text: words.checkInsAction, to: `/staff/events/${signal.eventId}/reception` },
          { text: words.checkInsCancel, to: `/staff/events/${signal.eventId}/state` },
        ],
      });
  }
}

function lateLine(signal: Extract<Signal, { kind: "lateSource" }>): SignalLine {
  const { source, indicators, newest, usualDays, lateDays } = signal;
  return line({
    id: `late-${indicators[0]!.id}`,
    title: words.lateTitle(source, indicators.length),
    reason: words.lateReason({ newest, usual: words.days(usualDays), late: words.days(lateDays) }),
    actions: [],
    list: {
      title: words.lateList(indicators.length),
      rows: indicators.map(({ id, name, place }) => ({
        text: name,
        note: place || words.wholePlan,
        to: `/staff/indicators?enter=${encodeURIComponent(id)}#entry`,
      })),
      more: null,
    },
  });
}

function behindLine(
  { indicator, place, fiscalYear }: Extract<Signal, { kind: "behindPace" }>,
  counts: LeverCounts,
): SignalLine {
  return line({
    id: `behind-${indicator.id}`,
    title: words.behindTitle(indicator.name),
    place: place || words.wholePlan,
    reason: words.behindReason({
      actual: figureText(indicator.actual, indicator).text,
      pace: paceText(indicator),
      target: targetText(indicator, fiscalYear),
    }),
    actions: nextSteps(indicator, counts),
  });
}

/** What moves an indicator: its levers, otherwise the usual next step, otherwise a look at its breakdown. */
export function nextSteps(
  { id, measureKey }: { id: string; measureKey: string | null },
  counts: LeverCounts,
): NextStep[] {
  const levers = leverSteps(measureKey, counts);
  if (levers.length > 0) return levers;
  const details = { text: words.behindDetails, to: `/indicators/${encodeURIComponent(id)}?asOf=today` };
  return [staffWords.nextSteps[measureKey ?? ""] ?? details];
}

function mailLink(to: readonly string[], subject: string): string {
  return `mailto:${to.map(encodeURIComponent).join(",")}?subject=${encodeURIComponent(words.mailSubject(subject))}`;
}
