import type { EventTarget } from "#app/domain/events/audience.rules.ts";
import type { EventKind } from "#app/domain/events/rules.ts";

/** Whom each kind of event is usually meant for; an empty list is everybody. */
export const TARGETS: Record<EventKind, EventTarget[]> = {
  guidanceFair: [],
  informationFair: ["highSchool", "kosen", "guardian", "teacher"],
  companyVisit: ["kosen"],
  discoveryFair: ["highSchool"],
  visitTour: ["highSchool", "kosen", "university"],
  seminar: [],
  onlineGuidance: ["university", "jobSeeker", "guardian"],
  outreachBooth: ["university", "jobSeeker"],
};

type Organiser = { organizer: string; contactName: string; contactPhone: string };

// Exchanges that begin with 0 belong to nobody.
const OFFICE = { contactName: "一関市 商工労働部 工業労政課(デモ)", contactPhone: "0191-00-2110" };

/** Who holds each kind of event and whom to ask. */
export const ORGANISERS: Record<EventKind, Organiser> = {
  guidanceFair: { organizer: "一関市、一関地域雇用推進協議会(デモ)", ...OFFICE },
  informationFair: {
    organizer: "一関市、一関高専、地域産業振興会(デモ)",
    contactName: "地域企業情報ガイダンス事務局(デモ)",
    contactPhone: "0191-00-2120",
  },
  companyVisit: { organizer: "一関市、一関高専(デモ)", ...OFFICE },
  discoveryFair: { organizer: "", ...OFFICE },
  visitTour: { organizer: "", ...OFFICE },
  seminar: {
    organizer: "一関市、一関しごと相談窓口(デモ)",
    contactName: "一関しごと相談窓口(デモ)",
    contactPhone: "0191-00-2130",
  },
  onlineGuidance: { organizer: "", ...OFFICE },
  outreachBooth: {
    organizer: "岩手県ほか(デモ)",
    contactName: "一関市 移住定住の窓口(デモ)",
    contactPhone: "0191-00-2140",
  },
};
