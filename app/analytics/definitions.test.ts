import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { MEASURES } from "./registry.ts";

/**
 * What each version of each measure says that it counts, as a digest. Whoever changes the words of a definition, its unit
 * or its parameters changes what published figures mean: that is a new version, and the old line stays as it is.
 */
const DEFINITIONS: Readonly<Record<string, string>> = {
  "booth-visits@1": "8344bd292708",
  "chosen-event-booths@1": "b31d51f11837",
  "chosen-event-participants@1": "ed592bb0b0be",
  "chosen-events-held@1": "fdc0de311d00",
  "company-hires@1": "bff9cd639dfc",
  "company-visit-participants@1": "1b2da5f0fc38",
  "company-visit-stops@1": "3cd37c7a7184",
  "company-visits-held@1": "c636ffe42162",
  "contact-before-placement@1": "cb5e815e6a71",
  "discovery-fair-booths@1": "7d00375bb7f7",
  "discovery-fair-students@1": "c1f67b50c0fd",
  "discovery-fairs-held@1": "06b912bf291c",
  "event-participants@1": "8f0a9ad9d32f",
  "event-registrations@1": "b141415b329d",
  "events-held@1": "33e29f941aea",
  "fair-booths@1": "5242ee116ed2",
  "fair-participants@1": "80fca6520a1a",
  "first-time-people-placed@1": "e1d15a3e9fbc",
  "guidance-fairs-held@1": "0e3201b07abe",
  "hires-by-route@1": "3ff7cb987ef5",
  "information-fair-booths@1": "ef92f7f016d1",
  "information-fair-participants@1": "fcfb706affe0",
  "information-fairs-held@1": "bd0919e21c06",
  "internship-companies@1": "6d9fcb8bddb2",
  "internship-participants@1": "114646491757",
  "internship-person-times@1": "c098ec91ef7f",
  "internship-subsidy-companies@1": "489a40eb2c68",
  "internship-subsidy-people@1": "944f6c5f452a",
  "job-cafe-consultations@1": "9f968c6b0664",
  "job-cafe-first-time-people@1": "c252919507c4",
  "job-cafe-people-placed@1": "82b5fa829775",
  "job-cafe-placements@1": "81f7a1971628",
  "job-cafe-registrations@1": "6c57d0c44d35",
  "june-fair-booths@1": "33a1020873c5",
  "june-fair-participants@1": "11f3da93b8dc",
  "local-employment-rate@1": "843b118818cf",
  "manufacturing-directory@1": "48f96002f753",
  "march-fair-booths@1": "9f87023ad3e3",
  "march-fair-participants@1": "3400730b87d8",
  "newsletter-readers@1": "d47e32d7c636",
  "online-guidance-participants@1": "1e3f58fb4c1c",
  "outreach-booth-visitors@1": "34cf23d9ff44",
  "page-views@1": "eb37aeb0960e",
  "people-placed@1": "eee17cae3710",
  "published-internships@1": "19e04c19e118",
  "registered-companies@1": "180bd24ff0dd",
  "retention-12-months@1": "13ab94e4d186",
  "retention-36-months@1": "a89f42ba5570",
  "retention-6-months@1": "be2c062a04cb",
  "retention-estimate-12-months@1": "f54e41121d9a",
  "retention-estimate-36-months@1": "8a176485e998",
  "retention-estimate-6-months@1": "0b76304eeeec",
  "search-demand@1": "446ead199759",
  "searches-without-result@1": "6242d96f2585",
  "seminar-participants@1": "2dc098f8e254",
  "seminars-held@1": "9cd68a109d42",
  "support-station-consultations@1": "225fec470b24",
  "support-station-first-time-people@1": "d6c733f38f37",
  "support-station-people-placed@1": "5ade6d329d93",
  "support-station-placements@1": "ed72b9f552e7",
  "support-station-registrations@1": "8f9fa2a730ac",
  "training-subsidy-companies@1": "86881caba17b",
  "training-subsidy-graduates@1": "8764da394765",
  "training-subsidy-people@1": "e17c7cb819c8",
  "training-subsidy-young-people@1": "698516eb4847",
  "visit-tour-participants@1": "d2bf8e434a1c",
  "visit-tours-held@1": "453d3ce73ad6",
};

test("a definition that has been published is never changed: a change is a new version", () => {
  const said = MEASURES.map((measure) => {
    const { key, version } = measure;
    const ordered = Object.entries(measure)
      .filter(([name]) => !["key", "version", "compute", "needs"].includes(name))
      .toSorted(([a], [b]) => a.localeCompare(b));
    return [
      `${key}@${version}`,
      createHash("sha256").update(JSON.stringify(ordered)).digest("hex").slice(0, 12),
    ];
  });
  expect(Object.fromEntries(said)).toEqual(DEFINITIONS);
});
