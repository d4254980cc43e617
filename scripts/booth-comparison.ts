/**
 * The booth planner on the demo town: 72 applications for 44 booths, beside first come, first served and beside the mean
 * of 1,000 seeded draws. Prints a table in Markdown; the same table stands in docs/booth-planner.md.
 */
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { chooseStepByStep, firstCome, takeInOrder } from "#app/domain/booths/planner-orders.rules.ts";
import { type Figures, figuresOf } from "#app/domain/booths/planner-result.rules.ts";
import { listPlans } from "#app/domain/booths/plans.store.server.ts";
import { proposeBooths } from "#app/domain/booths/solve.server.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { openDatabase } from "#app/platform/database.server.ts";
import { applyMigrations } from "#app/platform/migrations.server.ts";
import { PRESENT } from "#prisma/seed/events/present.ts";
import { eventId } from "#prisma/seed/events/write.ts";
import { randomFor } from "#prisma/seed/random.ts";
import { seedDemoTown } from "#prisma/seed/seed.ts";

const DRAWS = 1000;
const SEEDED_AT = "2026-11-20T03:00:00Z";

const folder = await fs.mkdtemp(path.join(os.tmpdir(), "jimoto-booths-"));
const open = await openDatabase({ databaseUrl: null, dataDir: folder });
await applyMigrations(open);
await seedDemoTown({ database: open.database, clock: fixedClock(SEEDED_AT) });
const [plan] = await listPlans({ database: open.database }, { eventId: eventId(PRESENT.informationFair) });
await open.close();
await fs.rm(folder, { recursive: true, force: true });
if (!plan) throw new Error("the demo town has no plan");

const { input } = plan;
const began = performance.now();
const again = await proposeBooths({ ...input, applications: input.applications.toReversed() });
const milliseconds = Math.round(performance.now() - began);
const same = again.ok && again.result.chosen.join() === plan.result.chosen.join();

const draws = Array.from({ length: DRAWS }, (_, at) =>
  figuresOf(
    input,
    takeInOrder(input, randomFor(`draw/${at}`).sample(input.applications, input.applications.length)),
  ),
);
const stepByStep = figuresOf(input, chooseStepByStep(input));

const columns: [string, readonly Figures[]][] = [
  ["planner", [plan.result.figures]],
  ["step by step", [stepByStep]],
  ["first come", [figuresOf(input, firstCome(input))]],
  [`random, mean of ${DRAWS}`, draws],
];
const mean = (all: readonly Figures[], tell: (figures: Figures) => number) =>
  all.reduce((sum, figures) => sum + tell(figures), 0) / all.length;
const decimals = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
const rows: [string, (figures: Figures) => number][] = [
  ["points", ({ score }) => score.total / 1000],
  ["… for departments", ({ score }) => score.terms.coverage / 1000],
  ["… for interests", ({ score }) => score.terms.interest / 1000],
  [
    "… for divisions, industries and areas",
    ({ score }) => (score.terms.division + score.terms.industry + score.terms.area) / 1000,
  ],
  ["… for those left out before", ({ score }) => score.terms.leftOut / 1000],
  ["companies", ({ companies }) => companies],
  ["departments covered", ({ departmentsCovered }) => departmentsCovered],
  ["people per company, worst department", ({ mostPeoplePerCompany }) => mostPeoplePerCompany ?? Number.NaN],
  ["divisions (大分類)", ({ divisions }) => divisions],
  ["industries (中分類)", ({ industries }) => industries],
  ["companies of the largest industry", ({ largestIndustry }) => largestIndustry],
  ["evenness of industries (1/Σ share²)", ({ evenIndustries }) => evenIndustries],
  ["areas", ({ areas }) => areas],
  ["evenness of areas", ({ evenAreas }) => evenAreas],
  ["left out before, now in", ({ leftOutChosen }) => leftOutChosen],
];
console.log(
  `${input.applications.length} applications, ${input.limit} booths, ${plan.result.figures.leftOutApplied} left out before`,
);
console.log(
  `proven optimum: ${plan.result.proven}; reversed input gives the same plan: ${same} (${milliseconds} ms)\n`,
);
console.log(`| | ${columns.map(([name]) => name).join(" | ")} |`);
console.log(`| --- |${" ---: |".repeat(columns.length)}`);
for (const [name, tell] of rows)
  console.log(`| ${name} | ${columns.map(([, all]) => decimals(mean(all, tell))).join(" | ")} |`);
const best = Math.max(...draws.map(({ score }) => score.total)) / 1000;
console.log(`\nbest of the ${DRAWS} draws: ${best.toFixed(1)} points`);
