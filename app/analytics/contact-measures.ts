import { jst } from "#app/platform/calendar.ts";
import { type ContactFact, isKnown, type PlacementFact } from "./facts.ts";
import { type Measure, membersIn, missing, numberOf, rateTally } from "./measure.ts";
import { addMonths } from "./months.ts";
import { peopleAmong, placementsUpTo } from "./placement-measures.ts";

const PARAMETERS = { months: 24 };
const KINDS = ["event", "boothVisit", "companyVisit", "internship", "savedCompany"] as const;

/** The contacts of a person in the months before the day on which they started; the day itself does not count. */
export function contactsBefore(
  { startedOn }: Pick<PlacementFact, "startedOn">,
  contacts: readonly ContactFact[],
  months: number,
): ContactFact[] {
  const from = jst(addMonths(startedOn, -months));
  const until = jst(startedOn);
  return contacts.filter(({ at }) => at >= from && at < until);
}

export const contactMeasures: Measure[] = [
  {
    key: "contact-before-placement",
    version: 1,
    name: "就職の前に地域の企業や催しと接点があった人の割合",
    definition:
      "年度の初めから基準日までに就職した人のうち、記録をあわせて読むことに同意した人に占める、就職の日の前24か月に、催しへの参加、ブースの訪問、企業見学、インターンシップ、企業の保存のどれかがあった人の割合(%)。接点があったことを示すもので、就職の理由を示すものではない。",
    numerator: "同意した人のうち、就職の前24か月に1つ以上の接点があった人の数",
    denominator: "就職した人のうち、記録をあわせて読むことに同意した人の数",
    unknownRule:
      "同意していない人の接点は調べない。分子にも分母にも入れず、人数を並べて示し、全員に接点があった場合となかった場合の割合を、幅として示す。",
    counts: "people",
    timeNature: "flow",
    needs: ["placements", "contacts", "contactLosses"],
    parameters: PARAMETERS,
    compute(facts, period, asked) {
      const months = numberOf("months", asked, PARAMETERS)!;
      const { all, ofYear } = placementsUpTo(facts, period);
      if (all.length === 0) return missing("no-records");
      // What somebody took back is read for no date, so what was known before cannot be said again.
      const isLost = facts.contactLosses.some(
        ({ fiscalYear, knownAt }) => fiscalYear === period.fiscalYear && knownAt > period.knownOn,
      );
      if (isLost && ofYear.length > 0) return missing("not-reproducible", ofYear.length);
      const { people } = peopleAmong(ofYear, all);
      // Consent is the person's, on whichever of their placements it stands.
      const agreed = new Set(ofYear.filter((row) => row.hasConsent).map((row) => row.personKey));
      const known = Map.groupBy(
        facts.contacts.filter((contact) => agreed.has(contact.personKey) && isKnown(period, contact)),
        ({ personKey }) => personKey,
      );
      const consenting = people.filter(({ personKey }) => agreed.has(personKey));
      const without = people.filter(({ personKey }) => !agreed.has(personKey));
      const met = consenting.map((person) => ({
        person,
        contacts: contactsBefore(person, known.get(person.personKey) ?? [], months),
      }));
      const had = met.filter(({ contacts }) => contacts.length > 0);
      const hadNone = met.filter(({ contacts }) => contacts.length === 0);
      const peopleWith = (isMeant: (contact: ContactFact, person: PlacementFact) => boolean) =>
        had.filter(({ person, contacts }) => contacts.some((contact) => isMeant(contact, person))).length;
      const cells = [
        ...KINDS.map((kind) => ({ key: kind, value: peopleWith((contact) => contact.kind === kind) })),
        {
          key: "sameCompany",
          value: peopleWith(({ companyId }, person) => companyId !== null && companyId === person.companyId),
        },
        { key: "none", value: hadNone.length },
        { key: "withoutConsent", value: without.length },
      ];
      return rateTally(
        { numerator: had.length, denominator: consenting.length, unknown: without.length },
        [
          ...membersIn(
            had.map(({ person }) => person),
            "numerator",
          ),
          ...membersIn(
            hadNone.map(({ person }) => person),
            "denominator",
          ),
          ...membersIn(without, "unknown"),
        ],
        ofYear.length,
        [{ by: "contact", counts: "people", partition: false, cells }],
      );
    },
  },
];
