import { createContext, type RouterContextProvider } from "react-router";
import type { SearchChecks } from "#search/checks.ts";
import type { SearchEngine } from "#search/engine.ts";
import type { Clock } from "./platform/clock.ts";
import type { Database } from "./platform/database.server.ts";
import type { Env } from "./platform/env.server.ts";
import type { ImageStorage } from "./platform/image-storage.server.ts";
import type { Jobs } from "./platform/jobs.server.ts";
import type { Log } from "./platform/log.server.ts";
import type { Auth } from "./platform/auth.server.ts";

/** Every kind of background job and its data (ids only). A new kind gets a line here and a handler in compose.server.ts. */
export type JobCatalogue = {
  "mail.deliver": { mailId: string };
  "alerts.start": Record<string, never>;
  "demand.forget": Record<string, never>;
  "alert.run": { alertId: string };
  /** Ids in the search index; only `queueSearchUpdate` adds it. */
  "search.update": { documents: string[] };
  "search.reindex": Record<string, never>;
  "images.clean": Record<string, never>;
  "freshness.ask": Record<string, never>;
  "employment.ask": Record<string, never>;
  "events.remind": Record<string, never>;
  "guests.forget": Record<string, never>;
  /** Mails what a domain event `event.announced` says to those who hold seats or wait. */
  "events.announce": { eventId: string; announcementId: string };
  "offers.expire": Record<string, never>;
  "events.thank": Record<string, never>;
  "import.check": { runId: string };
  "import.apply": { runId: string };
  "figure-import.check": { importId: string };
  "figure-import.apply": { importId: string };
  "visits.solve": { planId: string };
};

export const JOB_NAMES: (keyof JobCatalogue)[] = [
  "mail.deliver",
  "search.update",
  "search.reindex",
  "alerts.start",
  "alert.run",
  "demand.forget",
  "images.clean",
  "freshness.ask",
  "employment.ask",
  "events.remind",
  "guests.forget",
  "events.announce",
  "offers.expire",
  "events.thank",
  "import.check",
  "import.apply",
  "figure-import.check",
  "figure-import.apply",
  "visits.solve",
];

/** What the domain works with. Nothing happens at import: it all comes from here, so a test brings its own. */
export type Town = {
  env: Env;
  database: Database;
  clock: Clock;
  log: Log;
  jobs: Jobs<JobCatalogue>;
  search: SearchEngine;
  /** Counts what is searched; see app/domain/search-demand. */
  demand: { count(text: string, found: number): void };
  /** Counts which public pages are opened; see app/domain/page-views. */
  pageViews: {
    count(page: {
      kind: "home" | "search" | "company" | "internship" | "event" | "indicators";
      subject: string;
    }): void;
  };
  /** What this process found when it last compared its search indexes with the database. */
  searchChecks: SearchChecks;
  auth: Auth;
  /** The bytes of companies' photographs. */
  images: ImageStorage;
};

export type Role = "student" | "teacher" | "company" | "staff" | "admin";

/** Who looks at the page. */
export type Viewer = {
  id: string;
  name: string;
  email: string;
  role: Role;
  state: "active" | "waiting" | "closed";
  sessionId: string;
};

/** Facts of the request that are not in the Request: the address of the reader's network and the site's own address. */
export type RequestFacts = { clientAddress: string; origin: string; nonce: string };

export const townContext = createContext<Town>();
export const viewerContext = createContext<Viewer | null>(null);
export const requestFactsContext = createContext<RequestFacts>();

export type Context = Readonly<RouterContextProvider>;
