import { industryOf } from "../companies/rules.ts";
import type { CompanyProfile } from "../companies/schema.ts";

/** What search reads of an industry: its code, its name, and the words that young people use. */
export function industryFacts({ industryCode }: Pick<CompanyProfile, "industryCode">) {
  const industry = industryOf(industryCode);
  return { industryCode, industryName: industry?.name ?? "", industryWords: [...(industry?.words ?? [])] };
}

/** What search reads of a company's profile. */
export function profileFacts(profile: CompanyProfile) {
  const { name, nameKana, area, products, technologies, benefits, certifications, departments } = profile;
  return {
    name,
    nameKana,
    aliases: [...profile.aliases, ...profile.formerNames],
    ...industryFacts(profile),
    area,
    products,
    technologies,
    benefits,
    certifications,
    departments,
    employeeCount: profile.employeeCount,
    description: [profile.catchphrase, profile.description, profile.dayAtWork].filter(Boolean).join("\n"),
  };
}
