// node scripts/bench-import.ts [rows] [--json]: how long a table of new companies takes from the file to the public pages.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { ServerBuild } from "react-router";
import type * as entry from "#app/entry.server.tsx";
import { corporateNumberCheckDigit } from "#app/domain/companies/rules.ts";
import { findImport, startApply, startCheck } from "#app/domain/imports/run.store.server.ts";
import { uploadImport } from "#app/domain/imports/upload.store.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { openDatabase } from "#app/platform/database.server.ts";
import { parseEnv } from "#app/platform/env.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import { applyMigrations } from "#app/platform/migrations.server.ts";
import { encodeRows } from "#app/platform/table-file/write-csv.server.ts";
import { buildWhenStale } from "./build.ts";

const asJson = process.argv.includes("--json");
const rowCount = Number(process.argv.find((text) => /^\d+$/.test(text)) ?? 10_000);
const BUILD: string = "../build/server/index.js";

await buildWhenStale();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "jimoto-bench-import-"));
const databaseUrl = process.env["BENCH_DATABASE_URL"] ?? null;
const open = await openDatabase({ databaseUrl, dataDir: path.join(folder, "data") });
await applyMigrations(open);
const build = (await import(BUILD)) as ServerBuild;
const { openTown } = build.entry.module as unknown as typeof entry;
const parsed = parseEnv({ LOG_LEVEL: "silent" });
if (!parsed.ok) throw new Error("the settings of the bench are wrong");
const opened = await openTown({ env: parsed.env, open, clock: systemClock, log: createLog("silent") });
const { town } = opened;
await opened.startWorkers();

const bytes = encodeRows(table(rowCount), "utf-8", { first: true });
const report = {
  machine: { cores: os.cpus().length, node: process.version, database: open.kind },
  rows: rowCount,
  fileBytes: bytes.length,
  create: await importOnce(),
  again: await importOnce(),
};
if (asJson) console.log(JSON.stringify(report, null, 2));
else console.log(report);
await opened.close();
await open.close();
fs.rmSync(folder, { recursive: true, force: true });
process.exit(0);

/** One whole import: seconds of each step, and how long other requests had to wait at most. */
async function importOnce() {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const start = performance.now();
  const upload = await uploadImport(town, { staffId: "bench", fileName: "bench.csv", bytes });
  if (!upload.ok) throw new Error(upload.error);
  const { runId } = upload;
  const uploaded = performance.now();
  const run = (await findImport(town, { runId }))!;
  await startCheck(town, { runId, mapping: run.mapping });
  await stateOf(runId, "checked");
  const checked = performance.now();
  const { counts } = (await findImport(town, { runId }))!;
  let applied = checked;
  if (counts.create + counts.change > 0) {
    await startApply(town, { runId, staffId: "bench" });
    await stateOf(runId, "applied");
    applied = performance.now();
  }
  delay.disable();
  return {
    counts,
    uploadSeconds: seconds(start, uploaded),
    checkSeconds: seconds(uploaded, checked),
    applySeconds: seconds(checked, applied),
    totalSeconds: seconds(start, applied),
    longestWaitMs: Math.round(delay.max / 1e6),
  };
}

async function stateOf(runId: string, wanted: string): Promise<void> {
  for (;;) {
    const { state, failure } = (await findImport(town, { runId }))!;
    if (state === wanted) return;
    if (state === "failed") throw new Error(failure ?? "failed");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function seconds(from: number, to: number): number {
  return Number(((to - from) / 1000).toFixed(2));
}

/** Rows as a chamber of commerce would send them. */
function table(count: number): string[][] {
  const areas = ["一関市", "一関市花泉町", "一関市大東町", "一関市千厩町", "一関市東山町", "一関市藤沢町"];
  const rows = Array.from({ length: count }, (_, index) => {
    const twelve = String(299_990_000_000 + index);
    return [
      `${corporateNumberCheckDigit(twelve)}${twelve}`,
      `株式会社見本${index}製作所`,
      `ミホン${index}セイサクショ`,
      "021-0821",
      `岩手県${areas[index % areas.length]}字見本${index}番地`,
      `0191-0${index % 10}-${String(index % 10_000).padStart(4, "0")}`,
      "総務課",
      ["金属製品製造業", "24", "飲食店", "39"][index % 4]!,
      `${(index % 300) + 1}人`,
      "2026年4月1日",
      `見本の会社${index}です。${"部品の加工から組み立てまでを一つの工場で行い、検査をして出荷します。".repeat(3)}`,
      "部品、治具",
      "社員寮、転勤なし",
    ];
  });
  const header =
    "法人番号,会社名,フリガナ,郵便番号,住所,TEL,担当部署,業種,従業員数,基準日,事業内容,主な製品,福利厚生";
  return [header.split(","), ...rows];
}
