// npm run test:postgres: the database-touching tests on the PostgreSQL of TEST_DATABASE_URL.
import { runSteps } from "./steps.ts";

if (!process.env["TEST_DATABASE_URL"]) {
  console.error(
    "Set TEST_DATABASE_URL to a PostgreSQL on which databases may be created and dropped, for example\n" +
      "TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres npm run test:postgres",
  );
  process.exit(1);
}
process.exit(
  runSteps([
    { name: "build", command: ["node", "scripts/build.ts"] },
    {
      name: "integration on PostgreSQL",
      command: [
        "vitest",
        "run",
        "--project",
        "integration",
        "--reporter=default",
        "--reporter=json",
        "--outputFile.json=test-results/postgres.json",
      ],
    },
  ]),
);
