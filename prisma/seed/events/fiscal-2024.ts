import type { SeedCompany } from "../companies/companies.ts";
import type { TownRows } from "../rows.ts";
import {
  addCompanyVisit,
  addDiscoveryFair,
  addFair,
  addInformationFair,
  addOutreach,
  addSeminar,
  addVisitTour,
} from "./kinds.ts";
import { TEXTS } from "./texts.ts";

/** Fiscal 2024: the figures of the yearly sheet, and what followed after its date of 31 January 2025. */
export function addFiscal2024(rows: TownRows, companies: readonly SeedCompany[]): void {
  addFair(rows, companies, {
    key: "2024-06-fair",
    title: "就職企業説明会in一関",
    date: "2024-06-07",
    booths: 51,
    people: { student: 42, guardian: 9, other: 19 },
  });
  addFair(rows, companies, {
    key: "2025-03-fair",
    title: "ジモト×シゴト×ミライ 就職企業説明会in一関",
    date: "2025-03-08",
    booths: 40,
    people: { student: 34, guardian: 8, other: 16 },
  });
  addInformationFair(rows, companies, {
    key: "2024-information-fair",
    title: "第16回地域企業情報ガイダンス",
    date: "2024-10-19",
    asked: 73,
    selected: 44,
    people: { student: 123, guardian: 12, company: 93, teacher: 8 },
  });
  addCompanyVisit(rows, companies, {
    key: "2024-company-visit",
    title: "地域企業見学会",
    date: "2024-11-07",
    groups: [
      ["機械・知能系 2年", 36, 2],
      ["電気・電子系 2年", 35, 2],
      ["情報・ソフトウェア系 2年", 37, 2],
      ["化学・バイオ系 2年", 33, 2],
    ],
  });
  addDiscoveryFair(rows, companies, {
    key: "2024-11-28-discovery-fair",
    date: "2024-11-28",
    venue: "arena",
    schools: [
      ["千厩高等学校", 64],
      ["一関学院高等学校", 58],
      ["一関修紅高等学校", 49],
    ],
  });
  addDiscoveryFair(rows, companies, {
    key: "2024-11-29-discovery-fair",
    date: "2024-11-29",
    venue: "arena",
    schools: [["一関工業高等学校", 99]],
  });
  addDiscoveryFair(rows, companies, {
    key: "2025-01-23-discovery-fair",
    date: "2025-01-23",
    venue: "plaza",
    schools: [
      ["一関第二高等学校", 22],
      ["花泉高等学校", 13],
    ],
  });
  addVisitTour(rows, companies, {
    key: "2025-01-visit-tour",
    date: "2025-01-16",
    schools: [
      ["一関工業高等学校", 2],
      ["花泉高等学校", 2],
      ["大東高等学校", 2],
    ],
    stops: 4,
  });
  addSeminar(rows, {
    key: "2024-04-seminar",
    title: "新入社員向けセミナー",
    summary: TEXTS.newcomers,
    date: "2024-04-26",
    people: 19,
  });
  addSeminar(rows, {
    key: "2024-07-seminar",
    title: "若手社員向けセミナー",
    summary: TEXTS.young,
    date: "2024-07-30",
    people: 24,
  });
  addSeminar(rows, {
    key: "2025-02-seminar",
    title: "人財育成担当者向けセミナー",
    summary: TEXTS.trainers,
    date: "2025-02-18",
    people: 18,
  });
  addOutreach(rows, {
    key: "2024-10-outreach",
    title: "いわて就職マッチングフェアin県南 一関市ブース",
    date: "2024-10-05",
    venue: "kitakami",
    people: { student: 2, other: 3 },
  });
  addOutreach(rows, {
    key: "2024-11-outreach",
    title: "いわて就職マッチングフェアIV 一関市ブース",
    date: "2024-11-16",
    venue: "takizawa",
    people: { student: 1, other: 1 },
  });
  addOutreach(rows, {
    key: "2025-01-outreach",
    title: "岩手県UIJターン就職フェアin仙台 一関市ブース",
    date: "2025-01-18",
    venue: "sendai",
    people: { student: 3, other: 3 },
  });
}
