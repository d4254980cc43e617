// Sums up what the test runs left in test-results/; the last line is "N passed, N failed".
import fs from "node:fs";

type Totals = { passed: number; failed: number; skipped: number };
type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** A file whose preparation failed has no failed test of its own and counts as one. */
function vitestTotals(report: VitestReport): Totals {
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests,
  };
}

/** A test that passed only when repeated counts as failed. */
function playwrightTotals({ stats, errors }: PlaywrightReport): Totals {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + (stats.unexpected === 0 ? errors.length : 0),
    skipped: stats.skipped,
  };
}

/** Null when the run did not get as far as a report. */
function read(name: string): unknown {
  const file = `test-results/${name}.json`;
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : null;
}

const sum: Totals = { passed: 0, failed: 0, skipped: 0 };
function add(name: string, totals: Totals | null) {
  console.log(
    `  ${name.padEnd(12)} ${totals ? `${totals.passed} passed, ${totals.failed} failed` : "did not run"}`,
  );
  // What should have run and did not is a failure too.
  const counted = totals ?? { passed: 0, failed: 1, skipped: 0 };
  sum.passed += counted.passed;
  sum.failed += counted.failed;
  sum.skipped += counted.skipped;
}

for (const name of ["unit", "integration", "fault", "postgres"]) {
  const report = read(name) as VitestReport | null;
  add(name, report && vitestTotals(report));
}
const browser = read("browser") as PlaywrightReport | null;
add("browser", browser && playwrightTotals(browser));
if (sum.skipped > 0) console.log(`  ${sum.skipped} skipped`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
