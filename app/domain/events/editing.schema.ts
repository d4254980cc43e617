import { z } from "zod";
import { jst } from "../../platform/calendar.ts";
import { normaliseLine, toKatakana } from "../text/rules.ts";
import {
  block,
  choice,
  choices,
  civilDate,
  line,
  optionalBlock,
  optionalCivilDate,
  optionalLine,
  optionalWholeNumber,
  wholeNumber,
} from "../text/schema.ts";
import { EVENT_TARGETS } from "./audience.rules.ts";
import type { EventFacts, Span } from "./editing.rules.ts";
import { clockTime, momentOf, optionalClockTime } from "./moment.schema.ts";
import { EVENT_KINDS, MAX_HEAD_COUNT } from "./rules.ts";

const typed = z.string().catch("");

/** The `updatedAt` of the event that was looked at; another one means that somebody changed it meanwhile. */
export const version = typed.transform((text) => text.slice(0, 40));

/** A box that may be ticked. */
export const ticked = typed.transform((text) => text === "yes");

const optionalKana = typed.transform(toKatakana).pipe(
  z
    .string()
    .max(200, "too-long:200")
    .regex(/^[\p{Script=Katakana}ー・、。 \d\p{Script=Latin}&.'!?×~()-]*$/u, "kana"),
);

const webAddress = z.url({ protocol: /^https$/, hostname: z.regexes.domain });
const optionalUrl = typed
  .transform(normaliseLine)
  .pipe(
    z
      .string()
      .max(300, "too-long:300")
      .refine((text) => text === "" || webAddress.safeParse(text).success, "url"),
  )
  .transform((text) => text || null);

const optionalPhone = typed
  .transform((text) => normaliseLine(text).replace(/[ー−–]/g, "-"))
  .pipe(z.string().regex(/^(0\d{1,4}-?\d{1,4}-?\d{3,4})?$/, "phone"));

/** A coordinate in degrees, or nothing. */
function coordinate(min: number, max: number) {
  const range = `number-range:${min}:${max}`;
  return typed
    .transform(normaliseLine)
    .pipe(z.string().regex(/^(\d{1,3}(\.\d{1,10})?)?$/, "decimal-number"))
    .transform((text) => (text === "" ? null : Number(text)))
    .pipe(z.number().min(min, range).max(max, range).nullable());
}

/** The first form of a new event: what it is and when. The rest follows on its page. */
export const newEventSchema = z
  .object({ kind: choice(EVENT_KINDS), title: line(100), date: civilDate, from: clockTime, to: clockTime })
  .superRefine(({ from, to }, context) => {
    if (to <= from) context.addIssue({ code: "custom", path: ["to"], message: "end-before-start" });
  });

/** A copy: the new title and the new first day. */
export const copyEventSchema = z.object({ title: line(100), date: civilDate });

const eventShape = {
  version,
  kind: choice(EVENT_KINDS),
  title: line(100),
  titleKana: optionalKana,
  summary: block(3000),
  whatToBring: optionalBlock(500),
  venue: optionalLine(100),
  address: optionalLine(200),
  access: optionalBlock(500),
  parking: optionalBlock(300),
  latitude: coordinate(20, 46),
  longitude: coordinate(122, 154),
  onlineUrl: optionalUrl,
  organizer: optionalLine(100),
  contactName: optionalLine(100),
  contactPhone: optionalPhone,
  opensDate: optionalCivilDate,
  opensTime: optionalClockTime,
  closesDate: optionalCivilDate,
  closesTime: optionalClockTime,
  audience: choice(["everyone", "schools"]),
  targets: choices(EVENT_TARGETS),
  visibility: choice(["listed", "unlisted"]),
  guestRegistration: ticked,
  maxGroupSize: wholeNumber(1, MAX_HEAD_COUNT),
  boothLimit: optionalWholeNumber(1, 300),
  boothOpensDate: optionalCivilDate,
  boothOpensTime: optionalClockTime,
  boothClosesDate: optionalCivilDate,
  boothClosesTime: optionalClockTime,
  boothNote: optionalBlock(1000),
  notify: ticked,
} as const;

const timeShape = { date: civilDate, from: clockTime, to: clockTime } as const;

const plainEvent = z.object(eventShape);
type EventForm = z.output<typeof plainEvent>;

/** When windows open and close if the time of day was left blank. */
const OPENS_AT = "09:00";
const CLOSES_AT = "17:00";

/** The rules between fields; `span` is the event's own time. */
function addWindowIssues(form: EventForm, span: Span, report: (field: string, code: string) => void) {
  const facts = factsOf(form);
  const { registrationOpensAt: opens, registrationClosesAt: closes } = facts;
  if (form.venue === "" && form.onlineUrl === null) report("venue", "place-or-online");
  if (form.venue !== "" && form.address === "") report("address", "required");
  // A coordinate that could not be read has its own error.
  if (form.latitude === null && typeof form.longitude === "number")
    report("latitude", "coordinates-together");
  if (form.longitude === null && typeof form.latitude === "number")
    report("longitude", "coordinates-together");
  if (form.opensDate === null && form.opensTime !== null) report("opensDate", "window-needs-date");
  if (form.closesDate === null && form.closesTime !== null) report("closesDate", "window-needs-date");
  if (opens && opens >= span.endsAt) report("opensDate", "opens-after-end");
  if (closes && closes > span.endsAt) report("closesDate", "closes-after-end");
  if (opens && closes && opens >= closes) report("closesDate", "opens-after-closes");
  if (form.audience === "schools" && form.guestRegistration) report("guestRegistration", "schools-no-guests");
  if (form.boothLimit === null && (form.boothOpensDate || form.boothClosesDate))
    report("boothLimit", "booth-limit-missing");
  const { boothOpensAt, boothClosesAt } = facts;
  if (boothClosesAt && boothClosesAt > span.endsAt) report("boothClosesDate", "closes-after-end");
  if (boothOpensAt && boothClosesAt && boothOpensAt >= boothClosesAt)
    report("boothClosesDate", "opens-after-closes");
}

/** The form of an event with one session, whose day and hours stand in it. */
export const singleEventSchema = z.object({ ...eventShape, ...timeShape }).superRefine((form, context) => {
  const report = (field: string, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  if (form.to <= form.from) report("to", "end-before-start");
  else addWindowIssues(form, spanOfForm(form), report);
});

/** The form of an event with several sessions, whose times are changed with the sessions. */
export function severalSessionsSchema(span: Span) {
  return plainEvent.superRefine((form, context) =>
    addWindowIssues(form, span, (field, message) =>
      context.addIssue({ code: "custom", path: [field], message }),
    ),
  );
}

/** The time of a form with a day and its hours. */
export function spanOfForm({ date, from, to }: { date: string; from: string; to: string }): Span {
  return { startsAt: jst(date, from), endsAt: jst(date, to) };
}

type TimedForm = { version: string; date?: string; from?: string; to?: string };

/** The time in a form where it has one: events with several sessions have none. */
export function typedSpan({ date, from, to }: TimedForm): Span | undefined {
  return date && from && to ? spanOfForm({ date, from, to }) : undefined;
}

/** What the form says, as it is stored. Schools-only events have no groups of their own: teachers type head counts. */
export function factsOf(form: EventForm): EventFacts {
  const hasBooths = form.boothLimit !== null;
  return {
    kind: form.kind,
    title: form.title,
    titleKana: form.titleKana,
    summary: form.summary,
    whatToBring: form.whatToBring,
    venue: form.venue,
    address: form.address,
    access: form.access,
    parking: form.parking,
    latitude: form.latitude,
    longitude: form.longitude,
    onlineUrl: form.onlineUrl,
    organizer: form.organizer,
    contactName: form.contactName,
    contactPhone: form.contactPhone,
    registrationOpensAt: momentOf(form.opensDate, form.opensTime, OPENS_AT),
    registrationClosesAt: momentOf(form.closesDate, form.closesTime, CLOSES_AT),
    audience: form.audience,
    targets: form.targets,
    visibility: form.visibility,
    guestRegistration: form.guestRegistration,
    maxGroupSize: form.maxGroupSize,
    boothLimit: form.boothLimit,
    boothOpensAt: hasBooths ? momentOf(form.boothOpensDate, form.boothOpensTime, OPENS_AT) : null,
    boothClosesAt: hasBooths ? momentOf(form.boothClosesDate, form.boothClosesTime, CLOSES_AT) : null,
    boothNote: form.boothNote,
  };
}
