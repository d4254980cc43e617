import type { CivilDate } from "#app/platform/calendar.ts";
import type { CompanyProfile } from "../companies/schema.ts";
import { checkWording, type WordingFinding } from "./rules.ts";

/** What the text checker says about the texts of a profile that readers see. */
export function profileFindings(profile: CompanyProfile, on: CivilDate): WordingFinding[] {
  const { name: _name, photos, ...rest } = profile;
  const texts = Object.entries(rest).flatMap(([field, value]) =>
    typeof value === "string" ? [[field, value] as const] : [],
  );
  return checkWording(Object.fromEntries([...texts, ["photos", photos.map(({ alt }) => alt).join("\n")]]), {
    on,
  });
}
