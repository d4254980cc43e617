import { type BoothBoard, filterBooths, type StaffBooth } from "#app/domain/booths/board.store.server.ts";
import { readExpected } from "#app/domain/booths/expected.store.server.ts";
import { boothFilterSchema, settingsToForm } from "#app/domain/booths/schema.ts";
import { listPlans, type StoredPlan, suggestSettings } from "#app/domain/booths/plans.store.server.ts";
import { EXPECTED_GROUPS } from "#app/domain/booths/expected.rules.ts";
import { AREAS, industryOf } from "#app/domain/companies/rules.ts";
import { INDUSTRY_GROUPS } from "#app/domain/matching/industry-groups.rules.ts";
import { boothBoard as words } from "#app/locales/ja/booth-board.ts";
import { boothStates, needsInWords } from "#app/locales/ja/booths.ts";
import { dateTimeSpan, longDate, shortDate, timeOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { BoothLine } from "#app/ui/booth-board.tsx";
import type { PlanLine } from "#app/ui/booth-plan-list.tsx";

/** Everything that the page of an event's applications shows; the conditions of the list stand in the address. */
export async function showBoard(town: Pick<Town, "database">, board: BoothBoard, params: URLSearchParams) {
  const filter = boothFilterSchema.parse(Object.fromEntries(params));
  const place = { eventId: board.id };
  const [plans, suggestion, expected] = await Promise.all([
    listPlans(town, place),
    suggestSettings(town, { ...place, limit: board.limit }),
    readExpected(town, place),
  ]);
  const { booths } = board;
  const registered = new Map(expected.people.map(({ key, people }) => [key, people]));
  return {
    page: `/staff/events/${board.id}/booths`,
    title: board.title,
    when: `${dateTimeSpan(board.startsAt, board.endsAt)} ${board.venue}`,
    window: windowNote(board),
    counts: [
      { label: words.counts.limit, count: board.limit },
      ...(["applied", "selected", "declined", "withdrawn"] as const).map((state) => ({
        label: words.counts[state],
        count: booths.filter((booth) => booth.state === state).length,
      })),
    ],
    all: booths.length,
    lines: boardLines(filterBooths(booths, filter)),
    filter: {
      state: filter.state ?? "",
      area: filter.area,
      industry: filter.industry,
      need: filter.need ?? "",
    },
    options: filterOptions(booths),
    decidable: booths
      .filter(({ state }) => state !== "withdrawn")
      .map(({ id, name, state }) => ({ id, label: `${name}(${boothStates[state]})` })),
    plans: planLines(plans),
    settings: settingsToForm(suggestion.settings),
    from: suggestion.expectedFrom,
    people: EXPECTED_GROUPS.map(({ key, label }) => ({
      key,
      label,
      registered: registered.get(key) ?? null,
    })),
    interests: INDUSTRY_GROUPS.filter(({ codes }) =>
      booths.some(({ industry }) => codes.includes(industry)),
    ).map(({ key, label }) => ({ key, label, registered: null })),
  };
}

/** Where the booths of an event stand, as a sentence for staff. */
function windowNote({
  window,
  opensAt,
  closesAt,
  startsAt,
}: Pick<BoothBoard, "window" | "opensAt" | "closesAt" | "startsAt">): string {
  const moment = (at: Date) => `${longDate(at)} ${timeOf(at)}`;
  if (window === "not-open-yet") return words.windowNotes[window](moment(opensAt!));
  if (window === "open") return words.windowNotes.open(moment(closesAt ?? startsAt));
  return words.windowNotes[window];
}

/** Applications as lines of the staff's list. */
function boardLines(booths: readonly StaffBooth[]): BoothLine[] {
  return booths.map((booth) => ({
    id: booth.id,
    companyId: booth.companyId,
    name: booth.name,
    industry: booth.industryName,
    area: booth.area,
    appliedOn: shortDate(booth.appliedAt),
    state: booth.state,
    boothNumber: booth.boothNumber,
    needs: needsInWords(booth.wishes),
    shows: booth.wishes.shows,
    message: booth.message,
    departments: booth.departments,
    leftOut: booth.leftOut,
    fixed: booth.fixed,
    isListed: booth.isListed,
  }));
}

/** What the list can be narrowed down to: only what occurs in it. */
function filterOptions(booths: readonly StaffBooth[]) {
  const codes = [...new Set(booths.map(({ industry }) => industry))].toSorted();
  const pairs = (names: Record<string, string>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  return {
    state: pairs(boothStates),
    area: AREAS.filter((area) => booths.some((booth) => booth.area === area)).map((area) => ({
      value: area,
      label: area,
    })),
    industry: codes.map((code) => ({ value: code, label: industryOf(code)?.name ?? code })),
    need: pairs(words.filter.needs),
  };
}

/** Plans as lines of the list, the newest first. */
function planLines(plans: readonly StoredPlan[]): PlanLine[] {
  return plans.map(({ id, number, createdAt, adoptedAt, result }) => ({
    id,
    number,
    made: `${shortDate(createdAt)} ${timeOf(createdAt)}`,
    adopted: adoptedAt !== null,
    figures: result.figures,
    firstCome: result.firstCome,
  }));
}
