import { createHash } from "node:crypto";
import { createMailDelivery } from "#emails/delivery.server.ts";
import { chooseTransport } from "#emails/transports.server.ts";
import { queueMail } from "#emails/outbox.server.ts";
import { noChecks } from "#search/checks.ts";
import { keepSearchFresh, rebuildIndexes } from "#app/domain/matching/freshness.server.ts";
import { openSearch } from "#app/domain/matching/open-search.server.ts";
import { cleanImages } from "#app/domain/images/cleaning.store.server.ts";
import { isWithdrawnSubscription } from "#app/domain/newsletter/subscription.store.server.ts";
import { ASK_SCHEDULE, askFreshness } from "#app/domain/companies/freshness-question.store.server.ts";
import { askEmployment, EMPLOYMENT_ASK_SCHEDULE } from "#app/domain/employment/questions.store.server.ts";
import { settlePersonKeySecret } from "#app/domain/employment/person-key-source.store.server.ts";
import { forgetUnconfirmedGuests } from "#app/domain/events/guests.store.server.ts";
import {
  isOutdatedReminder,
  REMINDER_SCHEDULE,
  remindParticipants,
} from "#app/domain/events/reminders.store.server.ts";
import { mailAnnouncement } from "#app/domain/events/announcement-mails.store.server.ts";
import { expireOffers } from "#app/domain/events/offers.store.server.ts";
import { applyImport, resumeImports } from "#app/domain/imports/apply.store.server.ts";
import { checkImport } from "#app/domain/imports/check.store.server.ts";
import { applyFigureImport } from "#app/domain/figure-imports/apply.store.server.ts";
import { checkFigureImport, resumeFigureImports } from "#app/domain/figure-imports/check.store.server.ts";
import { isEndedAlert } from "#app/domain/search-alerts/store.server.ts";
import { createPageViewCounter } from "#app/domain/page-views/counter.server.ts";
import { createDemandCounter } from "#app/domain/search-demand/counter.server.ts";
import { forgetOldDemand } from "#app/domain/search-demand/store.server.ts";
import { runAlert, startAlertRuns } from "#app/domain/search-alerts/run.server.ts";
import { THANKS_SCHEDULE, thankVisitors } from "#app/domain/surveys/thanks.store.server.ts";
import { updateSearch } from "#app/domain/matching/store.server.ts";
import { resumePlans, solveWaitingPlan } from "#app/domain/visits/solving.store.server.ts";
import { createAuth, RESET_MINUTES } from "./platform/auth.server.ts";
import { chooseImageStorage } from "./platform/choose-image-storage.server.ts";
import type { Clock } from "./platform/clock.ts";
import type { OpenDatabase } from "./platform/database.server.ts";
import type { Env } from "./platform/env.server.ts";
import { type Handlers, openJobs, type Schedules } from "./platform/jobs.server.ts";
import type { Log } from "./platform/log.server.ts";
import { JOB_NAMES, type JobCatalogue, type Town } from "./town.ts";

export type OpenTown = {
  town: Town;
  /** Starts the background workers in this process. */
  startWorkers(): Promise<void>;
  /** Runs the waiting jobs once; for tests. */
  runWaitingJobs(): Promise<number>;
  close(): Promise<void>;
};

/** What comes by itself, in Japanese time. */
const SCHEDULES: Schedules<JobCatalogue> = {
  "alerts.start": { cron: "0 7 * * *", data: {} },
  "demand.forget": { cron: "30 3 * * *", data: {} },
  "images.clean": { cron: "40 3 * * *", data: {} },
  "freshness.ask": ASK_SCHEDULE,
  "employment.ask": EMPLOYMENT_ASK_SCHEDULE,
  "events.remind": REMINDER_SCHEDULE,
  "guests.forget": { cron: "50 3 * * *", data: {} },
  "offers.expire": { cron: "*/5 * * * *", data: {} },
  "events.thank": THANKS_SCHEDULE,
};

/** Puts the town together from its parts; the only place that knows all of them. */
export async function openTown(parts: {
  env: Env;
  open: OpenDatabase;
  clock: Clock;
  log: Log;
}): Promise<OpenTown> {
  const { open, clock, log } = parts;
  const { database } = open;
  const personKeySecret = await settlePersonKeySecret({ database, clock, log, env: parts.env });
  const env: Env = { ...parts.env, personKeySecret };
  const jobs = await openJobs<JobCatalogue>({ open, names: JOB_NAMES, log, schedules: SCHEDULES });
  const auth = createAuth({
    database,
    secret: env.sessionSecret,
    baseUrl: env.publicUrl,
    sendPasswordReset: async ({ email, token }) => {
      const resetUrl = `${env.publicUrl}/password/reset?token=${encodeURIComponent(token)}`;
      await database.$transaction((tx) =>
        queueMail(
          tx,
          { clock, jobs },
          {
            to: email,
            message: { kind: "password-reset", props: { resetUrl, validMinutes: RESET_MINUTES } },
            dedupeKey: `password-reset:${createHash("sha256").update(token).digest("base64url")}`,
            expiresAt: new Date(clock.now().getTime() + RESET_MINUTES * 60_000),
          },
        ),
      );
    },
  });
  const searchChecks = noChecks();
  const search = openSearch({ env, clock, log, searchChecks });
  const demand = createDemandCounter({ database, clock, log });
  const pageViews = createPageViewCounter({ database, clock, log });
  const images = chooseImageStorage(env);
  const town: Town = {
    env,
    database,
    clock,
    log,
    jobs,
    search,
    searchChecks,
    auth,
    demand,
    pageViews,
    images,
  };
  const freshness = keepSearchFresh(town);
  await freshness.fill();

  const deliver = createMailDelivery({
    database,
    clock,
    log,
    transport: chooseTransport(env),
    from: env.mailFrom,
    isSuppressed: async (mail) =>
      (await isWithdrawnSubscription(town, mail)) ||
      (await isEndedAlert(town, mail)) ||
      (await isOutdatedReminder(town, mail)),
  });
  const handlers: Handlers<JobCatalogue> = {
    "mail.deliver": ({ mailId }) => deliver(mailId),
    "search.update": (change) => updateSearch(town, change),
    "alerts.start": async () => {
      await startAlertRuns(town);
    },
    "demand.forget": () => forgetOldDemand(town),
    "alert.run": (alert) => runAlert(town, alert),
    "images.clean": async () => {
      await cleanImages(town);
    },
    "freshness.ask": () => askFreshness(town),
    "employment.ask": () => askEmployment(town),
    "events.remind": async () => {
      await remindParticipants(town);
    },
    "guests.forget": async () => {
      await forgetUnconfirmedGuests(town);
    },
    "events.announce": (announcement) => mailAnnouncement(town, announcement),
    "offers.expire": async () => {
      await expireOffers(town);
    },
    "events.thank": async () => {
      await thankVisitors(town);
    },
    "import.check": (run) => checkImport(town, run),
    "import.apply": (run) => applyImport(town, run),
    "figure-import.check": (run) => checkFigureImport(town, run),
    "figure-import.apply": (run) => applyFigureImport(town, run),
    "search.reindex": () => rebuildIndexes(town),
    "visits.solve": (plan) => solveWaitingPlan(town, plan),
  };
  return {
    town,
    startWorkers: async () => {
      await jobs.work(handlers);
      await resumeImports(town);
      await resumeFigureImports(town);
      await resumePlans(town);
      freshness.start();
      demand.start();
      pageViews.start();
    },
    runWaitingJobs: () => jobs.drain(handlers),
    close: async () => {
      await freshness.stop();
      await demand.stop();
      await pageViews.stop();
      await jobs.stop();
      await search.close();
    },
  };
}
