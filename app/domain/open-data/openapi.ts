import { z } from "zod";
import { openDataWords as words } from "#app/locales/ja/open-data.ts";
import { eventsQuery } from "./event-query.ts";
import { openEvent, openEventAnswer, openEventList } from "./event-representation.ts";
import { companiesQuery } from "./query.ts";
import { openCompany, openCompanyAnswer, openCompanyList, problem } from "./representation.ts";

type JsonObject = Record<string, unknown>;

const REF = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The description of the open data after OpenAPI 3.1, made from the schemas that the answers and the query follow. */
export function openApiDocument(publicUrl: string): JsonObject {
  return {
    openapi: "3.1.0",
    info: {
      title: words.api.title,
      version: "1.0.0",
      description: words.api.description,
      license: { name: words.licence.name, url: words.licence.url },
    },
    servers: [{ url: publicUrl }],
    externalDocs: { url: `${publicUrl}/open-data`, description: words.title },
    paths: {
      "/api/v1/companies": {
        get: {
          operationId: "listCompanies",
          summary: words.api.list,
          parameters: queryParameters(companiesQuery),
          responses: { ...answers("CompanyList", words.fields.list), ...refusals(["400", "429"]) },
        },
      },
      "/api/v1/companies/{slug}": {
        get: {
          operationId: "getCompany",
          summary: words.api.one,
          parameters: [pathParameter("slug", words.fields.slug)],
          responses: { ...answers("CompanyAnswer", words.fields.one), ...refusals(["404", "429"]) },
        },
      },
      "/api/v1/events": {
        get: {
          operationId: "listEvents",
          summary: words.api.listEvents,
          parameters: queryParameters(eventsQuery),
          responses: { ...answers("EventList", words.eventFields.list), ...refusals(["400", "429"]) },
        },
      },
      "/api/v1/events/{id}": {
        get: {
          operationId: "getEvent",
          summary: words.api.oneEvent,
          parameters: [pathParameter("id", words.eventFields.id)],
          responses: { ...answers("EventAnswer", words.eventFields.one), ...refusals(["404", "429"]) },
        },
      },
    },
    components: {
      schemas: componentSchemas(),
      headers: {
        ETag: { description: words.api.etag, schema: { type: "string" } },
        RetryAfter: { description: words.api.retryAfter, schema: { type: "integer" } },
        RateLimit: { description: words.api.rateLimit, schema: { type: "string" } },
      },
    },
  };
}

/**
 * Objects are not closed, so that no client breaks when a field is added; patterns are left out where a format says the
 * same or where they use Unicode properties, which few readers of such files know.
 */
const OPTIONS = {
  io: "output",
  override: ({ jsonSchema }: { jsonSchema: JsonObject }) => {
    if (jsonSchema["additionalProperties"] === false) delete jsonSchema["additionalProperties"];
    const { pattern, format } = jsonSchema;
    if (typeof pattern === "string" && (format !== undefined || pattern.includes("\\p{")))
      delete jsonSchema["pattern"];
  },
} as const;

function componentSchemas(): JsonObject {
  const registry = z.registry<{ id: string }>();
  registry.add(openCompany, { id: "Company" });
  registry.add(openCompanyList, { id: "CompanyList" });
  registry.add(openCompanyAnswer, { id: "CompanyAnswer" });
  registry.add(openEvent, { id: "Event" });
  registry.add(openEventList, { id: "EventList" });
  registry.add(openEventAnswer, { id: "EventAnswer" });
  registry.add(problem, { id: "Problem" });
  const { schemas } = z.toJSONSchema(registry, { ...OPTIONS, uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _draft, $id: _address, ...schema }]) => [id, schema]),
  );
}

function pathParameter(name: string, description: string): JsonObject {
  return { name, in: "path", required: true, description, schema: { type: "string" } };
}

function queryParameters(query: z.ZodType): JsonObject[] {
  const { properties = {} } = z.toJSONSchema(query, { ...OPTIONS, io: "input" });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property as JsonObject;
    return { name, in: "query", required: false, description, schema, style: "form", explode: true };
  });
}

const HEADERS = { RateLimit: { $ref: "#/components/headers/RateLimit" } };

function answers(schema: string, description: string): JsonObject {
  return {
    "200": {
      description,
      headers: { ...HEADERS, ETag: { $ref: "#/components/headers/ETag" } },
      content: { "application/json": { schema: REF(schema) } },
    },
    "304": { description: words.api.notModified },
  };
}

function refusals(statuses: ("400" | "404" | "429")[]): JsonObject {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: words.api.refusals[status],
        headers:
          status === "429"
            ? { ...HEADERS, "Retry-After": { $ref: "#/components/headers/RetryAfter" } }
            : HEADERS,
        content: { "application/problem+json": { schema: REF("Problem") } },
      },
    ]),
  );
}
