import type { CivilDate } from "#app/platform/calendar.ts";
import type { SeedCompany } from "../companies/companies.ts";
import type { TownRows } from "../rows.ts";
import {
  addCompanyVisit,
  addFair,
  addInformationFair,
  addOutreach,
  addSeminar,
  addVisitTour,
} from "./kinds.ts";
import { TEXTS } from "./texts.ts";

/** Fiscal 2023: what the sheet's column of the year before gives. */
export function addFiscal2023(rows: TownRows, companies: readonly SeedCompany[]): void {
  addFair(rows, companies, {
    key: "2023-06-fair",
    title: "中東北就職ガイダンスin一関(令和5年6月)",
    date: "2023-06-09",
    booths: 44,
    people: { student: 21, guardian: 4, other: 11 },
  });
  addFair(rows, companies, {
    key: "2024-03-fair",
    title: "中東北就職ガイダンスin一関(令和6年3月)",
    date: "2024-03-09",
    booths: 38,
    people: { student: 15, guardian: 3, other: 7 },
  });
  addInformationFair(rows, companies, {
    key: "2023-information-fair",
    title: "第15回地域企業情報ガイダンス",
    date: "2023-10-21",
    asked: 61,
    selected: 42,
    people: { student: 118, guardian: 9, company: 86, teacher: 8 },
  });
  addCompanyVisit(rows, companies, {
    key: "2023-company-visit",
    title: "地域企業見学会",
    date: "2023-11-09",
    groups: [
      ["機械・知能系 2年", 37, 2],
      ["電気・電子系 2年", 36, 2],
      ["情報・ソフトウェア系 2年", 38, 2],
      ["化学・バイオ系 2年", 35, 2],
    ],
  });
  addVisitTour(rows, companies, {
    key: "2024-01-visit-tour",
    date: "2024-01-18",
    schools: [
      ["一関工業高等学校", 3],
      ["大東高等学校", 3],
    ],
    stops: 4,
  });
  const seminars: [string, string, string, CivilDate, number][] = [
    ["2023-04-seminar", "新入社員向けセミナー", TEXTS.newcomers, "2023-04-28", 22],
    ["2023-07-seminar", "若手社員向けセミナー", TEXTS.young, "2023-07-27", 20],
    ["2023-10-seminar", "若手社員と市長との意見交換会", TEXTS.young, "2023-10-18", 12],
    ["2024-02-seminar", "人財育成担当者向けセミナー", TEXTS.trainers, "2024-02-15", 17],
  ];
  for (const [key, title, summary, date, people] of seminars)
    addSeminar(rows, { key, title, summary, date, people });
  addOutreach(rows, {
    key: "2023-10-outreach",
    title: "いわて就職マッチングフェア(北上会場) 一関市ブース",
    date: "2023-10-07",
    venue: "kitakami",
    people: { student: 8, other: 7 },
  });
  addOutreach(rows, {
    key: "2023-11-outreach",
    title: "いわて就職マッチングフェア(滝沢会場) 一関市ブース",
    date: "2023-11-18",
    venue: "takizawa",
    people: { student: 11, other: 5 },
  });
  addOutreach(rows, {
    key: "2024-01-outreach",
    title: "岩手県UIJターン就職フェア(仙台会場) 一関市ブース",
    date: "2024-01-20",
    venue: "sendai",
    people: { student: 10, other: 8 },
  });
}
