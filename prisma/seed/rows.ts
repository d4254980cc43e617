import type { Prisma } from "#generated/prisma/client.ts";

/** All rows of the demo town, table by table in an order in which each row finds what it refers to. */
export type TownRows = {
  school: Prisma.SchoolCreateManyInput[];
  department: Prisma.DepartmentCreateManyInput[];
  user: Prisma.UserCreateManyInput[];
  account: Prisma.AccountCreateManyInput[];
  studentProfile: Prisma.StudentProfileCreateManyInput[];
  teacherProfile: Prisma.TeacherProfileCreateManyInput[];
  company: Prisma.CompanyCreateManyInput[];
  companyRevision: Prisma.CompanyRevisionCreateManyInput[];
  companyMember: Prisma.CompanyMemberCreateManyInput[];
  companyImage: Prisma.CompanyImageCreateManyInput[];
  companyRegistration: Prisma.CompanyRegistrationCreateManyInput[];
  manufacturingEntry: Prisma.ManufacturingEntryCreateManyInput[];
  freshnessQuestion: Prisma.FreshnessQuestionCreateManyInput[];
  internship: Prisma.InternshipCreateManyInput[];
  internshipParticipation: Prisma.InternshipParticipationCreateManyInput[];
  event: Prisma.EventCreateManyInput[];
  eventSession: Prisma.EventSessionCreateManyInput[];
  capacityPool: Prisma.CapacityPoolCreateManyInput[];
  visitStop: Prisma.VisitStopCreateManyInput[];
  visitPlace: Prisma.VisitPlaceCreateManyInput[];
  visitOffer: Prisma.VisitOfferCreateManyInput[];
  visitBus: Prisma.VisitBusCreateManyInput[];
  visitGroup: Prisma.VisitGroupCreateManyInput[];
  visitPlan: Prisma.VisitPlanCreateManyInput[];
  eventQuestion: Prisma.EventQuestionCreateManyInput[];
  eventGuest: Prisma.EventGuestCreateManyInput[];
  boothApplication: Prisma.BoothApplicationCreateManyInput[];
  registration: Prisma.RegistrationCreateManyInput[];
  registrationAnswer: Prisma.RegistrationAnswerCreateManyInput[];
  checkIn: Prisma.CheckInCreateManyInput[];
  placement: Prisma.PlacementCreateManyInput[];
  separation: Prisma.SeparationCreateManyInput[];
  employmentQuestion: Prisma.EmploymentQuestionCreateManyInput[];
  employmentAnswer: Prisma.EmploymentAnswerCreateManyInput[];
  placementCode: Prisma.PlacementCodeCreateManyInput[];
  schoolOutcome: Prisma.SchoolOutcomeCreateManyInput[];
  supportReport: Prisma.SupportReportCreateManyInput[];
  subsidy: Prisma.SubsidyCreateManyInput[];
  subsidyGrant: Prisma.SubsidyGrantCreateManyInput[];
  area: Prisma.AreaCreateManyInput[];
  gradeScheme: Prisma.GradeSchemeCreateManyInput[];
  plan: Prisma.PlanCreateManyInput[];
  planNode: Prisma.PlanNodeCreateManyInput[];
  planNodeVersion: Prisma.PlanNodeVersionCreateManyInput[];
  roleShare: Prisma.RoleShareCreateManyInput[];
  indicator: Prisma.IndicatorCreateManyInput[];
  indicatorVersion: Prisma.IndicatorVersionCreateManyInput[];
  targetSet: Prisma.TargetSetCreateManyInput[];
  target: Prisma.TargetCreateManyInput[];
  observation: Prisma.ObservationCreateManyInput[];
  evaluation: Prisma.EvaluationCreateManyInput[];
  periodLock: Prisma.PeriodLockCreateManyInput[];
  subscriber: Prisma.SubscriberCreateManyInput[];
  consentRecord: Prisma.ConsentRecordCreateManyInput[];
  campaign: Prisma.CampaignCreateManyInput[];
  delivery: Prisma.DeliveryCreateManyInput[];
  recruitmentDate: Prisma.RecruitmentDateCreateManyInput[];
  searchDemand: Prisma.SearchDemandCreateManyInput[];
  pageViewDay: Prisma.PageViewDayCreateManyInput[];
  importRun: Prisma.ImportRunCreateManyInput[];
  importRow: Prisma.ImportRowCreateManyInput[];
  figureImport: Prisma.FigureImportCreateManyInput[];
  figureImportRow: Prisma.FigureImportRowCreateManyInput[];
  domainEvent: Prisma.DomainEventCreateManyInput[];
};

export type TableName = keyof TownRows;

export const TABLES = [
  "school",
  "department",
  "user",
  "account",
  "studentProfile",
  "teacherProfile",
  "company",
  "companyRevision",
  "companyMember",
  "companyImage",
  "companyRegistration",
  "manufacturingEntry",
  "freshnessQuestion",
  "internship",
  "internshipParticipation",
  "event",
  "eventSession",
  "capacityPool",
  "visitStop",
  "visitPlace",
  "visitOffer",
  "visitBus",
  "visitGroup",
  "visitPlan",
  "eventQuestion",
  "eventGuest",
  "boothApplication",
  "registration",
  "registrationAnswer",
  "checkIn",
  "placement",
  "separation",
  "employmentQuestion",
  "employmentAnswer",
  "placementCode",
  "schoolOutcome",
  "supportReport",
  "subsidy",
  "subsidyGrant",
  "area",
  "gradeScheme",
  "plan",
  "planNode",
  "planNodeVersion",
  "roleShare",
  "indicator",
  "indicatorVersion",
  "targetSet",
  "target",
  "observation",
  "evaluation",
  "periodLock",
  "subscriber",
  "consentRecord",
  "campaign",
  "delivery",
  "recruitmentDate",
  "searchDemand",
  "pageViewDay",
  "importRun",
  "importRow",
  "figureImport",
  "figureImportRow",
  "domainEvent",
] as const satisfies readonly TableName[];

export function noRows(): TownRows {
  return Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as TownRows;
}
