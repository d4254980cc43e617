// npm test: everything that must hold before a change lands, cheapest first.
import { runSteps } from "./steps.ts";

const json = (name: string) => [
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=test-results/${name}.json`,
];

process.exit(
  runSteps([
    { name: "build", command: ["node", "scripts/build.ts"] },
    { name: "format", command: ["oxfmt", "--check", "."] },
    { name: "types", command: ["npm", "run", "--silent", "typecheck"] },
    // After the types: the linter reads the generated types of the routes.
    { name: "lint", command: ["npm", "run", "--silent", "lint"] },
    { name: "unit and architecture", command: ["vitest", "run", "--project", "unit", ...json("unit")] },
    { name: "integration", command: ["vitest", "run", "--project", "integration", ...json("integration")] },
    { name: "fault", command: ["vitest", "run", "--project", "fault", ...json("fault")] },
    { name: "browser and accessibility", command: ["playwright", "test"] },
  ]),
);
