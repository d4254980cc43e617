import type { PublishedCompany } from "./store.server.ts";

/**
 * The company in the words of schema.org, for search engines: who it is and where. No job posting: high-school leavers
 * apply through their school, and the portal shows no vacancies.
 */
export function companyStructuredData(
  { slug, corporateNumber, profile }: Pick<PublishedCompany, "slug" | "corporateNumber" | "profile">,
  site: { origin: string },
): object {
  const page = `${site.origin}/companies/${slug}`;
  const otherNames = [...new Set([...profile.aliases, ...profile.formerNames])];
  return {
    "@context": "https://schema.org",
    "@type": "Organization",
    "@id": page,
    name: profile.name,
    alternateName: otherNames.length > 0 ? otherNames : undefined,
    description: profile.catchphrase || profile.description,
    url: profile.website || page,
    mainEntityOfPage: page,
    telephone: profile.phone,
    address: addressOf(profile),
    location:
      profile.establishments.length > 0
        ? profile.establishments.map((establishment) => ({
            "@type": "Place",
            name: establishment.name,
            address: addressOf(establishment),
          }))
        : undefined,
    identifier: corporateNumber
      ? { "@type": "PropertyValue", propertyID: "法人番号", value: corporateNumber }
      : undefined,
    foundingDate: profile.foundedYear === null ? undefined : String(profile.foundedYear),
    numberOfEmployees:
      profile.employeeCount === null
        ? undefined
        : { "@type": "QuantitativeValue", value: profile.employeeCount },
  };
}

function addressOf({ postalCode, address }: { postalCode: string; address: string }) {
  return { "@type": "PostalAddress", postalCode, streetAddress: address, addressCountry: "JP" };
}
