import type { CivilDate } from "#app/platform/calendar.ts";
import type { CompanyProfile } from "../companies/schema.ts";
import { checkWording, type WordingFinding } from "./rules.ts";

/** Fields in which a company writes about its work; the others are names, places, numbers and boxes to tick. */
const WRITTEN = [
  "catchphrase",
  "description",
  "dayAtWork",
  "visiting",
  "products",
  "technologies",
  "equipment",
  "contactDepartment",
  "workingHours",
  "holidays",
  "commute",
  "training",
  "certificationSupport",
] as const satisfies readonly (keyof CompanyProfile)[];

const PARAGRAPH = "\n\n";

/** The texts of a profile that a company writes, by field; lists as paragraphs. */
export function writtenTexts(profile: CompanyProfile): Record<string, string> {
  return Object.fromEntries(
    WRITTEN.map((field) => {
      const value = profile[field];
      return [field, typeof value === "string" ? value : value.join(PARAGRAPH)] as const;
    }),
  );
}

/** What the text checker says about the texts of a profile that readers see. */
export function profileFindings(profile: CompanyProfile, on: CivilDate): WordingFinding[] {
  const photos = profile.photos.map(({ alt }) => alt).join(PARAGRAPH);
  const { name, aliases, formerNames, establishments } = profile;
  return checkWording(
    { ...writtenTexts(profile), photos },
    { on, names: [name, ...aliases, ...formerNames, ...establishments.map((place) => place.name)] },
  );
}
