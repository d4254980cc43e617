import { areaOfAddress } from "./rules.ts";

/** Why a company has no corporate number of its own to give; the words are in app/locales/ja/company-registration.ts. */
export const NO_NUMBER_REASONS = ["sole-trader", "branch"] as const;
export type NoNumberReason = (typeof NO_NUMBER_REASONS)[number];

/** The version of the terms of listing that an applicant agrees to. A new wording gets a new version. */
export const TERMS_VERSION = "2026-11";

/** Reasons to return or decline a registration that staff choose from. */
export const REGISTRATION_REASONS = [
  "corporate-number",
  "name",
  "address",
  "contact",
  "duplicate",
  "not-local",
  "not-a-business",
] as const;
export type RegistrationReason = (typeof REGISTRATION_REASONS)[number];

export type RegistrationState = "submitted" | "returned" | "approved" | "declined";

/** Whether the applicant may correct and send again; what staff look at right now stays as it is. */
export function mayCorrect(state: RegistrationState): boolean {
  return state === "returned" || state === "declined";
}

/** The first draft of a profile, from what the applicant said about the company. */
export function draftOfRegistration(facts: {
  companyName: string;
  companyKana: string;
  address: string;
  phone: string;
  contactDepartment: string;
}): Record<string, string> {
  return {
    name: facts.companyName,
    nameKana: facts.companyKana,
    address: facts.address,
    area: areaOfAddress(facts.address),
    phone: facts.phone,
    contactDepartment: facts.contactDepartment,
  };
}
