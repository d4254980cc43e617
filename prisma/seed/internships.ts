import { addDays, type CivilDate } from "#app/platform/calendar.ts";
import type { SentenceGroup } from "./companies/sentences.ts";
import { DEMO_COMPANY } from "./companies/cohorts.ts";
import { publishedOn, type SeedCompany } from "./companies/companies.ts";
import { INDUSTRY_WORDS } from "./companies/industry-words.ts";
import { dateColumn, officeHour, onOrAfter, workingDayFrom } from "./days.ts";
import { personKey, stableId } from "./ids.ts";
import { type Random, randomFor } from "./random.ts";
import type { TownRows } from "./rows.ts";

type Kind = {
  type: "type1" | "type2" | "type3" | "type4" | "schoolWorkExperience";
  days: readonly number[];
  audience: readonly ("highSchool" | "kosen" | "juniorCollege" | "university" | "vocational")[];
  title: (subject: string, days: number) => string;
  summary: string;
  pay: readonly string[];
  howToApply: string;
};

const NIGHTS = "市外から参加する学生には、市の助成金(交通費・宿泊費)が使える場合があります。";

/**
 * The four types of the three-ministry agreement of 2022 and the high schools' work experience. Only types 3 and 4 are
 * called インターンシップ; type 3 lasts five days or more, more than half of them at the workplace, in the long holidays.
 */
const KINDS: readonly Kind[] = [
  {
    type: "type1",
    days: [1],
    audience: ["kosen", "juniorCollege", "university", "vocational"],
    title: (subject) => `${subject}の会社を知る オープン・カンパニー`,
    summary:
      "会社の説明と職場の見学、若手社員との座談会を半日で行います。作業の体験はありません。学年や学科を問わず参加でき、採用の選考には使いません。",
    pay: ["無給(昼食を用意します)", "無給"],
    howToApply: "この画面の問合せ先へ、電話または会社のウェブサイトからお申し込みください。",
  },
  {
    type: "type2",
    days: [1, 2, 3],
    audience: ["kosen", "juniorCollege", "university"],
    title: (subject, days) => `${subject}の仕事体験 ${days}日間`,
    summary:
      "社員の横で仕事の一部を体験し、最後に気付いたことを話し合う教育の場です。学年を問わず参加でき、採用の選考には使いません。",
    pay: ["無給(交通費の実費を支給します)"],
    howToApply: "会社のウェブサイトからお申し込みください。学校を通した申込みも受け付けます。",
  },
  {
    type: "type3",
    days: [5, 5, 6, 10],
    audience: ["kosen", "university"],
    title: (subject, days) => `${subject}のインターンシップ ${days}日間`,
    summary:
      "期間の6割を職場で過ごし、社員の指導を受けながら課題に取り組みます。最終日に発表を行い、指導した社員が良かった点と次の課題を伝えます。夏季または春季の休業期間に行います。得た情報は、参加した方の同意を得たうえで、広報活動の開始後に採用の案内に使うことがあります。",
    pay: ["1日あたり5,000円の手当と交通費の実費を支給します", "交通費の実費と昼食を支給します"],
    howToApply: `会社のウェブサイトからお申し込みください。書類は参加申込書のみで、面談を一度行います。${NIGHTS}`,
  },
  {
    type: "type4",
    days: [20],
    audience: ["university"],
    title: (subject) => `${subject}の研究開発インターンシップ(大学院生向け)`,
    summary:
      "大学院生が自分の専門を生かし、一か月にわたり開発の課題に取り組みます。研究テーマは事前の面談で決めます。",
    pay: ["時給1,250円、交通費と宿泊費を支給します"],
    howToApply: `大学院の窓口を通してお申し込みください。${NIGHTS}`,
  },
  {
    type: "schoolWorkExperience",
    days: [2, 3],
    audience: ["highSchool"],
    title: (subject, days) => `高校生の就業体験 ${subject} ${days}日間`,
    summary:
      "高校が行うキャリア教育として受け入れます。安全な作業を選び、9時から15時まで社員が付き添います。採用の選考とは関係ありません。",
    pay: ["無給(学校の教育活動のため)"],
    howToApply: "学校を通してお申し込みください。生徒や保護者の方から会社への直接の連絡は必要ありません。",
  },
];

const WORDS: Partial<Record<SentenceGroup, string>> = {
  metal: "金属加工",
  machine: "機械づくり",
  precision: "精密加工",
  electronics: "電子部品づくり",
  plastic: "樹脂成形",
  vehicle: "自動車部品づくり",
  food: "食品づくり",
  drink: "酒づくり",
  wood: "木材加工",
  textile: "縫製",
  paper: "印刷と包装",
  stone: "コンクリートと焼きもの",
  build: "施工管理",
  it: "プログラミング",
  move: "物流",
  trade: "店づくり",
  office: "相談業務",
  survey: "測量と設計",
  stay: "おもてなし",
  care: "介護と保育",
  medical: "医療",
  green: "資源循環",
  garage: "自動車整備",
  farm: "農業",
};

/** Some forty offers of the last year and the next months, some open now, and the one that took part with a subsidy in fiscal 2024. */
export function addInternships(rows: TownRows, companies: readonly SeedCompany[], today: CivilDate): void {
  const random = randomFor("internships");
  const likely = publishedOn(companies, addDays(today, -120)).filter(
    ({ slug, profile }) => slug !== DEMO_COMPANY && (profile.employeeCount ?? 0) >= 12,
  );
  const hosts = random.sample(likely, 38);
  const demo = companies.find(({ slug }) => slug === DEMO_COMPANY)!;
  const shares = [0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 4, 4, 4];
  hosts.forEach((host, at) => {
    const kind = KINDS[shares[at % shares.length]!]!;
    const opensAhead = at % 2 === 0 || at % 7 === 3;
    addInternship(rows, host, kind, {
      key: `${host.slug}/${at}`,
      firstDay: firstDayFor(kind, today, opensAhead, random),
      today,
      random,
    });
  });
  addInternship(rows, demo, KINDS[2]!, { key: "demo/type3", firstDay: nextHoliday(today), today, random });
  addInternship(rows, demo, KINDS[4]!, {
    key: "demo/school",
    firstDay: firstDayFor(KINDS[4]!, today, true, random),
    today,
    random,
  });
  const past = addInternship(rows, demo, KINDS[2]!, {
    key: "demo/2024",
    firstDay: "2024-08-19",
    today,
    random,
  });
  rows.internshipParticipation.push({
    id: stableId("participation", "2024"),
    internshipId: past,
    personKey: personKey("internship/2024/1"),
    schoolKind: "university",
    startedOn: dateColumn("2024-08-19"),
    reportedAt: officeHour(random, "2024-09-06"),
  });
}

/** Type 3 lies in the long holidays; the others on a weekday in the coming or the last months. */
function firstDayFor(kind: Kind, today: CivilDate, ahead: boolean, random: Random): CivilDate {
  if (kind.type === "type3" || kind.type === "type4") return ahead ? nextHoliday(today) : lastHoliday(today);
  const day = onOrAfter(addDays(today, ahead ? random.int(30, 75) : -random.int(30, 160)), random.int(1, 3));
  // Nobody is there over New Year and in the middle of August.
  const [year, monthAndDay] = [Number(day.slice(0, 4)), day.slice(5)];
  if (monthAndDay >= "12-24") return onOrAfter(`${year + 1}-01-12`, 2);
  if (monthAndDay <= "01-08") return onOrAfter(`${year}-01-12`, 2);
  if (monthAndDay >= "08-08" && monthAndDay <= "08-18") return onOrAfter(`${year}-08-19`, 2);
  return workingDayFrom(day);
}

/** The Monday of the next spring or summer holidays that is at least four weeks away. */
export function nextHoliday(today: CivilDate): CivilDate {
  const year = Number(today.slice(0, 4));
  const starts = [`${year}-02-15`, `${year}-08-17`, `${year + 1}-02-15`, `${year + 1}-08-17`].map((date) =>
    onOrAfter(date, 1),
  );
  return starts.find((date) => date >= addDays(today, 28))!;
}

/** The Monday of the last spring or summer holidays. */
function lastHoliday(today: CivilDate): CivilDate {
  const year = Number(today.slice(0, 4));
  const starts = [`${year}-08-17`, `${year}-02-15`, `${year - 1}-08-17`].map((date) => onOrAfter(date, 1));
  return starts.find((date) => date <= addDays(today, -30))!;
}

function addInternship(
  rows: TownRows,
  company: SeedCompany,
  kind: Kind,
  offer: { key: string; firstDay: CivilDate; today: CivilDate; random: Random },
): string {
  const { random, firstDay } = offer;
  const days = random.pick(kind.days);
  const { group } = INDUSTRY_WORDS.get(company.industryCode)!;
  const subject = WORDS[group] ?? "ものづくり";
  // Five working days to a week.
  const lastDay = addDays(firstDay, days - 1 + 2 * Math.floor((days - 1) / 5));
  const id = stableId("internship", offer.key);
  const announced = [
    addDays(firstDay, -random.int(85, 110)),
    addDays(offer.today, -random.int(3, 30)),
  ].toSorted();
  const publishedAt = officeHour(random, announced[0]!);
  rows.internship.push({
    id,
    companyId: company.id,
    type: kind.type,
    title: kind.title(subject, days),
    summary: `${kind.summary}${group === "it" ? "" : "安全靴や作業着は会社で用意します。"}`,
    place: company.profile.address,
    area: company.profile.area,
    days,
    capacity: kind.type === "type1" ? random.int(10, 20) : random.int(2, 6),
    audience: [...kind.audience],
    pay: random.pick(kind.pay),
    insurance:
      kind.type === "schoolWorkExperience"
        ? "学校が加入する保険によります。"
        : "会社が傷害保険と賠償責任保険に加入します。",
    howToApply: kind.howToApply,
    firstDay: dateColumn(firstDay),
    lastDay: dateColumn(lastDay),
    applyBy: dateColumn(addDays(firstDay, -random.int(12, 20))),
    state: "published",
    publishedAt,
    createdAt: publishedAt,
  });
  return id;
}
