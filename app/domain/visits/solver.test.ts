import { expect, test } from "vitest";
import { groups, offer, planInput } from "#tests/support/visit-inputs.ts";
import { brokenRules } from "#tests/support/visit-oracle.ts";
import { solvePlan } from "./solver.server.ts";

const input = planInput({
  offers: [offer("p", "s", { minimum: 3 }), offer("q", "s")],
  groups: groups("g", 12, { wishes: ["p"] }),
});

test("a plan is made in a thread of its own, and the same again for the same input", async () => {
  let turns = 0;
  const clock = setInterval(() => turns++, 5);
  const [first, second] = await Promise.all([solvePlan(input), solvePlan(input)]);
  clearInterval(clock);
  if (first.state !== "solved" || second.state !== "solved") throw new Error("expected two plans");
  expect(brokenRules(input, first.assignments)).toEqual([]);
  expect({ ...second, seconds: 0 }).toEqual({ ...first, seconds: 0 });
  expect(turns).toBeGreaterThan(5);
}, 60_000);

test("a solver that does not stop in time is stopped, and the next in the queue has its turn", async () => {
  const [stopped, next] = await Promise.all([
    solvePlan({ ...input, timeLimitSeconds: 0.001 }, { graceSeconds: 0 }),
    solvePlan(input),
  ]);
  expect(stopped).toMatchObject({ state: "failed", reason: "time-limit-without-plan" });
  expect(next.state).toBe("solved");
}, 60_000);

test("an input that cannot be planned is refused without blocking the queue", async () => {
  await expect(solvePlan({ ...input, groups: [] })).rejects.toThrow("nothing-to-plan");
  expect((await solvePlan(input)).state).toBe("solved");
}, 60_000);
