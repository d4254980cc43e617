import { employmentFigureWords as words } from "#app/locales/ja/employment-figures.ts";
import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { civilDateOf, fiscalYearRange } from "#app/platform/calendar.ts";
import type { EmploymentPage, SettledFigure } from "./employment-page.server.ts";
import { CONTACT_KINDS, HIRE_KINDS, HIRE_ROUTES, PROGRAMMES, SUPPORTERS } from "./employment-tables.ts";
import type { PublicNumber } from "./figure-draft.ts";

const { cellsBy } = indicatorWords.detail;

/** A line of a table: its head and its cells in words. */
export type FigureLine = { key: string; label: string; cells: string[] };

/** The page in words. */
export function employmentView(page: EmploymentPage) {
  const { state, states, limits } = page;
  return {
    state: state && {
      asOf: words.asOf(state.asOf),
      text: words.state(state.fiscalYear, state.version),
      known: words.known(civilDateOf(state.knownOn)),
      unknownDay: page.isUnknownDay ? words.unknownDayText(state.asOf) : null,
    },
    states:
      states.length < 2
        ? []
        : states.map(({ asOf, fiscalYear, version }) => ({
            to: `/indicators/employment?asOf=${asOf}`,
            label: `${words.asOf(asOf)}(${words.state(fiscalYear, version)})`,
            isShown: state?.asOf === asOf,
          })),
    says: sentences(page),
    flows: state && flowTables(page),
    stays: stayRows(page),
    estimates: estimateRows(page),
    estimateDay: page.estimates[0] && settledText(page.estimates[0]),
    hiddenNote: words.hiddenNote({
      people: limits.minimumPeople,
      denominator: limits.minimumRateDenominator,
    }),
  };
}

const written = (value: PublicNumber, write: (number: number) => string): string =>
  typeof value === "number" ? write(value) : words.gaps[value];

function sentences(page: EmploymentPage): string[] {
  const { state, flows } = page;
  const said: string[] = [];
  const of = (column: string) => flows("placed", "supportStation", column);
  const [placements, people, first] = [of("placements"), of("people"), of("first")];
  if (state && typeof placements === "number" && typeof people === "number" && typeof first === "number")
    said.push(
      words.says.station(
        fiscalYearRange(state.fiscalYear).first,
        state.asOf,
        words.placements(placements),
        words.people(people),
        words.people(first),
      ),
    );
  const route = mostFrequentRoute(page);
  if (state && route) said.push(route);
  const stays = longestFirst(page);
  return [...said, ...(stays.length > 0 ? stays : [words.says.noStay])];
}

/** Which known way most hires came; nothing where a hidden one could be the largest, or two are equal. */
function mostFrequentRoute({ flows }: EmploymentPage): string | null {
  const total = flows("hires", "total", "hires");
  const routes = HIRE_ROUTES.filter((route) => route !== "notTold" && route !== "other")
    .flatMap((route) => {
      const value = flows("hires", route, "hires");
      return typeof value === "number" ? [{ route, value }] : [];
    })
    .toSorted((a, b) => b.value - a.value);
  const [most, next] = routes;
  if (typeof total !== "number" || !most || most.value === 0 || most.value === next?.value) return null;
  const shown = routes.reduce((sum, { value }) => sum + value, 0);
  if (
    total - shown >= most.value &&
    HIRE_ROUTES.some((route) => flows("hires", route, "hires") === "suppressed")
  )
    return null;
  return words.says.route(words.placements(total), cellsBy.route![most.route]!, words.placements(most.value));
}

/** Of each horizon the newest class that is shown, the longest time first. */
function longestFirst({ classes, stays }: EmploymentPage): string[] {
  const months = classes[0]?.horizons.map((figure) => figure.months).toReversed() ?? [];
  return months.flatMap((horizon) => {
    for (const { graduationYear, horizons } of classes) {
      const figure = horizons.find((one) => one.months === horizon)!;
      const rate = stays("stay", figure.row, "rate");
      const unknown = stays("stay", figure.row, "unknown");
      if (figure.isAhead || typeof rate !== "number" || typeof unknown !== "number") continue;
      const { classOf, length, percent, people } = words;
      return [words.says.stay(classOf(graduationYear), length(horizon), percent(rate), people(unknown))];
    }
    return [];
  });
}

function flowTables({ flows }: EmploymentPage) {
  const people = (table: string, row: string, column: string) =>
    written(flows(table, row, column), words.people);
  const hires = (row: string) => written(flows("hires", row, "hires"), words.placements);
  const placed = [...PROGRAMMES, "all" as const].filter(
    (row) =>
      row === "all" ||
      SUPPORTERS.some((one) => one === row) ||
      row === "company" ||
      flows("placed", row, "people") !== 0,
  );
  const hiresLines = (by: "route" | "placementKind", keys: readonly string[]): FigureLine[] => [
    ...keys.map((key) => ({ key, label: cellsBy[by]![key]!, cells: [hires(key)] })),
    { key: "total", label: words.total, cells: [hires("total")] },
  ];
  const contact = (column: string) => people("contact", "people", column);
  const rate = flows("contact", "people", "rate");
  return {
    support: SUPPORTERS.map((row) => ({
      key: row,
      label: words.programmes[row],
      cells: [
        written(flows("support", row, "consultations"), words.placements),
        people("support", row, "registrations"),
      ],
    })),
    placed: placed.map((row) => ({
      key: row,
      label: words.programmes[row],
      cells: [
        row === "all" || row === "school" || row === "staffImport"
          ? words.cannotTell
          : written(flows("placed", row, "placements"), words.placements),
        ...["people", "first", "again"].map((column) => people("placed", row, column)),
      ],
    })),
    routes: hiresLines("route", HIRE_ROUTES),
    kinds: hiresLines("placementKind", HIRE_KINDS),
    contact: {
      says:
        typeof rate === "number"
          ? words.contactRate(words.percent(rate))
          : rate === "suppressed"
            ? words.contactHidden
            : rate === "undefined"
              ? words.contactNobody
              : words.gaps[rate],
      rows: (["all", "withoutConsent", "had", "none"] as const).map((row) => ({
        key: row,
        label: words.contactRows[row],
        cells: [contact(row)],
      })),
      kinds:
        typeof rate === "number"
          ? [...CONTACT_KINDS, "sameCompany"].map((kind) => ({
              key: kind,
              label: cellsBy.contact![kind]!,
              cells: [contact(kind)],
            }))
          : [],
    },
  };
}

function settledText({ asOf, knownOn }: SettledFigure): string {
  return words.settled(asOf, civilDateOf(knownOn));
}

/** What stands in a cell: the share, the people behind it, the bounds; each only where it is public. */
function stayCell(figure: SettledFigure, stays: EmploymentPage["stays"]) {
  const of = (column: string) => stays("stay", figure.row, column);
  const rate = of("rate");
  const basis = { stayed: of("stayed"), left: of("left"), unknown: of("unknown"), all: of("all") };
  const isOpen = Object.values(basis).every((value) => typeof value === "number");
  const isShown = typeof rate === "number" && !figure.isAhead;
  return {
    row: figure.row,
    text: figure.isAhead ? words.ahead(civilDateOf(figure.knownOn)) : written(rate, words.percent),
    share: isShown ? rate / 100 : null,
    // The bounds of a closed class are shares of all its people: they tell its parts.
    bounds: isShown && isOpen && figure.bounds ? words.bounds(figure.bounds.low, figure.bounds.high) : null,
    basis: isShown && isOpen ? basis : null,
    settled: isShown ? settledText(figure) : null,
  };
}

function stayRows({ classes, stays }: EmploymentPage) {
  return classes.map(({ graduationYear, horizons }) => ({
    key: String(graduationYear),
    label: words.classOf(graduationYear),
    cells: horizons.map((figure) => {
      const { basis, ...cell } = stayCell(figure, stays);
      const told = (value: PublicNumber) => written(value, words.people);
      return {
        ...cell,
        basis: basis && words.stayBasis(told(basis.stayed), told(basis.left), told(basis.unknown)),
      };
    }),
  }));
}

function estimateRows({ estimates, stays }: EmploymentPage) {
  return estimates.map((figure) => {
    const { basis, ...cell } = stayCell(figure, stays);
    const told = (value: PublicNumber) => written(value, words.people);
    return {
      ...cell,
      label: words.after(figure.months),
      basis: basis && words.estimateBasis(told(basis.all), told(basis.left), told(basis.unknown)),
    };
  });
}
