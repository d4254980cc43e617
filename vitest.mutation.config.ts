import { defineConfig } from "vitest/config";

/** Only the tests of the rules that `npm run test:mutation` changes: they need no database and no build. */
export default defineConfig({
  test: {
    include: ["app/analytics/**/*.test.ts", "app/domain/indicators/**/*.test.ts"],
    // Draws whole towns: too slow for a run per mutant.
    exclude: ["app/analytics/every-measure.test.ts"],
    environment: "node",
  },
});
