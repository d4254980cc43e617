import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Every core: on two, the default would leave one idle.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "{app,search,emails,prisma,scripts,server}/**/*.test.{ts,tsx}",
            "tests/architecture/**/*.test.ts",
          ],
          environment: "node",
        },
      },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          environment: "node",
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "fault",
          include: ["tests/fault/**/*.test.ts"],
          environment: "node",
          // Minutes on a busy machine; about one on an idle one.
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
