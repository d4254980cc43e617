import type { Prisma } from "#generated/prisma/client.ts";
import type { Town } from "#app/town.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { readProfile } from "../companies/profile.rules.ts";
import { dayOf, PUBLISHED } from "../companies/store.server.ts";
import { type Audience, type InternshipType, listedInternships } from "./rules.ts";

export type InternshipFacts = {
  id: string;
  type: string;
  title: string;
  place: string;
  area: string;
  days: number;
  capacity: number;
  audience: string[];
  firstDay: string;
  lastDay: string;
  applyBy: string;
  isOpen: boolean;
  company: { slug: string; name: string };
};

export const INTERNSHIPS_PER_PAGE = 20;

const facts = {
  id: true,
  type: true,
  title: true,
  place: true,
  area: true,
  days: true,
  capacity: true,
  audience: true,
  firstDay: true,
  lastDay: true,
  applyBy: true,
  state: true,
  company: { select: { slug: true, publishedRevision: { select: { profile: true } } } },
} as const satisfies Prisma.InternshipSelect;

type Row = Prisma.InternshipGetPayload<{ select: typeof facts }>;

/** What the public may read: announced by a company that is itself published. */
const readable = { state: { in: ["published" as const, "closed" as const] }, company: PUBLISHED };

/** A page of internships: those that are open by their last day to apply, then the past ones, latest first. */
export async function listInternships(
  town: Pick<Town, "database" | "clock">,
  { audience, type, page }: { audience: Audience | null; type: InternshipType | null; page: number },
): Promise<{ total: number; open: number; internships: InternshipFacts[] }> {
  const now = town.clock.now();
  const { database } = town;
  const wanted = narrowed({ audience, type });
  const openWhere = { company: PUBLISHED, ...wanted, ...listedInternships(now) };
  const pastWhere = { ...readable, ...wanted, NOT: listedInternships(now) };
  const [open, past] = await Promise.all([
    database.internship.count({ where: openWhere }),
    database.internship.count({ where: pastWhere }),
  ]);
  const skip = (page - 1) * INTERNSHIPS_PER_PAGE;
  const openRows =
    skip < open
      ? await database.internship.findMany({
          where: openWhere,
          orderBy: [{ applyBy: "asc" }, { id: "asc" }],
          skip,
          take: INTERNSHIPS_PER_PAGE,
          select: facts,
        })
      : [];
  const rest = INTERNSHIPS_PER_PAGE - openRows.length;
  const pastRows =
    rest > 0
      ? await database.internship.findMany({
          where: pastWhere,
          orderBy: [{ firstDay: "desc" }, { id: "asc" }],
          skip: Math.max(0, skip - open),
          take: rest,
          select: facts,
        })
      : [];
  return {
    total: open + past,
    open,
    internships: [...openRows, ...pastRows].map((row) => internshipFacts(row, now)),
  };
}

/** The open internships among the ids, in their order; with `audience` and `type` only those that fit. */
export async function readInternshipCards(
  town: Pick<Town, "database" | "clock">,
  { ids, audience, type }: { ids: readonly string[]; audience: Audience | null; type: InternshipType | null },
): Promise<InternshipFacts[]> {
  if (ids.length === 0) return [];
  const now = town.clock.now();
  const rows = await town.database.internship.findMany({
    where: {
      id: { in: [...ids] },
      company: PUBLISHED,
      ...listedInternships(now),
      ...narrowed({ audience, type }),
    },
    select: facts,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => (byId.has(id) ? [internshipFacts(byId.get(id)!, now)] : []));
}

function narrowed({ audience, type }: { audience: Audience | null; type: InternshipType | null }) {
  return { ...(audience ? { audience: { has: audience } } : {}), ...(type ? { type } : {}) };
}

export type InternshipDetail = InternshipFacts & {
  summary: string;
  pay: string;
  insurance: string;
  howToApply: string;
  contactDepartment: string;
  phone: string;
};

/** One internship; null when there is none to read by that id. */
export async function findInternship(
  town: Pick<Town, "database" | "clock">,
  { id }: { id: string },
): Promise<InternshipDetail | null> {
  const row = await town.database.internship.findFirst({
    where: { id, ...readable },
    select: { ...facts, summary: true, pay: true, insurance: true, howToApply: true },
  });
  if (!row) return null;
  const { contactDepartment, phone } = readProfile(row.company.publishedRevision!.profile);
  const { summary, pay, insurance, howToApply } = row;
  return {
    ...internshipFacts(row, town.clock.now()),
    summary,
    pay,
    insurance,
    howToApply,
    contactDepartment,
    phone,
  };
}

function internshipFacts(row: Row, now: Date): InternshipFacts {
  const applyBy = dayOf(row.applyBy);
  return {
    id: row.id,
    type: row.type,
    title: row.title,
    place: row.place,
    area: row.area,
    days: row.days,
    capacity: row.capacity,
    audience: row.audience,
    firstDay: dayOf(row.firstDay),
    lastDay: dayOf(row.lastDay),
    applyBy,
    isOpen: row.state === "published" && applyBy >= civilDateOf(now),
    company: { slug: row.company.slug, name: readProfile(row.company.publishedRevision!.profile).name },
  };
}
