import { addCompanyHires } from "./employment/company-hires.ts";
import { addConsentingHires } from "./employment/consenting-hires.ts";
import { addInternshipTakers } from "./employment/internship-takers.ts";
import { addJobCafe } from "./employment/job-cafe.ts";
import type { EmploymentParts } from "./employment/placements.ts";
import { addSchoolOutcomes } from "./employment/school-outcomes.ts";
import { addSupportStation } from "./employment/support-station.ts";
import type { People } from "./accounts/accounts.ts";

/**
 * Support programmes and their placements, what companies told about their hires and who stayed, what schools counted,
 * and a few hires of people who agreed that their contacts on the portal are read with them, and who took part in internships.
 */
export function addEmployment(parts: EmploymentParts & { people: People }): void {
  addJobCafe(parts);
  addSupportStation(parts);
  addCompanyHires(parts);
  addSchoolOutcomes(parts);
  addConsentingHires(parts);
  addInternshipTakers(parts);
}
