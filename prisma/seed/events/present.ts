import { isManufacturing } from "#app/domain/companies/rules.ts";
import { addDays } from "#app/platform/calendar.ts";
import { DEMO_COMPANY } from "../companies/cohorts.ts";
import { publishedOn } from "../companies/companies.ts";
import { onOrAfter, workingDayFrom } from "../days.ts";
import { randomFor } from "../random.ts";
import { addStops, technical } from "./kinds.ts";
import { INFORMATION_FAIR_PLAN } from "./booth-plan.ts";
import { TEXTS } from "./texts.ts";
import { announce, type PresentTown, register, registerSchool, teacherOf } from "./announce.ts";
import { addDepartmentTalk } from "./departments.ts";
import { addOpenToGuests, OPEN_TO_GUESTS } from "./open-to-guests.ts";
import { addBooths } from "./write.ts";

/** The keys of the events around today; ids are made from them (`eventId` in write.ts). */
export const PRESENT = {
  today: "present-today",
  mainFair: "present-main-fair",
  nearlyFull: "present-nearly-full",
  full: "present-full",
  schoolsOnly: "present-schools-only",
  cancelled: "present-cancelled",
  opensNextWeek: "present-opens-next-week",
  online: "present-online",
  informationFair: "present-information-fair",
  planned: "present-planned",
  openToGuests: OPEN_TO_GUESTS,
} as const;

/** Events relative to the day of seeding: every state that a reader can meet. */
export function addPresentEvents(town: PresentTown): void {
  addToday(town);
  addMainFair(town);
  addNearlyFull(town);
  addFull(town);
  addSchoolsOnly(town);
  addOthers(town);
  addDepartmentTalk(town);
  addOpenToGuests(town);
}

/** Open from morning to evening and for registration until five, so that the reception desk can be tried at any hour. */
function addToday(town: PresentTown): void {
  const { people, today } = town;
  const random = randomFor(PRESENT.today);
  const event = announce(
    town,
    {
      key: PRESENT.today,
      kind: "guidanceFair",
      title: "いちのせき しごと相談デー",
      summary:
        "市内の企業12社と就職支援の窓口が一日中相談を受けます。学校や仕事の帰りに、短い時間でも立ち寄ることができます。履歴書の書き方や面接の練習の相談もできます。",
      venue: "plaza",
      date: today,
      from: "09:00",
      to: "21:00",
      opensOn: addDays(today, -20),
      closesOn: today,
      seats: { student: 60, guardian: 20, teacher: 10, other: 40 },
    },
    25,
  );
  const registered = [town.people.demoStudent, ...random.sample(people.students, 23)];
  register(town, event, "student", registered);
  register(town, event, "guardian", random.sample(people.guardians, 5));
  register(town, event, "other", random.sample(people.jobSeekers, 6));
  addBooths(town.rows, event, {
    companies: publishedOn(town.companies, addDays(today, -60)),
    selected: 12,
    declined: 1,
    attended: false,
    surely: [DEMO_COMPANY],
    today,
  });
}

function addMainFair(town: PresentTown): void {
  const { people, today, companies } = town;
  const random = randomFor(PRESENT.mainFair);
  const date = onOrAfter(addDays(today, 18), 6);
  const event = announce(
    town,
    {
      key: PRESENT.mainFair,
      kind: "guidanceFair",
      title: "ジモト×シゴト×ミライ 就職ガイダンスin一関",
      guestRegistration: true,
      venue: "arena",
      date,
      opensOn: addDays(today, -12),
      closesOn: addDays(date, -1),
      seats: { student: 300, guardian: 100, teacher: 40, other: 80 },
    },
    16,
  );
  addBooths(town.rows, event, {
    companies: publishedOn(companies, addDays(today, -60)),
    selected: 46,
    declined: 7,
    applied: 3,
    attended: false,
    surely: [DEMO_COMPANY],
    today,
  });
  register(town, event, "student", random.sample(people.students, 38));
  register(town, event, "guardian", random.sample(people.guardians, 9));
  register(town, event, "other", random.sample(people.jobSeekers, 7));
  registerSchool(town, event, teacherOf(town, "ichinoseki-shuko"), { student: 28, teacher: 2 });
}

function addNearlyFull(town: PresentTown): void {
  const { people, today } = town;
  const event = announce(
    town,
    {
      key: PRESENT.nearlyFull,
      kind: "visitTour",
      title: "金型と半導体の工場を見る 企業見学バスツアー",
      venue: "cityHall",
      date: workingDayFrom(addDays(today, 9)),
      opensOn: addDays(today, -12),
      seats: { student: 20, guardian: 10 },
    },
    15,
  );
  const random = randomFor(PRESENT.nearlyFull);
  const makers = publishedOn(town.companies, addDays(today, -60)).filter(
    ({ industryCode }) => industryCode === "26" || industryCode === "28",
  );
  addStops(town.rows, event, random.sample(makers, 4));
  register(town, event, "student", random.sample(people.students, 18));
  register(town, event, "guardian", random.sample(people.guardians, 3));
}

function addFull(town: PresentTown): void {
  const { people, today } = town;
  const event = announce(
    town,
    {
      key: PRESENT.full,
      kind: "visitTour",
      title: "ソフトウェア開発の現場を訪ねる 企業見学会",
      venue: "cityHall",
      date: workingDayFrom(addDays(today, 12)),
      opensOn: addDays(today, -14),
      seats: { student: 16, other: 8 },
    },
    18,
  );
  const random = randomFor(PRESENT.full);
  const software = publishedOn(town.companies, addDays(today, -60)).filter(
    ({ industryCode }) => industryCode === "39",
  );
  addStops(town.rows, event, random.sample(software, 3));
  register(town, event, "student", random.sample(people.students, 21), 5);
  register(town, event, "other", random.sample(people.jobSeekers, 4));
}

function addSchoolsOnly(town: PresentTown): void {
  const { today, companies } = town;
  const date = onOrAfter(addDays(today, 26), 4);
  const event = announce(
    town,
    {
      key: PRESENT.schoolsOnly,
      kind: "discoveryFair",
      title: "いちのせきしごと発見フェア(高校2年生)",
      venue: "arena",
      audience: "schools",
      date,
      opensOn: addDays(today, -10),
      closesOn: addDays(date, -6),
      seats: { student: 260, teacher: 20 },
    },
    14,
  );
  addBooths(town.rows, event, {
    companies: publishedOn(companies, addDays(today, -60)),
    selected: 10,
    declined: 4,
    attended: false,
    surely: [DEMO_COMPANY],
    today,
  });
  registerSchool(town, event, teacherOf(town, "senmaya"), { student: 58, teacher: 3 });
  registerSchool(town, event, teacherOf(town, "daito"), { student: 34, teacher: 2 });
}

function addOthers(town: PresentTown): void {
  const { people, today, companies } = town;
  const cancelled = announce(
    town,
    {
      key: PRESENT.cancelled,
      kind: "seminar",
      title: "面接の受け方セミナー",
      summary: "就職を目指す人が、面接で聞かれることと答え方を練習するセミナーです。",
      venue: "plaza",
      date: workingDayFrom(addDays(today, 6)),
      state: "cancelled",
      stateNote: "講師の都合により中止します。お申し込みの方には、次の開催が決まりしだいお知らせします。",
      seats: { student: 24, other: 12 },
    },
    19,
  );
  register(town, cancelled, "student", people.students.slice(0, 6));
  announce(
    town,
    {
      key: PRESENT.opensNextWeek,
      kind: "guidanceFair",
      title: "春の就職ガイダンスin千厩",
      venue: "senmaya",
      date: onOrAfter(addDays(today, 44), 6),
      opensOn: addDays(today, 7),
      seats: { student: 120, guardian: 40, teacher: 20, other: 40 },
      boothOffer: {
        limit: 24,
        opensOn: addDays(today, -1),
        closesOn: addDays(today, 16),
        note: "千厩・室根・東山・川崎の生徒と、地元に戻りたい方が多く来ます。説明の時間は1回15分です。",
      },
    },
    2,
  );
  const online = announce(
    town,
    {
      key: PRESENT.online,
      kind: "onlineGuidance",
      title: "オンライン就職ガイダンス 一関で働くということ",
      venue: "online",
      onlineUrl: "https://meet.example/ichinoseki-guidance",
      date: workingDayFrom(addDays(today, 5)),
      previousDate: workingDayFrom(addDays(today, 2)),
      guestRegistration: true,
      opensOn: addDays(today, -13),
      seats: { student: 100, guardian: 50, other: 50 },
    },
    16,
  );
  register(town, online, "student", [people.demoStudent, ...people.students.slice(20, 37)]);
  register(town, online, "other", people.jobSeekers.slice(0, 4));
  const fairDate = onOrAfter(addDays(today, 70), 6);
  const informationFair = announce(
    town,
    {
      key: PRESENT.informationFair,
      kind: "informationFair",
      title: "地域企業情報ガイダンス 冬の回",
      venue: "kosen",
      audience: "schools",
      date: fairDate,
      opensOn: addDays(today, 20),
      seats: { student: 260, guardian: 30, teacher: 20 },
      boothOffer: {
        limit: INFORMATION_FAIR_PLAN.limit,
        opensOn: addDays(today, -30),
        closesOn: addDays(today, -2),
        note: "学科ごとに回る時間を分けます。どの学科の学生に会いたいかを、申込で選んでください。",
      },
    },
    9,
  );
  const candidates = technical(publishedOn(companies, addDays(today, -60)));
  const others = candidates.filter(({ industryCode }) => !isManufacturing(industryCode));
  addBooths(town.rows, informationFair, {
    companies: candidates,
    selected: 0,
    applied: 72,
    attended: false,
    surely: [DEMO_COMPANY, ...others.map(({ slug }) => slug)],
    today,
  });
  announce(
    town,
    {
      key: PRESENT.planned,
      kind: "seminar",
      title: "人財育成担当者向けセミナー",
      summary: TEXTS.trainers,
      venue: "plaza",
      date: workingDayFrom(addDays(today, 90)),
      state: "planned",
    },
    1,
  );
}
