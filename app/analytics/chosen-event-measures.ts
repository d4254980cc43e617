import { attendance, booths, CATEGORIES, held } from "./event-tallies.ts";
import { type Measure, type MeasureParameters, numberOf, textOf } from "./measure.ts";

type Selection = Parameters<typeof attendance>[1];
type Head = Omit<Measure, "compute" | "timeNature" | "needs">;

/** What the events are chosen by; without a parameter all of them count. */
function selectionOf(asked: MeasureParameters | undefined): Selection {
  const category = CATEGORIES.find((one) => one === textOf("participantCategory", asked));
  return {
    kind: textOf("eventKind", asked) ?? undefined,
    month: numberOf("month", asked) ?? undefined,
    categories: category && [category],
  };
}

/** A measure of events whose kind, month or participants an indicator chooses. */
function chosen(head: Head, make: (head: Head, selection: Selection) => Measure): Measure {
  return {
    ...make(head, {}),
    compute: (facts, period, asked) => make(head, selectionOf(asked)).compute(facts, period),
  };
}

export const chosenEventMeasures: Measure[] = [
  chosen(
    {
      key: "chosen-event-participants",
      version: 1,
      counts: "person-times",
      name: "選んだ催しの延べ参加者数",
      definition:
        "年度の初めから基準日までの、指定した種類の催し(指定がなければすべての催し)に来場した、指定した区分の人(指定がなければすべての人)の延べ数。月の指定があれば、その月に始まった催しだけを数える。受付(チェックイン)で数え、取り消した受付は含めない。",
    },
    attendance,
  ),
  chosen(
    {
      key: "chosen-events-held",
      version: 1,
      counts: "events",
      name: "選んだ催しの開催回数",
      definition:
        "年度の初めから基準日までに終わり、受付の記録がある、指定した種類の催し(指定がなければすべての催し)の回数。中止と延期は数えない。",
    },
    (head, { kind }) => held(head, kind),
  ),
  chosen(
    {
      key: "chosen-event-booths",
      version: 1,
      counts: "booths",
      name: "選んだ催しの出展数",
      definition:
        "年度の初めから基準日までの、指定した種類の催し(指定がなければすべての催し)に、実際に出展した企業のブースの数。月の指定があれば、その月に始まった催しだけを数える。同じ企業が2回出展すれば2と数える。",
    },
    booths,
  ),
];
