import { z } from "zod";
import { companyProfileSchema } from "../companies/schema.ts";
import { profileLabels } from "#app/locales/ja/companies.ts";
import { openDataWords as words } from "#app/locales/ja/open-data.ts";

/**
 * What the open data says, as schemas from which the OpenAPI file is made. Facts of a profile follow the profile's own
 * schema with its field names; only what reads differently outside (photographs, the industry, days) is written here.
 */
const {
  photos: _photos,
  industryCode: _industryCode,
  industryEdition: _industryEdition,
  asOf: _asOf,
  termsAsOf: _termsAsOf,
  ...profileFacts
} = companyProfileSchema.shape;

const { fields } = words;

/** The profile's own fields with their Japanese names as descriptions. */
function described<Shape extends Record<string, z.ZodType>>(shape: Shape): Shape {
  return Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [
      name,
      schema.meta({ description: profileLabels[name as keyof typeof profileLabels] }),
    ]),
  ) as Shape;
}

const photo = z.object({
  alt: z.string().meta({ description: fields.photoAlt }),
  width: z.int().positive(),
  height: z.int().positive(),
  files: z
    .array(z.object({ width: z.int().positive(), url: z.url() }))
    .meta({ description: fields.photoFiles }),
});

export const openCompany = z
  .object({
    id: z.string().meta({ description: fields.id }),
    slug: z.string().meta({ description: fields.slug }),
    url: z.url().meta({ description: fields.url }),
    corporateNumber: z
      .string()
      .regex(/^\d{13}$/)
      .nullable()
      .meta({ description: fields.corporateNumber }),
    firstPublishedAt: z.iso.datetime().meta({ description: fields.firstPublishedAt }),
    updatedAt: z.iso.datetime().meta({ description: fields.updatedAt }),
    confirmedOn: z.iso.date().nullable().meta({ description: fields.confirmedOn }),
    industry: z
      .object({
        code: z.string().meta({ description: fields.industryCode }),
        edition: z.string().meta({ description: fields.industryEdition }),
        name: z.string(),
        words: z.array(z.string()).meta({ description: fields.industryWords }),
      })
      .meta({ description: profileLabels.industryCode }),
    asOf: z.iso.date().meta({ description: profileLabels.asOf }),
    termsAsOf: z.iso.date().nullable().meta({ description: profileLabels.termsAsOf }),
    ...described(profileFacts),
    photos: z.array(photo).meta({ description: fields.photos }),
    manufacturing: z
      .object({ technology: z.string(), equipment: z.string() })
      .nullable()
      .meta({ description: fields.manufacturing }),
  })
  .meta({ description: fields.company });

export type OpenCompany = z.output<typeof openCompany>;

export const licence = z
  .object({ name: z.string(), url: z.url(), attribution: z.string(), note: z.string() })
  .meta({ description: fields.licence });

export const openCompanyList = z
  .object({
    licence,
    total: z.int().nonnegative().meta({ description: fields.total }),
    next: z.url().nullable().meta({ description: fields.next }),
    companies: z.array(openCompany),
  })
  .meta({ description: fields.list });

export const openCompanyAnswer = z
  .object({ licence, company: openCompany })
  .meta({ description: fields.one });

export const problem = z
  .object({
    type: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    titleEn: z.string(),
    detailEn: z.string(),
    parameters: z
      .array(
        z.object({
          name: z.string(),
          reason: z.string(),
          reasonEn: z.string(),
          allowed: z.array(z.string()).optional(),
        }),
      )
      .optional(),
  })
  .meta({ description: fields.problem });
export type Problem = z.output<typeof problem>;
