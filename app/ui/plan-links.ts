import { deskWords as words } from "#app/locales/ja/plan.ts";
import type { Crumb } from "./page.tsx";

/** What every page of the desk says about its plan. */
export type DeskPlace = {
  planId: string;
  planTitle: string;
  year: number;
  isLocked: boolean;
  /** What is recorded of the plan: a form that is sent later than others recorded something says so. */
  basis: string;
};

const part = encodeURIComponent;

/** The addresses of the desk. Ids may hold slashes, so each is one encoded part. */
export const planLinks = {
  desk: ({ planId, year }: Pick<DeskPlace, "planId" | "year">) =>
    `/staff/plan?plan=${part(planId)}&year=${year}`,
  node: (nodeId: string, year: number) => `/staff/plan/nodes/${part(nodeId)}?year=${year}`,
  nodeChange: (nodeId: string, year: number) => `/staff/plan/nodes/${part(nodeId)}/change?year=${year}`,
  nodeEnd: (nodeId: string, year: number) => `/staff/plan/nodes/${part(nodeId)}/end?year=${year}`,
  nodeReturn: (nodeId: string, year: number) => `/staff/plan/nodes/${part(nodeId)}/return?year=${year}`,
  shares: (nodeId: string, year: number) => `/staff/plan/nodes/${part(nodeId)}/shares?year=${year}`,
  evaluation: (nodeId: string, year: number) => `/staff/plan/evaluations/${part(nodeId)}?year=${year}`,
  nodeNew: (place: Pick<DeskPlace, "planId" | "year">, level: string, parentId: string) =>
    `/staff/plan/nodes/new?plan=${part(place.planId)}&year=${place.year}&level=${level}&parent=${part(parentId)}`,
  weights: (place: Pick<DeskPlace, "planId" | "year">, parentId: string) =>
    `/staff/plan/weights?plan=${part(place.planId)}&year=${place.year}&parent=${part(parentId)}`,
  indicator: (indicatorId: string, year: number) =>
    `/staff/plan/indicators/${part(indicatorId)}?year=${year}`,
  indicatorEnd: (indicatorId: string, year: number) =>
    `/staff/plan/indicators/${part(indicatorId)}/end?year=${year}`,
  indicatorReturn: (indicatorId: string, year: number) =>
    `/staff/plan/indicators/${part(indicatorId)}/return?year=${year}`,
  indicatorNew: (place: Pick<DeskPlace, "planId" | "year">, nodeId: string) =>
    `/staff/plan/indicators/new?plan=${part(place.planId)}&year=${place.year}&node=${part(nodeId)}`,
  targets: (place: Pick<DeskPlace, "planId" | "year">, nodeId = "") =>
    `/staff/plan/targets?plan=${part(place.planId)}&year=${place.year}&node=${part(nodeId)}`,
  evaluations: (place: Pick<DeskPlace, "planId" | "year">) =>
    `/staff/plan/evaluations?plan=${part(place.planId)}&year=${place.year}`,
  locks: (place: Pick<DeskPlace, "planId" | "year">) =>
    `/staff/plan/locks?plan=${part(place.planId)}&year=${place.year}`,
  figures: ({ planId }: Pick<DeskPlace, "planId">) => `/staff/indicators?plan=${part(planId)}`,
  papers: ({ planId }: Pick<DeskPlace, "planId">) => `/staff/documents?plan=${part(planId)}`,
  settings: (place: Pick<DeskPlace, "planId" | "year">) =>
    `/staff/plan/settings?plan=${part(place.planId)}&year=${place.year}`,
  history: (place: Pick<DeskPlace, "planId" | "year">) =>
    `/staff/plan/history?plan=${part(place.planId)}&year=${place.year}`,
};

/** Where a page of the desk stands: staff, the plan, and what leads to it. */
export function deskCrumbs(place: DeskPlace, ...further: Crumb[]): Crumb[] {
  return [
    { to: "/staff", label: words.staffHome },
    { to: planLinks.desk(place), label: place.planTitle },
    ...further,
  ];
}
